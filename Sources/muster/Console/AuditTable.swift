import ContactCenter
import Scheduling
import Tables

/// An audit as rows: what is broken or was paid for, then sums, each with the part it belongs to.
///
/// `violation` rows have a severity; `price`, `pay`, `coverage`, `cover` and `fairness` rows an amount with its unit. Costs
/// are in paid hours, but for the money of a group.
enum AuditTable {
  /// The rows as CSV, times in `zone`.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(_ report: AuditReport, zone: ZoneRules) throws(TableError) -> [UInt8] {
    var writer = Writer(zone: zone)
    for row in report.violations {
      try writer.add(
        "violation", row.rule, row.place, from: row.stretch.start, to: row.stretch.end,
        severity: row.severity.rawValue, amount: row.measure?.amount, unit: row.measure?.unit,
        cost: row.measure?.costHours, message: row.message)
    }
    for row in report.softCosts {
      try writer.add(
        "price", row.rule, nil, amount: row.amount, unit: row.unit, cost: row.costHours)
    }
    for row in report.costs {
      let group = row.group.isEmpty ? nil : row.group
      try writer.add("pay", "hours", group, amount: row.paidHours, unit: "paid hour")
      if row.cost > 0 { try writer.add("pay", "money", group, amount: row.cost) }
    }
    for day in report.coverage?.days ?? [] where !day.isEmpty {
      let numbers = [
        ("needed", day.needHours), ("short", day.shortHours), ("over", day.overHours),
      ]
      for (name, hours) in numbers {
        try writer.add(
          "coverage", name, day.queue, from: zone.startOfDay(day.date),
          to: zone.startOfDay(day.date.advanced(by: 1)), amount: hours, unit: "agent-hour")
      }
    }
    for count in report.typeCover {
      let date = count.cover.date
      try writer.add(
        "cover", count.cover.shiftType, count.cover.group, from: zone.startOfDay(date),
        to: zone.startOfDay(date.advanced(by: 1)),
        amount: Double(count.agents - count.cover.agents), unit: "agent",
        message: "\(count.agents) of \(count.cover.agents)")
    }
    for share in report.fairness where share.most > 0 {
      let numbers = [
        ("least", share.least), ("mean", share.mean), ("most", share.most),
        ("spread", share.spread), ("deviation", share.standardDeviation),
      ]
      for (name, value) in numbers {
        try writer.add(
          "fairness", "\(share.kind.rawValue) \(name)", "\(share.group) \(share.contract)",
          amount: value)
      }
    }
    return writer.table.bytes
  }

  private struct Writer {
    var table = TableWriter(
      columns: [
        "part", "rule", "place", "start", "end", "severity", "amount", "unit", "cost_hours",
        "message",
      ], style: .standard)
    let zone: ZoneRules

    init(zone: ZoneRules) { self.zone = zone }

    mutating func add(
      _ part: String, _ rule: String, _ place: String?, from: Instant? = nil, to: Instant? = nil,
      severity: String? = nil, amount: Double? = nil, unit: String? = nil, cost: Double? = nil,
      message: String? = nil
    ) throws(TableError) {
      table.text(part)
      table.text(rule)
      table.text(place)
      for instant in [from, to] {
        table.text(instant.map { TimestampText.text($0, in: zone) })
      }
      table.text(severity)
      try table.number(amount, decimals: RecordDecimals.values)
      table.text(unit)
      try table.number(cost, decimals: RecordDecimals.values)
      table.text(message)
      table.endRow()
    }
  }
}
