/// Stretches of rows that belong together.
enum RowRuns {
  /// The ranges of consecutive rows for which `together` holds.
  static func of<Row>(_ rows: [Row], together: (Row, Row) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var first = 0
    for index in rows.indices.dropFirst() where !together(rows[index - 1], rows[index]) {
      runs.append(first..<index)
      first = index
    }
    if !rows.isEmpty { runs.append(first..<rows.count) }
    return runs
  }
}
