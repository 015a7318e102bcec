import ContactCenter

/// Agents work when they wished to, in the shift type they wished for.
///
/// A wish is kept by a shift that starts in its stretch, one before the first day included. One that is not is a note with
/// its price; wishes wholly outside of the days that are judged, and of agents who are not among the agents, say nothing.
public struct WishRule: SchedulingRule {
  /// `wishes`.
  public let name = "wishes"

  /// Creates the rule.
  public init() {}

  /// One violation per wish.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    let shifts = Dictionary(grouping: roster.history + roster.shifts, by: \.agent)
    return roster.availability.keys.sorted().filter { roster.agents[$0] != nil }.flatMap { agent in
      (roster.availability[agent] ?? []).compactMap { wish in
        let period = roster.period(of: agent)
        guard wish.kind == .wish, wish.start < wish.end, wish.start < period.start(of: period.days),
          period.start(of: 0) < wish.end
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
