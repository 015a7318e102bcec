public import ContactCenter
internal import Tables

/// What models said about the past without knowing it, beside what came.
///
/// ```
/// origin,timestamp,queue,channel,model,actual,mean,p2.5,p10,p20,p30,p40,p50,p60,p70,p80,p90,p97.5
/// 2026-03-02T00:00:00-06:00,2026-03-09T10:00:00-05:00,billing,voice,weekly,26,24.5,15,18,20,22,23,24,25,27,28,31,35
/// ```
public enum BacktestRecord: RowRecord {
  /// The rows.
  public typealias Value = [BacktestEntry]
  typealias Row = BacktestEntry

  /// Name and columns.
  public static let schema = makeSchema(
    "backtest", "What one model said at one origin about one interval, and what came.")

  static let fields: [RecordField<BacktestEntry>] =
    [
      .timestamp("origin", \.origin), .timestamp("timestamp", \.start), .text("queue", \.queue),
      .text("channel", \.channel), .text("model", \.model),
      .number("actual", \.actual, decimals: RecordDecimals.contacts),
      .number("mean", \.mean, decimals: RecordDecimals.contacts),
    ] + RecordField.quantiles(\.quantiles)

  static var blank: BacktestEntry {
    let epoch = Instant(secondsSinceEpoch: 0)
    return BacktestEntry(
      origin: epoch, start: epoch, queue: "", channel: "", model: "", actual: nil, mean: 0,
      quantiles: [])
  }

  static func rows(of value: [BacktestEntry]) -> [BacktestEntry] { value }
  static func value(of rows: [BacktestEntry]) -> [BacktestEntry] { rows }
  static var isKeyed: Bool { true }

  static func precedes(_ one: BacktestEntry, _ other: BacktestEntry) -> Bool {
    (one.queue, one.model, one.origin, one.start)
      < (other.queue, other.model, other.origin, other.start)
  }

  static func series(of row: BacktestEntry) -> String? {
    "\(row.queue) \(row.model) \(row.origin.secondsSinceEpoch)"
  }

  static func name(of row: BacktestEntry, zone: ZoneRules) -> String {
    "\(row.model) for \(row.queue) at \(TimestampText.text(row.start, in: zone))"
  }

  static func rounded(_ row: BacktestEntry) -> BacktestEntry { row.rounded() }
}
