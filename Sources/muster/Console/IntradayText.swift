import ContactCenter
import Forecasting
import Tables

/// How much an update during the day is worth: a row per queue and share of the day.
enum IntradayText {
  /// For a person at a terminal.
  static func text(_ results: [IntradayBacktest.QueueResult]) -> String {
    var table = TextTable([
      "queue", "seen", "days", "WAPE of the rest", "updated", "ratio", "in 80%", "updated in 80%",
      "next day", "updated next day",
    ])
    for result in results {
      for row in result.rows {
        table.add([
          result.queue, NumberText.percent(row.share, 0), "\(row.days)",
          NumberText.percent(row.wape), NumberText.percent(row.updatedWape),
          NumberText.fixed(row.updatedWape / row.wape, 3), NumberText.percent(row.coverage80, 0),
          NumberText.percent(row.updatedCoverage80, 0), NumberText.percent(row.nextDayWape),
          NumberText.percent(row.updatedNextDayWape),
        ])
      }
    }
    return table.text
  }

  /// The rows as CSV; what is not known is empty.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(_ results: [IntradayBacktest.QueueResult]) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: [
        "queue", "seen", "days", "wape", "updated_wape", "in_80", "updated_in_80",
        "next_day_wape", "updated_next_day_wape",
      ], style: .standard)
    for result in results {
      for row in result.rows {
        table.text(result.queue)
        try table.number(row.share, decimals: RecordDecimals.shares)
        table.integer(row.days)
        for value in [
          row.wape, row.updatedWape, row.coverage80, row.updatedCoverage80, row.nextDayWape,
          row.updatedNextDayWape,
        ] {
          try table.number(value.isFinite ? value : nil, decimals: RecordDecimals.shares)
        }
        table.endRow()
      }
    }
    return table.bytes
  }
}
