internal import ContactCenter

extension PlanText {
  /// What shifts, cover and the schedule say beyond the usual, in the words of the plan.
  static func addShifts(of plan: Plan, to out: inout [String: String]) {
    if let from = plan.schedule.from { out["schedule.from"] = from.text }
    if plan.schedule.corrections > 0 { out["schedule.correct"] = "\(plan.schedule.corrections)" }
    if !plan.cover.isEmpty { out["cover"] = list(plan.cover.map(text)) }
  }

  private static func text(of rule: CoverRule) -> String {
    var when: (String, String)
    switch rule.days {
    case .weekdays(let days): when = ("days", list(days.sorted().map(\.shortName)))
    case .date(let date): when = ("date", date.text)
    }
    return flow([
      ("group", rule.group), ("type", rule.shiftType), (when.0, when.1),
      ("agents", "\(rule.agents)"), ("short", rule.shortPrice.map { "\(number($0))h" }),
      ("surplus", rule.surplusPrice.map { "\(number($0))h" }),
    ])
  }
}
