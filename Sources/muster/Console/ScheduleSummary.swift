import Scheduling

/// What a planner reads after a schedule: one line of the shifts, one of the people.
struct ScheduleSummary {
  let shifts: ShiftPlan
  let audit: AuditReport
  let hasNames: Bool

  /// The lines, without a line end.
  var text: String { hasNames ? [plan, people].joined(separator: "\n") : plan }

  private var plan: String {
    var parts = [
      "\(shifts.shifts.count) shifts, \(NumberText.fixed(shifts.paidHours, 1)) paid hours",
      "\(NumberText.fixed(shifts.shortHours, 1)) agent-hours short",
    ]
    let gap = shifts.proof.relativeGap
    if gap > 0 { parts.append("at most \(NumberText.percent(gap, 2)) above the cheapest") }
    return parts.joined(separator: ", ")
  }

  private var people: String {
    let requests = audit.violations.count { ["requests", "wishes"].contains($0.rule) }
    var parts = [
      "\(audit.paidMinutes.count) agents, \(NumberText.fixed(audit.paidHours, 1)) paid hours",
      "\(requests) requests and wishes not kept",
    ]
    let soft = audit.softCostHours
    if soft > 0 { parts.append("prices of \(NumberText.fixed(soft, 1)) paid hours") }
    let spread = audit.fairness.filter { $0.kind == .hours }.map(\.spread).max()
    if let spread {
      parts.append("\(NumberText.fixed(spread, 1)) hours between agents of one contract at most")
    }
    if audit.cost > 0 { parts.append("cost \(NumberText.fixed(audit.cost, 0))") }
    return parts.joined(separator: ", ")
  }
}
