import ContactCenter

/// Planned shifts that are the same to whoever works them: same group, start and end; their breaks differ at most.
struct ShiftSlot: Sendable {
  /// The planned shifts, in the order of their breaks.
  var shifts: [PlannedShift]
  let day: Int
  let week: Int
  let stretch: Interval
  let minutes: Int
  let paidMinutes: Int

  /// Gathers the shifts of one group; in order of start, then end.
  static func gathering(_ shifts: [PlannedShift], firstDate: CivilDate) -> [ShiftSlot] {
    let same = Dictionary(grouping: shifts) { [$0.start, $0.end] }
    return same.values.map { shifts in
      let sorted = shifts.sorted(by: PlannedShift.precedes)
      let first = sorted[0]
      return ShiftSlot(
        shifts: sorted, day: first.date.days(since: firstDate),
        week: first.date.advanced(by: -first.date.weekday.rawValue).daysSinceEpoch,
        stretch: Interval(start: first.start, end: first.end), minutes: first.minutes,
        paidMinutes: first.paidMinutes)
    }
    .sorted { ($0.stretch.start, $0.stretch.end) < ($1.stretch.start, $1.stretch.end) }
  }
}
