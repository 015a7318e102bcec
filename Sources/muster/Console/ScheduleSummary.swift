import Scheduling

/// What a planner reads after a schedule: one line of the shifts, one of the people, one of what the roster costs.
struct ScheduleSummary {
  let shifts: ShiftPlan
  let audit: AuditReport
  /// What the search says of the roster of named people; nil for seats.
  let assignment: RosterResult?

  /// The lines, without a line end.
  var text: String {
    ([plan] + prices + services + (assignment.map { [people, cost(of: $0)] } ?? []))
      .joined(separator: "\n")
  }

  private var plan: String {
    var parts = [
      "\(shifts.shifts.count) shifts, \(NumberText.fixed(shifts.paidHours, 1)) paid hours"
    ]
    // Where the plan's cover names the shifts, none is designed: hours are not short, shifts are not worked.
    if audit.typeCover.isEmpty {
      parts.append("\(NumberText.fixed(shifts.shortHours, 1)) agent-hours short")
    }
    if let assignment, !assignment.isComplete {
      let hours = NumberText.fixed(assignment.uncoveredHours, 1)
      parts.append("\(assignment.uncovered.count) of \(hours) paid hours with nobody")
    }
    let gap = shifts.proof.relativeGap
    // A gap that rounds to nothing says nothing.
    if gap >= 0.000_05 { parts.append("at most \(NumberText.percent(gap, 2)) above the cheapest") }
    return parts.joined(separator: ", ")
  }

  /// What the shifts cost, where more than pay is in it.
  private var prices: [String] {
    guard shifts.costs.count > 1, shifts.costs.contains(where: { !$0.isPlain }) else { return [] }
    let parts = shifts.costs.map { "\($0.name) \(NumberText.fixed($0.hours, 2))" }
    return [
      "shifts cost \(NumberText.fixed(shifts.costHours, 2)) paid hours: "
        + parts.joined(separator: ", ")
    ]
  }

  /// What promises of service over days and weeks come to, by queue.
  private var services: [String] {
    Dictionary(grouping: shifts.services, by: \.queue).sorted { $0.key < $1.key }.map {
      queue, rows in
      let worst = rows.map(\.expected).min() ?? 0
      let target = rows.first?.target ?? 0
      return
        "\(queue): \(NumberText.percent(worst, 1)) of contacts or more expected in time in each "
        + "\((rows.map(\.days).max() ?? 1) > 1 ? "week" : "day"), \(NumberText.percent(target, 1)) promised"
    }
  }

  private var people: String {
    let requests = audit.violations.count { ["requests", "wishes"].contains($0.rule) }
    var parts = [
      "\(audit.paidMinutes.count) agents, \(NumberText.fixed(audit.paidHours, 1)) paid hours",
      "requests and wishes not kept: \(requests)",
    ]
    for kind in RosterFairness.Kind.allCases {
      let spread = audit.fairness.filter { $0.kind == kind }.map(\.spread).max() ?? 0
      guard spread > 0 || kind == .hours else { continue }
      parts.append("\(kind.rawValue) differ by \(NumberText.plain(spread)) at most")
    }
    if audit.cost > 0 { parts.append("pay \(NumberText.fixed(audit.cost, 0))") }
    return parts.joined(separator: ", ")
  }

  /// What the roster costs beside its paid hours, what no roster can cost less than, and what is in it.
  private func cost(of roster: RosterResult) -> String {
    var line = "cost \(NumberText.fixed(roster.costs.total, 2)) paid hours"
    if roster.boundHours.isFinite {
      line += ", bound \(NumberText.fixed(roster.boundHours, 2))"
      line += ", gap \(NumberText.percent(roster.relativeGap, 2))"
    }
    let parts = [
      ("uncovered", roster.costs.uncovered), ("surplus", roster.costs.surplus),
      ("requests", roster.costs.requests), ("rules", roster.costs.rules),
    ].filter { $0.1 > 0 }.map { "\($0.0) \(NumberText.fixed($0.1, 2))" }
    return parts.isEmpty ? line : line + ": " + parts.joined(separator: ", ")
  }
}

extension CostLine {
  /// Whether every plan has it: pay, and what is short at the one price of all.
  fileprivate var isPlain: Bool { name == "pay" || name.hasPrefix("short ") }
}
