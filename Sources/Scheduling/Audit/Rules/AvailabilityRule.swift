import ContactCenter

/// Nobody works on leave, nor outside the stretches in which they are available where they name any.
public struct AvailabilityRule: SchedulingRule {
  /// `availability`.
  public let name = "availability"

  /// Creates the rule.
  public init() {}

  /// One violation per shift.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    roster.shifts.compactMap { shift in
      let own = roster.availability[shift.agent] ?? []
      let onLeave = own.first {
        $0.kind == .leave
          && Interval(start: $0.start, end: $0.end).overlapSeconds(with: shift.stretch) > 0
      }
      if let onLeave, !roster.isPinned(shift) {
        return violation(shift, "on leave from \(roster.clock(onLeave.start))", roster)
      }
      let available = own.filter { $0.kind == .available }
      guard !available.isEmpty, !roster.isPinned(shift) else { return nil }
      // Stretches may touch or overlap: walk through them as far as they carry.
      var reached = shift.stretch.start
      for stretch in available where stretch.start <= reached {
        reached = max(reached, stretch.end)
      }
      guard reached < shift.stretch.end else { return nil }
      return violation(shift, "not available from \(roster.clock(reached))", roster)
    }
  }

  private func violation(
    _ shift: RosterUnderAudit.Shift, _ why: String, _ roster: RosterUnderAudit
  ) -> RuleViolation {
    RuleViolation(
      rule: name, place: shift.agent, stretch: shift.stretch,
      message: "works at \(roster.clock(shift.stretch.start)) and is \(why)")
  }
}
