import Scheduling

/// What a planner reads after a schedule: one line of the shifts, one of the people, one of what the roster costs.
struct ScheduleSummary {
  let shifts: ShiftPlan
  let audit: AuditReport
  let hasNames: Bool
  /// What the search counted for the roster, and what no roster can cost less than, in paid hours.
  var price: (cost: Double, bound: Double?)?

  /// The lines, without a line end.
  var text: String { ([plan] + (hasNames ? [people, cost] : [])).joined(separator: "\n") }

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
    for kind in RosterFairness.Kind.allCases {
      let spread = audit.fairness.filter { $0.kind == kind }.map(\.spread).max() ?? 0
      guard spread > 0 || kind == .hours else { continue }
      parts.append("\(kind.rawValue) differ by \(NumberText.plain(spread)) at most")
    }
    if audit.cost > 0 { parts.append("pay \(NumberText.fixed(audit.cost, 0))") }
    return parts.joined(separator: ", ")
  }

  /// What the roster costs beside its paid hours, with its parts as the audit finds them.
  private var cost: String {
    let total = price?.cost ?? audit.costHours
    var line = "cost \(NumberText.fixed(total, 2)) paid hours"
    if let bound = price?.bound, bound.isFinite {
      line += ", bound \(NumberText.fixed(bound, 2))"
      if total > 0 { line += ", gap \(NumberText.percent(max(0, total - bound) / total, 2))" }
    }
    let parts = audit.softCosts.filter { $0.costHours > 0 && !$0.isFairness }.map {
      "\($0.rule) \(NumberText.fixed($0.costHours, 2))"
    }
    return parts.isEmpty ? line : line + ": " + parts.joined(separator: ", ")
  }
}
