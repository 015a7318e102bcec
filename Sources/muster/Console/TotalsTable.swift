import ContactCenter
import Planning
import Records
import Tables

/// A requirement in hours, full-time equivalents and money.
enum TotalsTable {
  /// Days and queues for a person at a terminal, then the whole period.
  static func text(_ totals: StaffingTotals) -> String {
    let hasCost = totals.center.cost > 0
    var table = TextTable(
      [
        "day", "", "queue", "contacts", "service level", "day meets it", "peak agents",
        "agent-hours", "scheduled",
        "paid", "FTE",
      ] + (hasCost ? ["cost"] : []))
    for row in totals.rows {
      table.add(
        [
          row.day?.text ?? (totals.days == 1 ? "1 day" : "\(totals.days) days"),
          row.day?.weekday.shortName ?? "",
          row.queue ?? "center", NumberText.fixed(row.contacts, 0),
          NumberText.percent(row.serviceLevel), NumberText.percent(row.probabilityOfTarget, 0),
          "\(row.peakAgents)",
          NumberText.fixed(row.agentHours, 1), NumberText.fixed(row.scheduledHours, 1),
          NumberText.fixed(row.paidHours, 1), NumberText.fixed(row.fullTimeEquivalents, 1),
        ] + (hasCost ? [NumberText.fixed(row.cost, 0)] : []))
    }
    let hours = NumberText.plain(totals.fullTimeHours)
    return table.text
      + "\n\nFTE: paid hours per week over the \(hours) hours of a full-time contract"
  }

  /// The rows as CSV; an empty day is the whole period, an empty queue the center.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(_ totals: StaffingTotals) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: [
        "day", "queue", "contacts", "service_level", "probability_of_target", "peak_agents",
        "agent_hours",
        "scheduled_hours",
        "paid_hours", "fte", "cost",
      ], style: .standard)
    for row in totals.rows {
      table.text(row.day?.text ?? "")
      table.text(row.queue ?? "")
      try table.number(row.contacts, decimals: RecordDecimals.contacts)
      try table.number(row.serviceLevel, decimals: RecordDecimals.shares)
      try table.number(row.probabilityOfTarget, decimals: RecordDecimals.shares)
      try table.number(Double(row.peakAgents), decimals: 0)
      for hours in [row.agentHours, row.scheduledHours, row.paidHours, row.fullTimeEquivalents] {
        try table.number(hours, decimals: RecordDecimals.agents)
      }
      try table.number(row.cost, decimals: RecordDecimals.values)
      table.endRow()
    }
    return table.bytes
  }

  /// What a lever does to each queue and to the center, beside the plan.
  static func difference(_ plan: StaffingTotals, _ changed: StaffingTotals, what: String) -> String
  {
    var table = TextTable([
      "what if \(what)", "measure", "plan", "what if", "difference",
    ])
    for row in changed.rows where row.day == nil {
      guard let old = plan.rows.first(where: { $0.day == nil && $0.queue == row.queue }) else {
        continue
      }
      var name = row.queue ?? "center"
      func add(_ measure: String, _ a: Double, _ b: Double, _ decimals: Int) {
        let sign = b >= a ? "+" : ""
        table.add([
          name, measure, NumberText.fixed(a, decimals), NumberText.fixed(b, decimals),
          sign + NumberText.fixed(b - a, decimals),
        ])
        name = ""
      }
      add("contacts", old.contacts, row.contacts, 0)
      if let a = old.serviceLevel, let b = row.serviceLevel {
        add("service level %", a * 100, b * 100, 1)
      }
      add("agent-hours", old.agentHours, row.agentHours, 1)
      add("scheduled hours", old.scheduledHours, row.scheduledHours, 1)
      add("FTE", old.fullTimeEquivalents, row.fullTimeEquivalents, 1)
      if old.cost > 0 || row.cost > 0 { add("cost", old.cost, row.cost, 0) }
    }
    return table.text
  }
}
