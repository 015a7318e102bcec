internal import ContactCenter

/// What came, by the start of the grid's intervals.
struct Actuals: Sendable {
  private var byStart: [Instant: Double] = [:]

  /// Sums the rows of a history into the intervals of a grid; an interval of which a part is missing is missing.
  init(_ history: QueueHistory, length: IntervalLength, grid: TimeGrid) {
    guard length.seconds < grid.length.seconds else {
      for (start, value) in zip(history.starts, history.offered) { byStart[start] = value }
      return
    }
    var row = 0
    while row < history.starts.count {
      let interval = grid.interval(containing: history.starts[row])
      var sum = 0.0
      var parts = 0
      while row < history.starts.count, history.starts[row] < interval.end {
        sum += history.offered[row]
        parts += 1
        row += 1
      }
      if parts * length.seconds >= interval.seconds { byStart[interval.start] = sum }
    }
  }

  /// Contacts in the interval that begins at an instant; nil where nobody knows.
  func contacts(at start: Instant) -> Double? { byStart[start] }
}
