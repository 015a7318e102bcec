import ContactCenter

/// Nobody starts two shifts on one day.
public struct OneShiftADayRule: SchedulingRule {
  /// `one-shift-a-day`.
  public let name = "one-shift-a-day"

  /// Creates the rule.
  public init() {}

  /// One violation per shift that starts on the date of the agent's shift before.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    zip(roster.shifts, roster.shifts.dropFirst()).compactMap { before, after in
      guard before.agent == after.agent, before.date == after.date else { return nil }
      return RuleViolation(
        rule: name, place: after.agent, stretch: after.stretch,
        message: "a second shift on \(after.date.text), at \(roster.clock(after.stretch.start))")
    }
  }
}
