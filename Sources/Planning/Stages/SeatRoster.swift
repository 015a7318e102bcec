internal import ContactCenter
internal import Scheduling

/// A roster of seats instead of people: what a shift plan is before anybody is named.
///
/// Each shift takes the first seat of its group and contract that has rested since its last one, so a seat's
/// row reads like a person's week.
enum SeatRoster {
  static func make(_ shifts: [PlannedShift], contracts: [Contract]) -> Roster {
    let rest = Dictionary(
      contracts.map { ($0.name, $0.restMinutes * 60) }, uniquingKeysWith: { a, _ in a })
    var seats: [String: [Instant]] = [:]
    var entries: [RosterEntry] = []
    for shift in shifts {
      let team = "\(shift.group) \(shift.contract)"
      let wait = rest[shift.contract] ?? 0
      var busyUntil = seats[team] ?? []
      let seat = busyUntil.firstIndex { $0.advanced(by: wait) <= shift.start } ?? busyUntil.count
      if seat == busyUntil.count { busyUntil.append(shift.end) }
      busyUntil[seat] = shift.end
      seats[team] = busyUntil
      let number = String(1000 + seat + 1).dropFirst()
      entries += self.entries(of: shift, agent: "\(team) \(number)")
    }
    return Roster(entries: entries)
  }

  /// The stretches of a shift: work, cut by its breaks.
  private static func entries(of shift: PlannedShift, agent: String) -> [RosterEntry] {
    var result: [RosterEntry] = []
    var start = shift.start
    func add(_ from: Instant, _ to: Instant, _ activity: RosterActivity) {
      guard from < to else { return }
      result.append(
        RosterEntry(agent: agent, start: from, end: to, activity: activity, group: shift.group))
    }
    for pause in shift.breaks {
      add(start, pause.start, .work)
      add(pause.start, pause.end, RosterActivity(rawValue: pause.name) ?? .break)
      start = pause.end
    }
    add(start, shift.end, .work)
    return result
  }
}
