import ContactCenter

/// Every shift starts and ends when its agent's contract lets it, and is of a type that the contract allows, unless it
/// was published.
public struct ShiftTimesRule: SchedulingRule {
  /// `shift-times`.
  public let name = "shift-times"

  /// Creates the rule.
  public init() {}

  /// One violation per shift, with the first thing that is wrong.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    roster.shifts.compactMap { shift in
      guard let contract = roster.contract(of: shift.agent), !roster.isPinned(shift) else {
        return nil
      }
      let own = roster.lineShift(shift)
      guard let mistake = mistake(own, minutes: shift.minutes, contract: contract) else {
        return nil
      }
      return RuleViolation(
        rule: name, place: shift.agent, stretch: shift.stretch,
        message: "the shift at \(roster.clock(shift.stretch.start)) \(mistake) (\(contract.name))")
    }
  }

  private func mistake(
    _ shift: WorkLine.Shift, minutes: Int, contract: Contract
  ) -> String? {
    if let earliest = contract.earliestStart, shift.startMinute < earliest {
      return "starts before \(clock(earliest))"
    }
    if let latest = contract.latestStart, shift.startMinute > latest {
      return "starts after \(clock(latest))"
    }
    if let latest = contract.latestEnd, shift.startMinute + minutes > latest {
      return "ends after \(clock(latest))"
    }
    if !contract.shiftTypes.isEmpty, !contract.shiftTypes.contains(shift.type ?? "") {
      let types = contract.shiftTypes.sorted().joined(separator: ", ")
      return shift.type.map { "is of type \($0), allowed: \(types)" }
        ?? "is of no type, allowed: \(types)"
    }
    return nil
  }

  private func clock(_ minute: Int) -> String {
    let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
