import ContactCenter

/// Nobody is paid for more hours of a week, Monday to Sunday, than the contract allows; hours count on the day a shift
/// starts.
public struct HoursPerWeekRule: SchedulingRule {
  /// `hours-per-week`.
  public let name = "hours-per-week"

  /// Creates the rule.
  public init() {}

  /// One violation per agent and week.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    var weeks: [(shifts: ArraySlice<RosterUnderAudit.Shift>, minutes: Int)] = []
    for (index, shift) in roster.shifts.enumerated() {
      let minutes = roster.paidMinutes(of: shift)
      if let first = weeks.last?.shifts.first, first.agent == shift.agent, first.week == shift.week
      {
        let start = weeks[weeks.count - 1].shifts.startIndex
        weeks[weeks.count - 1].shifts = roster.shifts[start...index]
        weeks[weeks.count - 1].minutes += minutes
      } else {
        weeks.append((roster.shifts[index...index], minutes))
      }
    }
    return weeks.compactMap { week in
      guard let first = week.shifts.first, let last = week.shifts.last,
        let contract = roster.contract(of: first.agent),
        Double(week.minutes) > contract.hoursPerWeek * 60 + 1e-6
      else { return nil }
      return RuleViolation(
        rule: name, place: first.agent,
        stretch: Interval(start: first.stretch.start, end: last.stretch.end),
        message: "\(Double(week.minutes) / 60) paid hours in the week of \(first.week.text), "
          + "\(contract.name) allows \(contract.hoursPerWeek)")
    }
  }
}
