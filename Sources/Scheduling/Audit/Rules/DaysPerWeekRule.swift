import ContactCenter

/// Nobody works on more days of a week, Monday to Sunday, than the contract allows.
public struct DaysPerWeekRule: SchedulingRule {
  /// `days-per-week`.
  public let name = "days-per-week"

  /// Creates the rule.
  public init() {}

  /// One violation per agent and week, at the first shift too many.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    var result: [RuleViolation] = []
    var days: Set<CivilDate> = []
    for (index, shift) in roster.shifts.enumerated() {
      if index > 0 {
        let before = roster.shifts[index - 1]
        if before.agent != shift.agent || before.week != shift.week { days = [] }
      }
      guard let contract = roster.contract(of: shift.agent),
        days.insert(shift.date).inserted, days.count == contract.daysPerWeek + 1
      else { continue }
      result.append(
        RuleViolation(
          rule: name, place: shift.agent, stretch: shift.stretch,
          message: "more than \(contract.daysPerWeek) days in the week of \(shift.week.text), "
            + "the limit of \(contract.name)"))
    }
    return result
  }
}
