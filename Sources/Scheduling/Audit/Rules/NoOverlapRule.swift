import ContactCenter

/// Nobody does two things at once, and nothing ends before it starts.
public struct NoOverlapRule: SchedulingRule {
  /// `overlap`.
  public let name = "overlap"

  /// Creates the rule.
  public init() {}

  /// One violation per entry that starts before an earlier one of its agent has ended.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    var result: [RuleViolation] = []
    var busy: (agent: String, end: Instant)?
    for entry in roster.roster.entries {
      let stretch = Interval(start: entry.start, end: max(entry.start, entry.end))
      if entry.end <= entry.start {
        result.append(
          RuleViolation(
            rule: name, place: entry.agent, stretch: stretch,
            message: "\(entry.activity.rawValue) at \(roster.clock(entry.start)) has no length"))
        continue
      }
      if let before = busy, before.agent == entry.agent, entry.start < before.end {
        result.append(
          RuleViolation(
            rule: name, place: entry.agent, stretch: stretch,
            message: "\(entry.activity.rawValue) at \(roster.clock(entry.start)) starts before "
              + "what comes first ends at \(roster.clock(before.end))"))
        busy = (entry.agent, max(before.end, entry.end))
      } else {
        busy = (entry.agent, entry.end)
      }
    }
    return result
  }
}
