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
  /// The first of its contacts that have a record.
  var session = Desk.none
  /// Contacts in progress whose customers think.
  var thinking: Int32 = 0

  init(group: Int32) { self.group = group }

  /// Takes one more contact of a queue that allows so many sessions at once.
  @inline(__always)
  mutating func add(sessions: Int32) {
    limit = active == 0 ? sessions : min(limit, sessions)
    active &+= 1
  }

  /// Ends one contact and leaves the free list.
  @inline(__always)
  mutating func endContact() {
    active &-= 1
    level = Desk.none
    if active == 0 { limit = .max }
  }

  /// Joins a free list behind `last`.
  @inline(__always)
  mutating func join(behind last: Int32, _ seconds: Double) {
    level = active
    freeSince = seconds
    previous = last
    next = Desk.none
  }
}

/// What is known of an agent beside the desk, and not needed in every event.
struct DeskBook {
  /// What a handle time is multiplied by: above 1 for a new hire.
  var slowness = 1.0
  /// Since when the agent is busy, and the seconds before that.
  var busySince = 0.0
  var busySeconds = 0.0
  /// Since when the agent is there, and the seconds before that.
  var presentSince = 0.0
  var presentSeconds = 0.0
  /// Contacts begun.
  var begun = 0
  /// When a late agent comes; −1 for nobody to come.
  var lateUntil = -1.0

  /// The share of presence so far that was busy; `isBusy` and `isPresent` say what goes on now.
  func busyShare(at seconds: Double, isBusy: Bool, isPresent: Bool) -> Double {
    let busy = busySeconds + (isBusy ? seconds - busySince : 0)
    let present = presentSeconds + (isPresent ? seconds - presentSince : 0)
    return present > 0 ? busy / present : 0
  }
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
  var sessionSeconds = 0.0
  /// Contacts in progress whose customers do not think.
  var sessions = 0
  /// Desks in one of the group's free lists without any contact.
  var idle: Int { present &- busy }
  /// Agents whose roster says work in a shift they are absent from.
  var missed = 0
  /// Their agent-seconds of this interval, likewise.
  var missedSeconds = 0.0

  /// Whether the first line of the group's list in which someone waits is the one to serve, whatever waits in the others.
  let isSimple: Bool

  init(firstChoice: Int, endChoice: Int, firstDesk: Int, endDesk: Int, isSimple: Bool) {
    self.isSimple = isSimple
    self.firstChoice = firstChoice
    self.endChoice = endChoice
    self.firstDesk = firstDesk
    self.endDesk = endDesk
  }

  /// One more contact is in progress for the rest of the interval.
  @inline(__always)
  mutating func beginSession(for rest: Double) {
    sessions &+= 1
    sessionSeconds += rest
  }

  /// One contact fewer is in progress for the rest of the interval.
  @inline(__always)
  mutating func endSession(for rest: Double) {
    sessions &-= 1
    sessionSeconds -= rest
  }

  /// One more desk is busy for the rest of the interval.
  @inline(__always)
  mutating func becomeBusy(for rest: Double) {
    busy &+= 1
    busySeconds += rest
  }

  /// One desk fewer is busy for the rest of the interval.
  @inline(__always)
  mutating func becomeIdle(for rest: Double) {
    busy &-= 1
    busySeconds -= rest
  }
}

/// The free desks of one group with one number of contacts, free for longest first.
struct FreeList {
  var first = Desk.none
  var last = Desk.none

  /// Adds a desk to the end and returns the one before it.
  @inline(__always)
  mutating func append(_ desk: Int32) -> Int32 {
    let before = last
    last = desk
    if before < 0 { first = desk }
    return before
  }

  /// Forgets a desk whose neighbors are these.
  @inline(__always)
  mutating func remove(between previous: Int32, and next: Int32) {
    if previous < 0 { first = next }
    if next < 0 { last = previous }
  }
}
