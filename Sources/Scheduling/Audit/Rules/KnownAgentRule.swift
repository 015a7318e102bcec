import ContactCenter

/// Whoever works is an agent of the plan, works for the group they are in, and has a contract.
public struct KnownAgentRule: SchedulingRule {
  /// `known-agent`.
  public let name = "known-agent"

  /// Creates the rule.
  public init() {}

  /// One violation per agent and kind of mistake, at the first entry that shows it.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    var told: Set<[String]> = []
    var result: [RuleViolation] = []
    for entry in roster.roster.entries {
      guard let message = mistake(in: entry, of: roster),
        told.insert([entry.agent, message]).inserted
      else { continue }
      result.append(
        RuleViolation(
          rule: name, place: entry.agent,
          stretch: Interval(start: entry.start, end: entry.end), message: message))
    }
    return result
  }

  private func mistake(in entry: RosterEntry, of roster: RosterUnderAudit) -> String? {
    guard let agent = roster.agents[entry.agent] else { return "is not among the agents" }
    guard roster.contracts[agent.contract] != nil else {
      return "has contract \(agent.contract), which is not described"
    }
    guard let group = entry.group, group != agent.group else { return nil }
    return "works for group \(group), and is in group \(agent.group)"
  }
}
