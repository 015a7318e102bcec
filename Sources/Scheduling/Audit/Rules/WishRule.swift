import ContactCenter

/// Agents work when they wished to, in the shift type they wished for.
///
/// A wish is kept by a shift that starts in its stretch. One that is not is a note with its price; wishes for days
/// outside of those that are judged, and of agents who are not among the agents, say nothing.
public struct WishRule: SchedulingRule {
  /// `wishes`.
  public let name = "wishes"

  /// Creates the rule.
  public init() {}

  /// One violation per wish.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    let shifts = Dictionary(grouping: roster.shifts, by: \.agent)
    return roster.availability.keys.sorted().filter { roster.agents[$0] != nil }.flatMap { agent in
      (roster.availability[agent] ?? []).compactMap { wish in
        guard wish.kind == .wish, wish.start < wish.end,
          roster.dates.contains(roster.zones.zone(of: agent).local(wish.start).date)
        else { return nil }
        let isKept = (shifts[agent] ?? []).contains { shift in
          wish.start <= shift.stretch.start && shift.stretch.start < wish.end
            && (wish.shiftType == nil || wish.shiftType == roster.lineShift(shift).type)
        }
        guard !isKept else { return nil }
        return RuleViolation(
          rule: name, place: agent, stretch: Interval(start: wish.start, end: wish.end),
          message:
            "no \(wish.shiftType ?? "shift") from \(roster.clock(wish.start)), as wished for",
          severity: .note,
          measure: RuleViolation.Measure(amount: 1, unit: "wish", price: wish.priceInPaidHours))
      }
    }
  }
}
