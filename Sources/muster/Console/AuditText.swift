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
    ([broken, prices, pay, coverage, cover, fairness].compactMap { $0 } + [summary])
      .joined(separator: "\n\n")
  }

  /// One line: shifts, hours, what is broken, what is short.
  var summary: String {
    // What is not covered is told in hours and shifts.
    let hard = report.violations.count {
      $0.severity > .note && !["coverage", "type-cover"].contains($0.rule)
    }
    let soft = report.violations.count { $0.measure?.price != nil }
    var parts = [
      "\(report.shiftCount) shifts, \(NumberText.fixed(report.paidHours, 1)) paid hours, "
        + "\(report.rules.count) rules: \(hard) violations"
    ]
    if soft > 0 { parts.append("\(soft) allowed at a price") }
    if report.costHours > 0 {
      parts.append("cost \(NumberText.fixed(report.costHours, 2)) paid hours")
    }
    if report.coverage != nil {
      parts.append("\(NumberText.fixed(report.shortHours, 1)) agent-hours short")
    } else if report.typeCover.isEmpty {
      parts.append("coverage not judged")
    }
    if !report.typeCover.isEmpty {
      parts.append("\(report.typeCover.reduce(0) { $0 + $1.short }) shifts short of the cover")
    }
    if report.cost > 0 { parts.append("pay \(NumberText.fixed(report.cost, 0))") }
    return parts.joined(separator: ", ")
  }

  private var broken: String? {
    let rows = report.violations.filter { $0.measure?.price == nil || $0.severity > .note }
      .sorted { ($1.severity, $0.rule) < ($0.severity, $1.rule) }
    guard !rows.isEmpty else { return nil }
    var table = TextTable(["rule", "who", "from", "what"])
    let runs = Self.runs(of: rows)
    for run in runs.prefix(Self.shown) {
      guard let first = run.first, let last = run.last else { continue }
      table.add([
        first.rule, first.place, grid.zone.local(first.stretch.start).text,
        run.count == 1 ? first.message : shortage(run, until: last.stretch.end),
      ])
    }
    let more = runs.dropFirst(Self.shown).reduce(0) { $0 + $1.count }
    return table.text + (more > 0 ? "\n… and \(more) more" : "")
  }

  /// Intervals in a row in which a queue is short are one line; everything else is a line each.
  private static func runs(of rows: [RuleViolation]) -> [[RuleViolation]] {
    var runs: [[RuleViolation]] = []
    for row in rows {
      if let last = runs.last?.last, row.rule == "coverage", last.rule == row.rule,
        last.place == row.place, last.stretch.end == row.stretch.start
      {
        runs[runs.count - 1].append(row)
      } else {
        runs.append([row])
      }
    }
    return runs
  }

  /// `2.0 to 4.0 agents short until 2026-03-09T13:00:00`.
  private func shortage(_ run: [RuleViolation], until end: Instant) -> String {
    let agents = run.compactMap { row in
      row.measure.map { $0.amount * 3600 / Double(max(1, row.stretch.seconds)) }
    }
    let (least, most) = (agents.min() ?? 0, agents.max() ?? 0)
    let range = (most - least > 0.005 ? "\(NumberText.plain(least)) to " : "")
    return "\(range)\(NumberText.plain(most)) agents short until \(grid.zone.local(end).text)"
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

  private var pay: String? {
    let hasExtras = report.costs.contains { !$0.extras.isEmpty }
    guard report.cost > 0 || hasExtras else { return nil }
    var table = TextTable(["group", "pay", "hours", "per hour", "money"])
    for row in report.costs {
      let price = row.costPerHour
      func line(_ name: String, _ hours: Double, _ group: String) {
        table.add([
          group, name, NumberText.fixed(hours, 1), price > 0 ? NumberText.plain(price) : "",
          price > 0 ? NumberText.fixed(hours * price, 0) : "",
        ])
      }
      line("paid hours", row.paidHours, row.group)
      for extra in row.extras { line(extra.name, extra.hours, "") }
    }
    return table.text
  }

  private var coverage: String? {
    let days = (report.coverage?.days ?? []).filter { !$0.isEmpty }
    guard !days.isEmpty else { return nil }
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
