internal import ContactCenter
internal import Tables

/// A record whose file is read row by row into values of one type.
protocol RowRecord: Record {
  /// One row of the file.
  associatedtype Row: Equatable

  /// The columns.
  static var fields: [RecordField<Row>] { get }
  /// A row before its cells are read.
  static var blank: Row { get }
  /// The rows of a noun.
  static func rows(of value: Value) -> [Row]
  /// The noun of rows that are in order.
  static func value(of rows: [Row]) -> Value
  /// Whether one row stands before another; rows that stand before none of each other keep the order of
  /// the file, or are duplicates where `isKeyed`.
  static func precedes(_ one: Row, _ other: Row) -> Bool
  /// Whether two rows neither of which precedes the other are two tellings of one thing.
  static var isKeyed: Bool { get }
  /// What the key of a row is called in messages, such as `billing at 2026-03-09T10:00:00-06:00`.
  static func name(of row: Row, zone: ZoneRules) -> String
  /// What runs through time in this row, such as its queue; nil where the order of rows is of no matter.
  static func series(of row: Row) -> String?
  /// The channel of the row's series, which must be the same throughout; nil where there is none.
  static func channel(of row: Row) -> String?
  /// Whether a column is written for these rows; one that few files need is left out where it would be empty.
  static func isWritten(_ column: RecordColumn, for rows: [Row]) -> Bool
  /// A row with the record's decimals.
  static func rounded(_ row: Row) -> Row
  /// Checks what one cell alone cannot show.
  ///
  /// *Throws:* `TableError` with the place.
  static func validate(_ row: Row, _ cursor: borrowing RecordCursor) throws(TableError)
  /// Checks what one row alone cannot show, and rejects the rows that do not fit the others.
  ///
  /// *Throws:* whatever rejecting throws.
  static func validate(all rows: [Row], lines: [Int], _ cursor: inout RecordCursor) throws
}

extension RowRecord {
  static func precedes(_ one: Row, _ other: Row) -> Bool { false }
  static var isKeyed: Bool { false }
  static func name(of row: Row, zone: ZoneRules) -> String { "" }
  static func series(of row: Row) -> String? { nil }
  static func channel(of row: Row) -> String? { nil }
  static func validate(_ row: Row, _ cursor: borrowing RecordCursor) throws(TableError) {}
  static func validate(all rows: [Row], lines: [Int], _ cursor: inout RecordCursor) throws {}
  static func isWritten(_ column: RecordColumn, for rows: [Row]) -> Bool { true }
  static func rounded(_ row: Row) -> Row { row }

  static func makeSchema(_ name: String, _ summary: String) -> RecordSchema {
    RecordSchema(name: name, summary: summary, columns: fields.map(\.column))
  }

  static func sorted(_ rows: [Row]) -> [Row] {
    RowOrder.order(of: rows, by: precedes).map { rows[$0] }
  }

  /// The value with the record's decimals and in its order.
  public static func canonical(_ value: Value) -> Value {
    Self.value(of: sorted(rows(of: value)).map(rounded))
  }

  /// Reads a file row by row, sorts, and deals with rows that stand twice.
  ///
  /// *Throws:* `RecordError` with the first problems and their number; whatever the source throws.
  public static func read(
    _ source: any ByteSource, options: RecordOptions
  ) throws -> RecordReading<Value> {
    var cursor = try RecordCursor(source, schema: schema, options: options)
    var rows: [Row] = []
    var lines: [Int] = []
    let fields = Self.fields
    while try cursor.next() {
      var row = blank
      do throws(TableError) {
        for index in fields.indices { try fields[index].read(&cursor, index, &row) }
        try validate(row, cursor)
      } catch {
        try cursor.reject(error)
        continue
      }
      if cursor.isRowDropped { continue }
      rows.append(row)
      lines.append(cursor.table.line)
    }
    try validate(all: rows, lines: lines, &cursor)
    try cursor.finish()
    let ordered = try order(rows, lines: lines, &cursor)
    return cursor.reading(value(of: ordered))
  }

  /// Rows in order, with what stands twice left out.
  private static func order(
    _ rows: [Row], lines: [Int], _ cursor: inout RecordCursor
  ) throws -> [Row] {
    let order = RowOrder.order(of: rows, by: precedes)
    guard isKeyed else { return order.map { rows[$0] } }
    var result: [Row] = []
    result.reserveCapacity(rows.count)
    var kept = -1
    for index in order {
      if kept >= 0, let other = channelConflict(rows[kept], rows[index], line: lines[index]) {
        try cursor.reject(other)
      }
      if kept > index, let series = series(of: rows[index]), series == Self.series(of: rows[kept]) {
        cursor.ledger.note(
          .note, "\(schema.name).unsorted", place: "\(cursor.options.file):\(lines[index])",
          "\(name(of: rows[index], zone: cursor.options.zone)) stands after a later row; sorted")
      }
      if kept >= 0 && !precedes(rows[kept], rows[index]) {
        let name = name(of: rows[index], zone: cursor.options.zone)
        if rows[kept] == rows[index] {
          cursor.ledger.note(
            .warning, "\(schema.name).duplicate-row",
            place: "\(cursor.options.file):\(lines[index])",
            advice: "Maybe two exports overlap.",
            "\(name) stands twice with the same values; read once")
        } else {
          try cursor.reject(conflict(name, line: lines[index], first: lines[kept]))
        }
        continue
      }
      kept = index
      result.append(rows[index])
    }
    try cursor.finish()
    return result
  }

  /// Two rows of one series that name different channels.
  private static func channelConflict(_ one: Row, _ other: Row, line: Int) -> TableError? {
    guard let channel = channel(of: other), let before = Self.channel(of: one),
      channel != before, let series = series(of: other), series == Self.series(of: one)
    else { return nil }
    return TableError(
      code: .conflict, line: line, field: "channel", text: channel,
      message: "the channel of \(series) is \(channel) here and \(before) elsewhere",
      hint: "Maybe the queue takes several channels: give each its own name, such as"
        + " \(series)-\(channel).")
  }

  static func conflict(_ name: String, line: Int, first: Int) -> TableError {
    TableError(
      code: .conflict, line: line, text: name,
      message: "\(name) stands twice with different values, first on line \(first)",
      hint: "Maybe two exports overlap: keep the later one.")
  }

  /// Writes every row in the record's order.
  ///
  /// *Throws:* `TableError` for a number that is not finite.
  public static func bytes(
    of value: Value, zone: ZoneRules, style: TableStyle
  ) throws(TableError) -> [UInt8] {
    let rows = sorted(rows(of: value))
    let fields = Self.fields.filter { isWritten($0.column, for: rows) }
    var table = TableWriter(columns: fields.map(\.column.name), style: style)
    for row in rows {
      for field in fields { try field.write(row, &table, zone) }
      table.endRow()
    }
    return table.bytes
  }
}

/// Stable order of rows.
enum RowOrder {
  /// The positions of `rows` in order, where equal ones keep theirs.
  ///
  /// *Complexity:* one pass when they are in order already.
  static func order<Row>(of rows: [Row], by precedes: (Row, Row) -> Bool) -> [Int] {
    let isSorted = rows.indices.dropFirst().allSatisfy { !precedes(rows[$0], rows[$0 - 1]) }
    if isSorted { return Array(rows.indices) }
    return rows.indices.sorted { one, other in
      if precedes(rows[one], rows[other]) { return true }
      if precedes(rows[other], rows[one]) { return false }
      return one < other
    }
  }
}
