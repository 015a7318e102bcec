public import ContactCenter
internal import Tables

/// A planner's own changes of a forecast.
///
/// ```
/// queue,start,end,kind,value,reason
/// sales,2026-12-01T00:00:00-06:00,2026-12-08T00:00:00-06:00,factor,1.15,winter campaign
/// billing,2026-12-05T09:00:00-06:00,2026-12-05T12:00:00-06:00,replace,0,system maintenance
/// ```
///
/// Rows keep the order of the file: they are applied one after the other.
public enum AdjustmentsRecord: RowRecord {
  /// The changes.
  public typealias Value = [Adjustment]
  typealias Row = Adjustment

  /// Name and columns.
  public static let schema = makeSchema("adjustments", "One change of a forecast by hand.")

  static let fields: [RecordField<Adjustment>] = [
    .text("queue", \.queue), .timestamp("start", \.start), .timestamp("end", \.end),
    .choice("kind", \.kind),
    .number("value", \.value, decimals: RecordDecimals.values, isSigned: true),
    .text("reason", \.reason),
  ]

  static var blank: Adjustment {
    let epoch = Instant(secondsSinceEpoch: 0)
    return Adjustment(queue: "", start: epoch, end: epoch, kind: .factor, value: 1)
  }

  static func rows(of value: [Adjustment]) -> [Adjustment] { value }
  static func value(of rows: [Adjustment]) -> [Adjustment] { rows }

  static func rounded(_ row: Adjustment) -> Adjustment {
    var copy = row
    copy.value = roundedToDecimals(row.value, RecordDecimals.values)
    return copy
  }

  static func validate(_ row: Adjustment, _ cursor: borrowing RecordCursor) throws(TableError) {
    try cursor.requireOrder(row.start, row.end, endColumn: 2)
    if row.kind != .add && row.value < 0 {
      throw cursor.failure(
        4, expected: "0 or more for \(row.kind.rawValue)",
        hint: "Maybe add is meant: it takes contacts away with a negative value.")
    }
  }
}
