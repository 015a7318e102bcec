import ContactCenter

/// Every queue has the agents it needs in every interval, counted at each moment from who is at work.
///
/// An agent serves the queues of their group that they have the skill for; those with several are counted where they
/// help most, so nobody is counted twice. A shortage is a warning: a plan may have accepted it.
public struct CoverageRule: SchedulingRule {
  /// `coverage`.
  public let name = "coverage"

  /// Creates the rule.
  public init() {}

  /// One violation per queue and interval that is short.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    guard let count = CoverageCount(roster) else { return [] }
    return violations(count.shortages, in: roster)
  }

  /// The violations of shortages that are counted already.
  func violations(_ shortages: [Shortage], in roster: RosterUnderAudit) -> [RuleViolation] {
    shortages.map { shortage in
      let agents = roundedToDecimals(shortage.agents, 2)
      return RuleViolation(
        rule: name, place: shortage.queue, stretch: shortage.interval,
        message: "\(agents) agents short at \(roster.clock(shortage.interval.start))",
        severity: .warning,
        measure: RuleViolation.Measure(amount: shortage.hours, unit: "agent-hour"))
    }
  }

  /// What the roster leaves uncovered, by queue, then time; averaged over each interval.
  public static func shortages(in roster: RosterUnderAudit) -> [Shortage] {
    CoverageCount(roster)?.shortages ?? []
  }
}
