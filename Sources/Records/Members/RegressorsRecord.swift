public import ContactCenter
internal import Tables

/// Values that explain demand, by date, future dates included.
///
/// ```
/// name,date,value
/// customers,2026-03-09,120500
/// customers,2026-03-10,120750
/// ```
public enum RegressorsRecord: RowRecord {
  /// The values.
  public typealias Value = [RegressorValue]
  typealias Row = RegressorValue

  /// Name and columns.
  public static let schema = makeSchema(
    "regressors", "One value that explains demand, on one date.")

  static let fields: [RecordField<RegressorValue>] = [
    .text("name", \.name), .date("date", \.date),
    .number("value", \.value, decimals: RecordDecimals.values, isSigned: true),
  ]

  static var blank: RegressorValue {
    RegressorValue(name: "", date: CivilDate(daysSinceEpoch: 0), value: 0)
  }

  static func rows(of value: [RegressorValue]) -> [RegressorValue] { value }
  static func value(of rows: [RegressorValue]) -> [RegressorValue] { rows }
  static var isKeyed: Bool { true }
  static func precedes(_ one: RegressorValue, _ other: RegressorValue) -> Bool {
    (one.name, one.date) < (other.name, other.date)
  }
  static func name(of row: RegressorValue, zone: ZoneRules) -> String {
    "\(row.name) on \(row.date.text)"
  }

  static func rounded(_ row: RegressorValue) -> RegressorValue {
    var copy = row
    copy.value = roundedToDecimals(row.value, RecordDecimals.values)
    return copy
  }
}
