import ContactCenter

/// Every shift has a length that the contract allows, unless it was published.
public struct ShiftLengthRule: SchedulingRule {
  /// `shift-length`.
  public let name = "shift-length"

  /// Creates the rule.
  public init() {}

  /// One violation per shift.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    roster.shifts.compactMap { shift in
      guard let contract = roster.contract(of: shift.agent),
        !contract.shiftMinutes.contains(shift.minutes), !roster.isPinned(shift)
      else { return nil }
      return RuleViolation(
        rule: name, place: shift.agent, stretch: shift.stretch,
        message: "a shift of \(shift.minutes) minutes at \(roster.clock(shift.stretch.start)), "
          + "which \(contract.name) does not allow")
    }
  }
}
