/// One agent's place.
struct Desk {
  /// No list, no neighbor.
  static let none: Int32 = -1

  /// The group.
  var group: Int32
  /// Contacts in progress.
  var active: Int32 = 0
  /// The most contacts allowed at once: the fewest sessions of any queue served since the agent was last idle.
  var limit: Int32 = .max
  /// The list of free agents the desk is in, by contacts in progress; none when full, leaving or absent.
  var level: Int32 = Desk.none
  var previous: Int32 = Desk.none
  var next: Int32 = Desk.none
  /// Whether the agent goes as soon as the contacts in progress end.
  var isLeaving = false
  /// Whether the agent is there.
  var isPresent = false
  /// Since when the desk is in its list.
  var freeSince = 0.0

  init(group: Int32) { self.group = group }
}

/// One group of agents in the loop.
struct DeskGroup {
  /// The group's queues in order of choice: a range of the layout's choices.
  var firstChoice: Int
  var endChoice: Int
  /// The group's desks.
  var firstDesk: Int
  var endDesk: Int
  /// Agents who count as there: present and neither leaving nor owed.
  var staffed = 0
  /// Agents of a surplus who have yet to go: the next to end a contact do.
  var owed = 0
  /// Desks with a contact.
  var busy = 0
  /// Desks present, leaving ones included.
  var present = 0
  /// The first absent desk, chained by `next`.
  var absent = Desk.none
  /// Agent-seconds of this interval as if nothing changed any more until its end.
  var busySeconds = 0.0
  var presentSeconds = 0.0

  init(firstChoice: Int, endChoice: Int, firstDesk: Int, endDesk: Int) {
    self.firstChoice = firstChoice
    self.endChoice = endChoice
    self.firstDesk = firstDesk
    self.endDesk = endDesk
  }
}
