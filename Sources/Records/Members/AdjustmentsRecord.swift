public import ContactCenter
internal import Tables

/// A planner's own changes of a forecast.
///
/// ```
/// queue,start,end,kind,value,reason,event,author
/// sales,2026-12-01T00:00:00-06:00,2026-12-08T00:00:00-06:00,factor,1.15,winter campaign,,ann
/// billing,2026-12-05T09:00:00-06:00,2026-12-05T12:00:00-06:00,replace,0,system maintenance,,
/// *,2026-12-24T00:00:00-06:00,2026-12-25T00:00:00-06:00,day_total,400,half staff,,ann
/// sales,,,factor,0.5,as last year,Thanksgiving,
/// ```
///
/// `factor` multiplies, `replace` and `add` are contacts per interval, `day_total` is contacts over the covered part
/// of each local day. An empty queue or `*` means all. A date in `start` is its midnight; a date in `end` is the
/// last day changed, and an empty `end` after a date in `start` means that day alone. With an `event`, a name of the
/// calendar, both may be empty. Rows keep the order of the file: they are applied one after the other.
public enum AdjustmentsRecord: RowRecord {
  /// The changes.
  public typealias Value = [Adjustment]
  typealias Row = Adjustment

  /// Name and columns.
  public static let schema = makeSchema("adjustments", "One change of a forecast by hand.")

  static let fields: [RecordField<Adjustment>] = [
    queue, start, end, .choice("kind", \.kind),
    .number("value", \.value, decimals: RecordDecimals.values, isSigned: true),
    .text("reason", \.reason), .text("event", \.event), .text("author", \.author),
  ]

  private static let startColumn = 1
  private static let endColumn = 2

  /// A queue, or nothing for all, which is written as a star.
  ///
  /// A file without the column does not mean all: there it has another name.
  private static let queue = RecordField<Adjustment>.custom(RecordColumn("queue", .text)) {
    cursor, column, row throws(TableError) in
    guard cursor.has(column) || cursor.options.constants["queue"] != nil else {
      throw cursor.failure(
        column, expected: "a queue, or * for all",
        hint: "Maybe the column has another name, or add one with * in every row.")
    }
    let text = cursor.optionalText(column)
    row.queue = text == "*" || text?.isEmpty == true ? nil : text
  } write: { row, table, _ throws(TableError) in
    table.text(row.queue ?? "*")
  }

  private static let start = RecordField<Adjustment>.custom(RecordColumn("start", .timestamp)) {
    cursor, column, row throws(TableError) in
    row.start = cursor.optionalText(column) == nil ? nil : try cursor.timestamp(column)
  } write: { row, table, zone throws(TableError) in
    append(row.start, to: &table, zone)
  }

  /// The end: a date is the last day changed, nothing after a date is that day alone.
  private static let end = RecordField<Adjustment>.custom(RecordColumn("end", .timestamp)) {
    cursor, column, row throws(TableError) in
    if let text = cursor.optionalText(column) {
      if let date = CivilDate(text: text) {
        _ = try cursor.timestamp(column)
        row.end = cursor.options.zone.startOfDay(date.advanced(by: 1))
        let (file, line) = (cursor.options.file, cursor.table.line)
        cursor.ledger.note(
          .note, "adjustments.last-day", place: "\(file):\(line)",
          "the end \(text) is a date: that day is changed as well")
      } else {
        row.end = try cursor.timestamp(column)
      }
    } else if let text = cursor.optionalText(startColumn), let date = CivilDate(text: text) {
      row.end = cursor.options.zone.startOfDay(date.advanced(by: 1))
    } else {
      row.end = nil
    }
  } write: { row, table, zone throws(TableError) in
    append(row.end, to: &table, zone)
  }

  private static func append(_ instant: Instant?, to table: inout TableWriter, _ zone: ZoneRules) {
    guard let instant else { return table.empty() }
    table.raw { TimestampText.append(instant, in: zone, to: &$0) }
  }

  static var blank: Adjustment { Adjustment(queue: nil, kind: .factor, value: 1) }

  static func rows(of value: [Adjustment]) -> [Adjustment] { value }
  static func value(of rows: [Adjustment]) -> [Adjustment] { rows }

  static func rounded(_ row: Adjustment) -> Adjustment {
    var copy = row
    copy.value = roundedToDecimals(row.value, RecordDecimals.values)
    return copy
  }

  static func validate(_ row: Adjustment, _ cursor: borrowing RecordCursor) throws(TableError) {
    if let start = row.start, let end = row.end {
      try cursor.requireOrder(start, end, endColumn: endColumn)
    } else if (row.event ?? "").isEmpty {
      throw cursor.failure(
        row.start == nil ? startColumn : endColumn, expected: "a time, or the name of an event",
        hint: "Maybe write a date: 2026-12-24 in start alone changes that day.")
    }
    if row.kind != .add && row.value < 0 {
      throw cursor.failure(
        4, expected: "0 or more for \(row.kind.rawValue)",
        hint: "Maybe add is meant: it takes contacts away with a negative value.")
    }
  }
}
