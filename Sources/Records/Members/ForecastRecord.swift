public import ContactCenter
internal import Tables

/// How many contacts will come, per queue and interval, with quantiles.
///
/// ```
/// timestamp,queue,channel,offered,handle_seconds_mean,p2.5,p10,p20,p30,p40,p50,p60,p70,p80,p90,p97.5
/// 2026-03-09T10:00:00-05:00,billing,voice,24.5,312.4,15,18,20,22,23,24,25,27,28,31,35
/// 2026-03-09T10:15:00-05:00,billing,voice,26.1,312.4,,,,,,,,,,,
/// ```
///
/// The quantiles are those of contacts offered; a row has all of them or none. Where the planner changed anything, a last
/// column `offered_unadjusted` holds what the forecast was before; it is empty in the other rows, and absent
/// where nothing was changed.
public enum ForecastRecord: RowRecord {
  /// The forecast.
  public typealias Value = DemandForecast

  struct Row: Equatable {
    var queue = ""
    var channel = ""
    var interval = ForecastInterval(
      start: Instant(secondsSinceEpoch: 0), offered: 0, handleSecondsMean: nil)
  }

  /// Name and columns.
  public static let schema = makeSchema(
    "forecast", "The contacts expected by one queue in one interval.")

  static let fields: [RecordField<Row>] =
    [
      .timestamp("timestamp", \.interval.start, aliases: ["ds"]),
      .text("queue", \.queue, aliases: ["unique_id"]), .text("channel", \.channel),
      .number("offered", \.interval.offered, decimals: RecordDecimals.contacts),
      .number(
        "handle_seconds_mean", \.interval.handleSecondsMean, decimals: RecordDecimals.seconds,
        aliases: ["aht_seconds"]),
    ] + RecordField.quantiles(\.interval.quantiles) + [
      .number(
        unadjustedColumn, \.interval.unadjusted, decimals: RecordDecimals.contacts)
    ]

  private static let unadjustedColumn = "offered_unadjusted"

  static func isWritten(_ column: RecordColumn, for rows: [Row]) -> Bool {
    column.name != unadjustedColumn || rows.contains { $0.interval.unadjusted != nil }
  }

  static var blank: Row { Row() }
  static var isKeyed: Bool { true }

  static func precedes(_ one: Row, _ other: Row) -> Bool {
    one.queue == other.queue ? one.interval.start < other.interval.start : one.queue < other.queue
  }

  static func series(of row: Row) -> String? { row.queue }

  static func name(of row: Row, zone: ZoneRules) -> String {
    "\(row.queue) at \(TimestampText.text(row.interval.start, in: zone))"
  }

  static func rows(of value: DemandForecast) -> [Row] {
    value.queues.flatMap { queue in
      queue.intervals.map { Row(queue: queue.queue, channel: queue.channel, interval: $0) }
    }
  }

  static func value(of rows: [Row]) -> DemandForecast {
    DemandForecast(
      queues: RowRuns.of(rows) { $0.queue == $1.queue }.map { run in
        QueueForecast(
          queue: rows[run.lowerBound].queue, channel: rows[run.lowerBound].channel,
          intervals: rows[run].map(\.interval))
      })
  }

  static func rounded(_ row: Row) -> Row {
    var copy = row
    copy.interval.offered = roundedToDecimals(row.interval.offered, RecordDecimals.contacts)
    copy.interval.handleSecondsMean = row.interval.handleSecondsMean.map {
      roundedToDecimals($0, RecordDecimals.seconds)
    }
    copy.interval.quantiles = row.interval.quantiles.map {
      roundedToDecimals($0, RecordDecimals.contacts)
    }
    copy.interval.unadjusted = row.interval.unadjusted.map {
      roundedToDecimals($0, RecordDecimals.contacts)
    }
    return copy
  }

  static func channel(of row: Row) -> String? { row.channel }
}
