public import ContactCenter
internal import Tables

/// How many contacts will come per day, week or month, to a queue, a channel or the center.
///
/// ```
/// period,timestamp,level,name,offered,handle_seconds_mean,p2.5,p10,p20,p30,p40,p50,p60,p70,p80,p90,p97.5
/// day,2026-03-09T00:00:00-05:00,queue,billing,1250.4,312.4,1103,1151,1186,1210,1231,1250,1270,1291,1316,1352,1408
/// week,2026-03-09T00:00:00-05:00,center,northwind,9120.7,,,,,,,,,,,,
/// ```
///
/// The quantiles are those of the sum, which is narrower than the sum of quantiles; a row has all of them or none.
public enum TotalsRecord: RowRecord {
  /// The totals.
  public typealias Value = [DemandTotal]
  typealias Row = DemandTotal

  /// Name and columns.
  public static let schema = makeSchema(
    "totals", "The contacts expected by a queue, a channel or the center in one period.")

  static let fields: [RecordField<DemandTotal>] =
    [
      .choice("period", \.period), .timestamp("timestamp", \.start), .choice("level", \.level),
      .text("name", \.name),
      .number("offered", \.offered, decimals: RecordDecimals.contacts),
      .number("handle_seconds_mean", \.handleSecondsMean, decimals: RecordDecimals.seconds),
    ] + RecordField.quantiles(\.quantiles)

  static var blank: DemandTotal {
    DemandTotal(
      period: .day, start: Instant(secondsSinceEpoch: 0), level: .queue, name: "", offered: 0)
  }

  static func rows(of value: [DemandTotal]) -> [DemandTotal] { value }
  static func value(of rows: [DemandTotal]) -> [DemandTotal] { rows }
  static var isKeyed: Bool { true }

  static func precedes(_ one: DemandTotal, _ other: DemandTotal) -> Bool {
    let order = (DemandTotal.Period.allCases, DemandTotal.Level.allCases)
    let (a, b) = (order.0.firstIndex(of: one.period), order.0.firstIndex(of: other.period))
    if let a, let b, a != b { return a < b }
    let (c, d) = (order.1.firstIndex(of: one.level), order.1.firstIndex(of: other.level))
    if let c, let d, c != d { return c < d }
    return one.name == other.name ? one.start < other.start : one.name < other.name
  }

  static func series(of row: DemandTotal) -> String? {
    "\(row.period.rawValue) \(row.level.rawValue) \(row.name)"
  }

  static func name(of row: DemandTotal, zone: ZoneRules) -> String {
    "\(row.period.rawValue) of \(row.level.rawValue) \(row.name) at"
      + " \(TimestampText.text(row.start, in: zone))"
  }

  static func rounded(_ row: DemandTotal) -> DemandTotal { row.rounded() }
}
