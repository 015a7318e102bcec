internal import ContactCenter

extension PlanText {
  /// Every activity on a line of its own, in the words of the plan.
  static func addActivities(of plan: Plan, to out: inout [String: String]) {
    for request in plan.activities {
      out["activities.\(request.name)"] = flow([
        ("kind", request.kind.rawValue),
        ("groups", request.groups.isEmpty ? nil : list(request.groups.sorted().map(name))),
        ("agents", request.agents.isEmpty ? nil : list(request.agents.sorted().map(name))),
        ("length", "\(request.minutes)m"), ("times", "\(request.times)"),
        ("per", request.span.rawValue), ("together", request.together?.text),
        ("hours", request.hours.map(flowHours)),
        ("days_apart", request.daysApart > 1 ? "\(request.daysApart)" : nil),
      ])
    }
  }
}
