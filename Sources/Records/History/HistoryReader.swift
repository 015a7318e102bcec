internal import ContactCenter
internal import Tables

/// Reads a history row by row into columns per queue.
///
/// No value is made per row: a history has millions of them.
struct HistoryReader: ~Copyable {
  typealias Column = HistoryRecord.Column

  var cursor: RecordCursor
  private(set) var queues: [HistoryColumns] = []
  private var names = TextPool()
  private var channels = TextPool()
  /// Measures that the file has.
  let measures: [HistoryMeasure]
  private let places: [Int]
  private let grid: HistoryGrid

  init(cursor: consuming RecordCursor) {
    let all = HistoryMeasure.allCases
    let present = all.indices.filter { cursor.has(Column.firstMeasure + $0) }
    measures = present.map { all[$0] }
    places = present.map { Column.firstMeasure + $0 }
    grid = HistoryGrid(zone: cursor.options.zone, length: cursor.options.length)
    self.cursor = cursor
  }

  mutating func readRows() throws {
    while try cursor.next() {
      do throws(TableError) {
        try readRow()
      } catch {
        try cursor.reject(error)
      }
    }
    try cursor.finish()
  }

  private mutating func readRow() throws(TableError) {
    let queue = try queueOfRow()
    let start = try cursor.timestamp(Column.timestamp)
    if cursor.isRowDropped { return }
    if !grid.allows(start) { throw offGrid(start) }
    let offered = try cursor.number(Column.offered)
    // Cells are read before anything is appended, so that a bad row leaves the columns of equal length.
    for (index, column) in places.enumerated() {
      queues[queue].pending[index] = try cursor.optionalNumber(column)
    }
    let mean = try cursor.optionalNumber(Column.handleSecondsMean)
    queues[queue].append(start, offered: offered, mean: mean, line: cursor.table.line)
  }

  /// The queue of the current row, made at its first row; its channel must not change.
  @inline(__always)
  private mutating func queueOfRow() throws(TableError) -> Int {
    // The channel first: a name that enters the pool must get its columns, or the numbers drift apart.
    let channel = try Self.pooled(Column.channel, &channels, cursor)
    let name = try Self.pooled(Column.queue, &names, cursor)
    if name < queues.count {
      if queues[name].channel == channel { return name }
      throw cursor.failure(
        Column.channel,
        expected: "\(channels.texts[queues[name].channel]), the channel of"
          + " \(names.texts[name]) in the rows before",
        hint: "Maybe the queue takes several channels: give each its own name, such as"
          + " \(names.texts[name])-\(channels.texts[channel]).")
    }
    queues.append(
      HistoryColumns(name: names.texts[name], channel: channel, measures: places.count))
    return name
  }

  @inline(__always)
  private static func pooled(
    _ column: Int, _ pool: inout TextPool, _ cursor: borrowing RecordCursor
  ) throws(TableError) -> Int {
    let place = cursor.places[column]
    if place >= 0 && !cursor.table.isEmpty(place) {
      return cursor.table.index(place, in: &pool)
    }
    var text = try cursor.text(column)
    return text.withUTF8 { pool.index(of: $0) }
  }

  private func offGrid(_ start: Instant) -> TableError {
    let minutes = grid.length?.minutes ?? 5
    return cursor.failure(
      Column.timestamp, expected: "a multiple of \(minutes) minutes",
      hint: cursor.options.length == nil
        ? "Maybe these are single contacts: then it is a record of contacts, not of intervals."
        : "Maybe the file has another interval length, or is in another time zone.")
  }

  /// The history, put in order and on its grid.
  consuming func finish() throws -> RecordReading<DemandHistory> {
    queues.removeAll { $0.starts.isEmpty }
    if queues.isEmpty {
      try cursor.refuse(
        TableError(
          code: .emptyFile, message: "the file has a header and no rows",
          hint: "Maybe the export found no data for its dates."))
    }
    for index in queues.indices {
      try HistoryOrder.sort(&queues[index], &cursor)
    }
    try cursor.finish()
    let length = try HistoryLength.settle(queues.map(\.starts), grid: grid, &cursor)
    HistoryFindings.note(queues, measures: measures, length: length, &cursor.ledger, cursor.options)
    let histories = queues.map { columns in
      columns.history(measures: measures, channel: channels.texts[columns.channel])
    }
    return cursor.reading(DemandHistory(queues: histories, length: length))
  }
}
