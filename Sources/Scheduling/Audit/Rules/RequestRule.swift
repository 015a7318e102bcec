import ContactCenter

/// Agents are off when they asked to be, or at least not in the shift type they asked to be spared.
///
/// A request that is not kept is a note with its price: one paid hour where nothing is said.
public struct RequestRule: SchedulingRule {
  /// `requests`.
  public let name = "requests"

  /// Creates the rule.
  public init() {}

  /// One violation per request and shift that breaks it.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    roster.shifts.flatMap { shift in
      (roster.availability[shift.agent] ?? []).compactMap { stretch in
        guard stretch.kind == .request, stretch.start < stretch.end,
          Interval(start: stretch.start, end: stretch.end).overlapSeconds(with: shift.stretch) > 0
        else { return nil }
        if let type = stretch.shiftType, type != roster.lineShift(shift).type { return nil }
        return RuleViolation(
          rule: name, place: shift.agent, stretch: shift.stretch,
          message: "works at \(roster.clock(shift.stretch.start)) and asked for "
            + (stretch.shiftType.map { "no \($0)" } ?? "time off"),
          severity: .note,
          measure: RuleViolation.Measure(
            amount: 1, unit: "request", price: stretch.priceInPaidHours))
      }
    }
  }
}

extension Availability {
  /// What breaking a request or wish costs: one paid hour where nothing, or nothing sensible, is said.
  var priceInPaidHours: Double {
    guard let price, price.isFinite else { return 1 }
    return max(0, price)
  }
}
