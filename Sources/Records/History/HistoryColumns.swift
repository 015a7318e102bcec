internal import ContactCenter

/// The rows of one queue while a history is read.
struct HistoryColumns {
  let name: String
  /// The number of its channel in the pool.
  let channel: Int
  var starts: [Instant] = []
  var offered: [Double] = []
  /// For each measure of the file its cells.
  var cells: [[Double?]]
  /// Average handle times; empty when the file has none.
  var means: [Double?] = []
  /// The line of each row.
  var lines: [Int] = []
  /// The cells of the row that is being read.
  var pending: [Double?]
  /// Whether every row so far came after the one before.
  var isAscending = true

  init(name: String, channel: Int, measures: Int) {
    self.name = name
    self.channel = channel
    cells = Array(repeating: [], count: measures)
    pending = Array(repeating: nil, count: measures)
  }

  mutating func append(_ start: Instant, offered volume: Double, mean: Double?, line: Int) {
    if let last = starts.last, start <= last { isAscending = false }
    starts.append(start)
    offered.append(volume)
    for index in pending.indices { cells[index].append(pending[index]) }
    means.append(mean)
    lines.append(line)
  }

  /// Whether two rows say the same.
  func isSame(_ one: Int, _ other: Int) -> Bool {
    offered[one] == offered[other] && means[one] == means[other]
      && cells.allSatisfy { $0[one] == $0[other] }
  }

  /// Keeps the rows at these positions, in this order.
  mutating func keep(_ order: [Int]) {
    starts = order.map { starts[$0] }
    offered = order.map { offered[$0] }
    for index in cells.indices {
      let column = cells[index]
      cells[index] = order.map { column[$0] }
    }
    means = order.map { means[$0] }
    lines = order.map { lines[$0] }
    isAscending = true
  }

  /// The noun: measures without any value left out, averages turned into totals.
  func history(measures: [HistoryMeasure], channel: String) -> QueueHistory {
    var columns: [HistoryMeasure: [Double?]] = [:]
    for (measure, values) in zip(measures, cells) where values.contains(where: { $0 != nil }) {
      columns[measure] = values
    }
    if columns[.handleSeconds] == nil, means.contains(where: { $0 != nil }) {
      columns[.handleSeconds] = starts.indices.map { row in
        means[row].map { mean in
          let taken =
            columns[.answered]?[row]
            ?? max(0, offered[row] - ((columns[.abandoned]?[row] ?? nil) ?? 0))
          return roundedToDecimals(mean * taken, RecordDecimals.seconds)
        }
      }
    }
    return QueueHistory(
      queue: name, channel: channel, starts: starts, offered: offered, measures: columns)
  }
}
