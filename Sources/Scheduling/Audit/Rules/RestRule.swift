import ContactCenter

/// Between two shifts lies the rest that the contract asks for.
public struct RestRule: SchedulingRule {
  /// `rest`.
  public let name = "rest"

  /// Creates the rule.
  public init() {}

  /// One violation per pair of consecutive shifts that are too close, at the gap.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    zip(roster.shifts, roster.shifts.dropFirst()).compactMap { before, after in
      guard before.agent == after.agent, let contract = roster.contract(of: after.agent) else {
        return nil
      }
      let rest = after.stretch.start.seconds(since: before.stretch.end) / 60
      guard rest < contract.restMinutes else { return nil }
      return RuleViolation(
        rule: name, place: after.agent,
        stretch: Interval(start: before.stretch.end, end: after.stretch.start),
        message: "\(rest) minutes between two shifts, \(contract.name) asks for "
          + "\(contract.restMinutes)")
    }
  }
}
