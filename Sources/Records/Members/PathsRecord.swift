public import ContactCenter
internal import Tables

/// Simulated volumes: whole futures that keep the connection between intervals.
///
/// ```
/// path,timestamp,queue,offered
/// 1,2026-03-09T10:00:00-05:00,billing,22
/// 1,2026-03-09T10:15:00-05:00,billing,27
/// 2,2026-03-09T10:00:00-05:00,billing,31
/// ```
public enum PathsRecord: RowRecord {
  /// The points.
  public typealias Value = [SamplePathPoint]
  typealias Row = SamplePathPoint

  /// Name and columns.
  public static let schema = makeSchema(
    "paths", "The volume of one queue in one interval on one simulated path.")

  static let fields: [RecordField<SamplePathPoint>] = [
    .count("path", \.path), .timestamp("timestamp", \.start), .text("queue", \.queue),
    .number("offered", \.offered, decimals: RecordDecimals.contacts),
  ]

  static var blank: SamplePathPoint {
    SamplePathPoint(path: 1, start: Instant(secondsSinceEpoch: 0), queue: "", offered: 0)
  }

  static func rows(of value: [SamplePathPoint]) -> [SamplePathPoint] { value }
  static func value(of rows: [SamplePathPoint]) -> [SamplePathPoint] { rows }
  static var isKeyed: Bool { true }

  static func precedes(_ one: SamplePathPoint, _ other: SamplePathPoint) -> Bool {
    if one.path != other.path { return one.path < other.path }
    return one.queue == other.queue ? one.start < other.start : one.queue < other.queue
  }

  static func series(of row: SamplePathPoint) -> String? { "\(row.path) \(row.queue)" }

  static func name(of row: SamplePathPoint, zone: ZoneRules) -> String {
    "path \(row.path) of \(row.queue) at \(TimestampText.text(row.start, in: zone))"
  }

  static func rounded(_ row: SamplePathPoint) -> SamplePathPoint {
    var copy = row
    copy.offered = roundedToDecimals(row.offered, RecordDecimals.contacts)
    return copy
  }
}
