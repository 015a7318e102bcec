internal import ContactCenter
internal import Tables

/// One column of a row record: what it is called, how a cell is read into a row, how it is written.
///
/// Reading and writing stand in one place so that they cannot part.
struct RecordField<Row>: Sendable {
  typealias Read = @Sendable (inout RecordCursor, Int, inout Row) throws(TableError) -> Void
  typealias Write = @Sendable (Row, inout TableWriter, ZoneRules) throws(TableError) -> Void

  let column: RecordColumn
  let read: Read
  let write: Write

  typealias Path<Value> = any WritableKeyPath<Row, Value> & Sendable

  /// A required text.
  static func text(_ name: String, _ path: Path<String>, aliases: [String] = []) -> Self {
    Self(column: RecordColumn(name, .text, isRequired: true, aliases: aliases)) {
      cursor, column, row throws(TableError) in
      row[keyPath: path] = try cursor.text(column)
    } write: { row, table, _ throws(TableError) in
      table.text(row[keyPath: path])
    }
  }

  /// A text that may be missing.
  static func text(_ name: String, _ path: Path<String?>) -> Self {
    Self(column: RecordColumn(name, .text)) { cursor, column, row throws(TableError) in
      row[keyPath: path] = cursor.optionalText(column)
    } write: { row, table, _ throws(TableError) in
      table.text(row[keyPath: path])
    }
  }

  /// A required instant.
  static func timestamp(_ name: String, _ path: Path<Instant>, aliases: [String] = []) -> Self {
    Self(column: RecordColumn(name, .timestamp, isRequired: true, aliases: aliases)) {
      cursor, column, row throws(TableError) in
      row[keyPath: path] = try cursor.timestamp(column)
    } write: { row, table, zone throws(TableError) in
      let instant = row[keyPath: path]
      table.raw { TimestampText.append(instant, in: zone, to: &$0) }
    }
  }

  /// A required date.
  static func date(_ name: String, _ path: Path<CivilDate>) -> Self {
    Self(column: RecordColumn(name, .date, isRequired: true)) {
      cursor, column, row throws(TableError) in
      row[keyPath: path] = try cursor.date(column)
    } write: { row, table, _ throws(TableError) in
      table.text(row[keyPath: path].text)
    }
  }

  /// A required number, 0 or more unless signed.
  static func number(
    _ name: String, _ path: Path<Double>, decimals: Int, isSigned: Bool = false,
    aliases: [String] = []
  ) -> Self {
    Self(
      column: RecordColumn(name, .number(decimals: decimals), isRequired: true, aliases: aliases)
    ) { cursor, column, row throws(TableError) in
      row[keyPath: path] = try cursor.number(column, isSigned: isSigned)
    } write: { row, table, _ throws(TableError) in
      try table.number(row[keyPath: path], decimals: decimals)
    }
  }

  /// A number that may be missing, 0 or more unless signed.
  static func number(
    _ name: String, _ path: Path<Double?>, decimals: Int, isSigned: Bool = false,
    aliases: [String] = []
  ) -> Self {
    Self(column: RecordColumn(name, .number(decimals: decimals), aliases: aliases)) {
      cursor, column, row throws(TableError) in
      row[keyPath: path] = try cursor.optionalNumber(column, isSigned: isSigned)
    } write: { row, table, _ throws(TableError) in
      try table.number(row[keyPath: path], decimals: decimals)
    }
  }

  /// A required whole number, 0 or more.
  static func count(_ name: String, _ path: Path<Int>) -> Self {
    Self(column: RecordColumn(name, .count, isRequired: true)) {
      cursor, column, row throws(TableError) in
      row[keyPath: path] = try cursor.count(column)
    } write: { row, table, _ throws(TableError) in
      table.integer(row[keyPath: path])
    }
  }

  /// One of a few words.
  static func choice<Choice: RawRepresentable & CaseIterable & SendableMetatype>(
    _ name: String, _ path: Path<Choice>
  ) -> Self where Choice.RawValue == String {
    let kind = RecordColumn.Kind.choice(Choice.allCases.map(\.rawValue))
    return Self(column: RecordColumn(name, kind, isRequired: true)) {
      cursor, column, row throws(TableError) in
      row[keyPath: path] = try cursor.choice(column)
    } write: { row, table, _ throws(TableError) in
      table.text(row[keyPath: path].rawValue)
    }
  }

  /// One of a few words, or nothing.
  static func choice<Choice: RawRepresentable & CaseIterable & SendableMetatype>(
    _ name: String, _ path: Path<Choice?>
  ) -> Self where Choice.RawValue == String {
    let kind = RecordColumn.Kind.choice(Choice.allCases.map(\.rawValue))
    return Self(column: RecordColumn(name, kind)) { cursor, column, row throws(TableError) in
      row[keyPath: path] = try cursor.optionalChoice(column)
    } write: { row, table, _ throws(TableError) in
      table.text(row[keyPath: path]?.rawValue)
    }
  }

  /// The columns p2.5 to p97.5: all of them or none.
  static func quantiles(_ path: Path<[Double]>) -> [Self] {
    QuantileLevels.columns.indices.map { index in
      let kind = RecordColumn.Kind.number(decimals: RecordDecimals.contacts)
      return Self(column: RecordColumn(QuantileLevels.columns[index], kind)) {
        cursor, column, row throws(TableError) in
        let given = row[keyPath: path].count
        guard let value = try cursor.optionalNumber(column) else {
          if given == 0 { return }
          throw cursor.failure(
            column, expected: "a number, as the quantiles before it have one",
            hint: "Maybe leave all quantiles empty, or fill them all.")
        }
        if given < index {
          throw cursor.failure(
            column, expected: "nothing, as the quantiles before it have none",
            hint: "Maybe leave all quantiles empty, or fill them all.")
        }
        if let last = row[keyPath: path].last, last > value {
          throw cursor.failure(
            column, expected: "at least \(last), the quantile before it",
            hint: "Maybe the quantile columns are swapped.")
        }
        row[keyPath: path].append(value)
      } write: { row, table, _ throws(TableError) in
        let values = row[keyPath: path]
        try table.number(
          index < values.count ? values[index] : nil, decimals: RecordDecimals.contacts)
      }
    }
  }

  private init(column: RecordColumn, read: @escaping Read, write: @escaping Write) {
    self.column = column
    self.read = read
    self.write = write
  }

  /// A column of its own kind.
  static func custom(_ column: RecordColumn, read: @escaping Read, write: @escaping Write) -> Self {
    Self(column: column, read: read, write: write)
  }
}
