import ContactCenter

/// Every published shift is in the roster, from its start to its end.
public struct PinnedShiftRule: SchedulingRule {
  /// `pinned-shift`.
  public let name = "pinned-shift"

  /// Creates the rule.
  public init() {}

  /// One violation per published shift that is missing or cut.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    let shifts = Dictionary(grouping: roster.shifts, by: \.agent)
    return roster.availability.keys.sorted().flatMap { agent in
      (roster.availability[agent] ?? []).compactMap { stretch in
        guard stretch.kind == .pinned, stretch.start < stretch.end,
          !(shifts[agent] ?? []).contains(where: {
            $0.stretch.start <= stretch.start && stretch.end <= $0.stretch.end
          })
        else { return nil }
        return RuleViolation(
          rule: name, place: agent, stretch: Interval(start: stretch.start, end: stretch.end),
          message: "the published shift at \(roster.clock(stretch.start)) is missing or cut")
      }
    }
  }
}
