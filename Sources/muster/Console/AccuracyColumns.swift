import Forecasting
import Tables

/// The columns of accuracy that backtest and accuracy share.
enum AccuracyColumns {
  /// A lead as people write it.
  static func lead(_ days: Int) -> String {
    days == AccuracyTable.longer ? "longer" : "\(days)d"
  }

  /// Rows as CSV; what is not known is an empty cell.
  ///
  /// - Parameters:
  ///   - rows: the rows in their order.
  ///   - label: what a row's model is called here.
  /// *Throws*: `TableError` for a number that cannot be written.
  static func bytes(_ rows: [AccuracyRow], label: String) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: [
        "queue", "channel", "lead", label, "origins", "intervals", "mase", "wape", "day_wape",
        "bias", "crps", "coverage_80", "coverage_95", "noise_floor",
      ], style: .standard)
    for row in rows {
      table.text(row.queue)
      table.text(row.channel)
      table.text(lead(row.leadDays))
      table.text(row.model)
      table.integer(row.origins)
      table.integer(row.intervals)
      for value in [
        row.mase, row.wape, row.dayWape, row.bias, row.wql, row.coverage80, row.coverage95,
        row.noiseFloor,
      ] {
        try table.number(value.isFinite ? value : nil, decimals: 6)
      }
      table.endRow()
    }
    return table.bytes
  }

  /// The header of the table for people.
  static func header(_ label: String) -> [String] {
    [
      "queue", "lead", label, "origins", "MASE", "WAPE", "bias", "CRPS", "in 80%", "in 95%",
      "noise floor",
    ]
  }

  /// A row of the table for people.
  static func cells(_ row: AccuracyRow) -> [String] {
    [
      row.queue, lead(row.leadDays), row.model, "\(row.origins)", NumberText.fixed(row.mase, 3),
      NumberText.percent(row.wape), NumberText.percent(row.bias), NumberText.percent(row.wql),
      NumberText.percent(row.coverage80, 0), NumberText.percent(row.coverage95, 0),
      NumberText.percent(row.noiseFloor),
    ]
  }
}
