internal import ContactCenter
internal import Tables

/// A cursor over the rows of a record's file: cells by column of the schema, problems collected, findings
/// counted.
struct RecordCursor: ~Copyable {
  let schema: RecordSchema
  let options: RecordOptions
  var table: TableReader
  /// For each column of the schema its position in the file; -1 where it is absent.
  let places: [Int]
  var ledger = FindingLedger()
  private(set) var error: RecordError
  /// Set when the row is to be left out by the policy for local times that never come.
  var isRowDropped = false
  /// For `by-order`: the last instant of each series and column.
  var previous: [String: Instant] = [:]
  /// The columns of the schema that tell apart series which run through the same times.
  let seriesColumns: [Int]

  /// Opens a file and finds its columns.
  ///
  /// *Throws:* `RecordError` when the table cannot be opened or a required column is missing.
  init(
    _ source: any ByteSource, schema: RecordSchema, options: RecordOptions
  ) throws {
    var error = RecordError(file: options.file, record: schema.name)
    var ledger = FindingLedger()
    var table: TableReader
    do {
      table = try TableReader.open(source, format: options.format)
    } catch let problem as TableError {
      error.add(problem)
      throw error
    }
    let binding = ColumnBinding(
      schema: schema, file: table.columns, options: options, ledger: &ledger, error: &error)
    if error.count > 0 { throw error }
    self.schema = schema
    self.options = options
    self.table = table
    self.ledger = ledger
    self.error = error
    places = binding.places.map { $0 ?? -1 }
    seriesColumns = schema.columns.indices.filter {
      ["path", "queue", "agent", "group", "name", "model", "period", "level"]
        .contains(schema.columns[$0].name)
    }
  }

  /// Steps to the next row; problems that break the table end the reading.
  mutating func next() throws -> Bool {
    do {
      isRowDropped = false
      return try table.next()
    } catch let problem as TableError {
      error.add(problem)
      throw error
    }
  }

  /// Keeps a problem of the current row and goes on, so that one run shows more than one.
  ///
  /// *Throws:* the collected error once a hopeless file has produced 100,000 of them.
  mutating func reject(_ problem: TableError) throws {
    error.add(problem)
    if error.count >= 100_000 { throw error }
  }

  /// Throws what was collected.
  func finish() throws {
    if error.count > 0 { throw error }
  }

  /// Throws what was collected, with this problem of the whole file.
  mutating func refuse(_ problem: TableError) throws -> Never {
    error.add(problem)
    throw error
  }

  /// The file and line of the current row.
  var place: String { "\(options.file):\(table.line)" }

  /// Whether the file has the column.
  func has(_ column: Int) -> Bool { places[column] >= 0 }

  /// Wraps a noun with what was found.
  consuming func reading<Value>(_ value: Value) -> RecordReading<Value> {
    if table.blankRowCount > 0 {
      ledger.note(
        .note, "\(schema.name).blank-rows", place: options.file,
        "\(table.blankRowCount) blank lines were passed over")
    }
    let columns = table.columns.enumerated().map { position, name in
      (
        file: name,
        record: places.firstIndex(of: position).map { schema.columns[$0].name }
      )
    }
    return RecordReading(
      value: value, findings: ledger.findings, dialect: table.dialect, rowCount: table.rowCount,
      columns: columns)
  }
}
