import Forecasting
import Tables

/// A backtest of handle time as a table for people and as CSV.
enum HandleTimeTable {
  /// The rows worth showing: a lead beyond the horizon would only repeat the one that covers it.
  static func rows(_ result: HandleTimeResult, horizonDays: Int) -> [HandleTimeRow] {
    let widest = AccuracyText.widestLead(horizonDays)
    let queues = Set(result.rows.map(\.queue)).count
    // With one queue, all queues together are that queue again.
    return result.rows.filter { $0.leadDays <= widest && (queues > 2 || !$0.queue.isEmpty) }
  }

  /// One row per queue, lead and method; an empty queue stands for all.
  ///
  /// *Throws*: `TableError` for a number that cannot be written.
  static func bytes(_ rows: [HandleTimeRow]) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: ["queue", "lead", "method", "intervals", "contacts", "wape", "bias"],
      style: .standard)
    for row in rows {
      table.text(row.queue)
      table.text(AccuracyColumns.lead(row.leadDays))
      table.text(row.method)
      table.integer(row.intervals)
      for value in [row.contacts, row.wape, row.bias] {
        try table.number(value.isFinite ? value : nil, decimals: 6)
      }
      table.endRow()
    }
    return table.bytes
  }

  /// What a planner at a terminal sees.
  static func text(_ rows: [HandleTimeRow]) -> String {
    var table = TextTable(["queue", "lead", "method", "contacts", "WAPE", "bias"])
    for row in rows {
      table.add([
        row.queue.isEmpty ? "all queues" : row.queue, AccuracyColumns.lead(row.leadDays),
        row.method, NumberText.fixed(row.contacts, 0), NumberText.percent(row.wape),
        NumberText.percent(row.bias),
      ])
    }
    return table.text
      + "\n\nWAPE of the mean handle time of each interval, weighted by its handled contacts"
  }
}
