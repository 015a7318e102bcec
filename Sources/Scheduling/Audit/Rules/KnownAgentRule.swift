import ContactCenter

/// Whoever works is an agent of the plan, works for the group they are in, and has a contract whose rules make sense.
///
/// A roster of seats has no agents to know: one note says that rules about people were not judged.
public struct KnownAgentRule: SchedulingRule {
  /// `known-agent`.
  public let name = "known-agent"

  /// Creates the rule.
  public init() {}

  /// One violation per agent and kind of mistake, at the first entry that shows it.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    var told: Set<[String]> = []
    var result: [RuleViolation] = []
    guard roster.knowsAgents else {
      return roster.roster.entries.prefix(1).map {
        RuleViolation(
          rule: name, place: $0.agent, stretch: Interval(start: $0.start, end: $0.end),
          message: "no agents are given: rules about people are not judged", severity: .note)
      }
    }
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
    if let problem = roster.contractProblems[agent.contract] {
      return "has contract \(agent.contract): \(problem)"
    }
    if let zone = roster.zones.unknown[agent.name] {
      return "has time zone \(zone), which is not known: judged by the center's"
    }
    guard let group = entry.group, group != agent.group else { return nil }
    return "works for group \(group), and is in group \(agent.group)"
  }
}
