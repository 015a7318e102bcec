public import ContactCenter
internal import Tables

/// When agents cannot, can, or would rather not work.
///
/// ```
/// agent,start,end,kind,price,shift
/// amy,2026-03-09T00:00:00-05:00,2026-03-14T00:00:00-05:00,leave,,
/// bob,2026-03-10T08:00:00-05:00,2026-03-10T12:00:00-05:00,request,2,
/// cat,2026-03-11T00:00:00-05:00,2026-03-12T00:00:00-05:00,wish,1.5,early
/// ```
///
/// A shift type stands with a request or a wish only.
///
/// Rows keep the order of the file.
public enum AvailabilityRecord: RowRecord {
  /// The stretches.
  public typealias Value = [Availability]
  typealias Row = Availability

  /// Name and columns.
  public static let schema = makeSchema(
    "availability", "A stretch of time about which an agent's availability is known.")

  static let fields: [RecordField<Availability>] = [
    .text("agent", \.agent), .timestamp("start", \.start), .timestamp("end", \.end),
    .choice("kind", \.kind), .number("price", \.price, decimals: RecordDecimals.values),
    .text("shift", \.shiftType),
  ]

  static var blank: Availability {
    let epoch = Instant(secondsSinceEpoch: 0)
    return Availability(agent: "", start: epoch, end: epoch, kind: .leave)
  }

  static func rows(of value: [Availability]) -> [Availability] { value }
  static func value(of rows: [Availability]) -> [Availability] { rows }

  static func rounded(_ row: Availability) -> Availability {
    var copy = row
    copy.price = row.price.map { roundedToDecimals($0, RecordDecimals.values) }
    return copy
  }

  static func validate(_ row: Availability, _ cursor: borrowing RecordCursor) throws(TableError) {
    try cursor.requireOrder(row.start, row.end, endColumn: 2)
    guard row.kind != .request, row.kind != .wish else { return }
    if row.shiftType != nil {
      throw cursor.failure(
        5, expected: "nothing: \(row.kind.rawValue) is about any shift",
        hint: "Maybe the kind is request or wish.")
    }
  }
}
