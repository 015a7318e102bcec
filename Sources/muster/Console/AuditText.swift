import ContactCenter
import Scheduling

/// What an audit says to a person: what is broken, what was paid for, what is covered, who has how much.
struct AuditText {
  let report: AuditReport
  let grid: TimeGrid

  /// Violations listed; the rest is counted.
  private static let shown = 40

  /// All tables that have rows, then the summary.
  var full: String {
    ([broken, prices, cost, coverage, cover, fairness].compactMap { $0 } + [summary])
      .joined(separator: "\n\n")
  }

  /// One line: shifts, hours, what is broken, what is short.
  var summary: String {
    let hard = report.violations.count { $0.severity > .note }
    let soft = report.violations.count { $0.measure?.price != nil }
    var parts = [
      "\(report.shiftCount) shifts, \(NumberText.fixed(report.paidHours, 1)) paid hours, "
        + "\(report.rules.count) rules: \(hard) violations"
    ]
    if soft > 0 { parts.append("\(soft) allowed at a price") }
    if report.softCostHours > 0 {
      parts.append("prices of \(NumberText.fixed(report.softCostHours, 1)) paid hours")
    }
    if report.coverage != nil || report.typeCover.isEmpty {
      parts.append("\(NumberText.fixed(report.shortHours, 1)) agent-hours short")
    }
    if !report.typeCover.isEmpty {
      parts.append("\(report.typeCover.reduce(0) { $0 + $1.short }) shifts short of the cover")
    }
    if report.cost > 0 { parts.append("cost \(NumberText.fixed(report.cost, 0))") }
    return parts.joined(separator: ", ")
  }

  private var broken: String? {
    let rows = report.violations.filter { $0.measure?.price == nil || $0.severity > .note }
      .sorted { ($1.severity, $0.rule) < ($0.severity, $1.rule) }
    guard !rows.isEmpty else { return nil }
    var table = TextTable(["rule", "who", "from", "what"])
    for violation in rows.prefix(Self.shown) {
      table.add([
        violation.rule, violation.place, grid.zone.local(violation.stretch.start).text,
        violation.message,
      ])
    }
    let more = rows.count - Self.shown
    return table.text + (more > 0 ? "\n… and \(more) more" : "")
  }

  private var prices: String? {
    guard !report.softCosts.isEmpty else { return nil }
    var table = TextTable(["allowed at a price", "outside", "", "paid hours"])
    for row in report.softCosts {
      let isOne = row.amount == 1
      table.add([
        row.rule, NumberText.plain(row.amount), row.unit + (isOne ? "" : "s"),
        NumberText.fixed(row.costHours, 1),
      ])
    }
    return table.text
  }

  private var cost: String? {
    guard report.cost > 0 else { return nil }
    var table = TextTable(["group", "paid hours", "per hour", "cost"])
    for row in report.costs {
      table.add([
        row.group, NumberText.fixed(row.paidHours, 1), NumberText.plain(row.costPerHour),
        NumberText.fixed(row.cost, 0),
      ])
    }
    return table.text
  }

  private var coverage: String? {
    guard let days = report.coverage?.days, !days.isEmpty else { return nil }
    var table = TextTable(["queue", "day", "", "needed", "short", "over"])
    var last = ""
    for day in days {
      table.add([
        day.queue == last ? "" : day.queue, day.date.text, day.date.weekday.shortName,
        NumberText.fixed(day.needHours, 1), NumberText.fixed(day.shortHours, 1),
        NumberText.fixed(day.overHours, 1),
      ])
      last = day.queue
    }
    return table.text
  }

  private var cover: String? {
    guard !report.typeCover.isEmpty else { return nil }
    var table = TextTable(["group", "type", "days", "asked for", "short", "surplus"])
    let rows = Dictionary(grouping: report.typeCover) { [$0.cover.group, $0.cover.shiftType] }
    for (name, counts) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      table.add(
        name + [
          "\(counts.count)", "\(counts.reduce(0) { $0 + $1.cover.agents })",
          "\(counts.reduce(0) { $0 + $1.short })", "\(counts.reduce(0) { $0 + $1.surplus })",
        ])
    }
    return table.text
  }

  private var fairness: String? {
    let rows = report.fairness.filter { $0.most > 0 }
    guard !rows.isEmpty else { return nil }
    var table = TextTable([
      "group", "contract", "agents", "shared", "least", "most", "spread", "deviation",
    ])
    for row in rows {
      table.add([
        row.group, row.contract, "\(row.amounts.count)", row.kind.rawValue,
        NumberText.plain(row.least), NumberText.plain(row.most), NumberText.plain(row.spread),
        NumberText.fixed(row.standardDeviation, 2),
      ])
    }
    return table.text
  }
}
