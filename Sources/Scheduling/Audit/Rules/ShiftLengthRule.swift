import ContactCenter

/// Every shift has a length that the contract allows, or the form of one of its split shifts, unless it was published.
public struct ShiftLengthRule: SchedulingRule {
  /// `shift-length`.
  public let name = "shift-length"

  /// Creates the rule.
  public init() {}

  /// One violation per shift.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    roster.shifts.compactMap { shift in
      guard let contract = roster.contract(of: shift.agent),
        !allows(shift, contract), !roster.isPinned(shift)
      else { return nil }
      return RuleViolation(
        rule: name, place: shift.agent, stretch: shift.stretch,
        message: "a shift of \(shift.minutes) minutes at \(roster.clock(shift.stretch.start)), "
          + "which \(contract.name) does not allow")
    }
  }

  /// Whether a shift has a length of the contract's, or is a split shift of one of its forms.
  private func allows(_ shift: RosterUnderAudit.Shift, _ contract: Contract) -> Bool {
    guard let gap = shift.gap else { return contract.shiftMinutes.contains(shift.minutes) }
    let (first, second) = (shift.pieces[0].seconds / 60, shift.pieces[1].seconds / 60)
    return contract.splitShifts.contains {
      $0.fits(first: first, gap: gap.seconds / 60, second: second)
    }
  }
}
