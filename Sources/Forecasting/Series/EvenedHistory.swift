internal import ContactCenter

/// A history whose export changed its interval, brought to one grid.
///
/// Where the first or the last part of a queue's rows lies on a coarser grid than the rest (30 minutes, then 15), each
/// coarse row is split into equal parts: totals stay right, and a profile learns its shape from the finer part.
enum EvenedHistory {
  /// The history on the grid of `length`, and what was split.
  ///
  /// A part counts as coarse when its rows, at least a hundred of them, never begin off the coarser grid and most of
  /// them follow each other at its step: by chance a hundred rows do so once in 10³⁰ histories.
  ///
  /// *Complexity*: O(rows); a history on one grid is returned as it is.
  static func evened(
    _ history: QueueHistory, length: IntervalLength, zone: ZoneRules
  ) -> (history: QueueHistory, finding: Finding?) {
    let starts = history.starts
    for coarse in IntervalLength.allCases.reversed()
    where coarse.minutes > length.minutes && coarse.minutes % length.minutes == 0 {
      func isCoarse(_ row: Int) -> Bool {
        zone.local(starts[row]).secondOfDay % coarse.seconds == 0
      }
      let firstFine = starts.indices.first { !isCoarse($0) } ?? starts.count
      let lastFine = starts.indices.last { !isCoarse($0) } ?? starts.count - 1
      // The row before a fine one is the first part of a coarse interval cut in two: it is fine already.
      let isMixed = firstFine < starts.count
      let head = 0..<(isMixed ? max(0, firstFine - 1) : starts.count)
      let tail = min(lastFine + 1, starts.count)..<starts.count
      for part in [head, tail] where steps(starts, part, by: coarse) {
        let split = self.split(history, part, into: coarse.minutes / length.minutes, length)
        let change = part == head ? part.upperBound : part.lowerBound
        let rest =
          isMixed
          ? "\(part == head ? "before" : "from")"
            + " \(TimestampText.text(starts[min(change, starts.count - 1)], in: zone)) and"
            + " \(length.minutes) minutes \(part == head ? "after it" : "before it")"
          : "and the history's interval is \(length.minutes) minutes"
        return (
          split,
          Finding(
            .warning, code: "forecast.grid-change",
            "rows are \(coarse.minutes) minutes apart \(rest): the coarse ones are split into equal"
              + " parts", place: history.queue,
            advice: "Maybe export all of it at one interval, or plan in \(coarse.minutes) minutes.")
        )
      }
    }
    return (history, nil)
  }

  private static let fewestRows = 100

  private static func steps(_ starts: [Instant], _ part: Range<Int>, by step: IntervalLength)
    -> Bool
  {
    guard part.count >= fewestRows else { return false }
    let regular = part.dropFirst().count {
      starts[$0].seconds(since: starts[$0 - 1]) == step.seconds
    }
    return 2 * regular > part.count
  }

  private static func split(
    _ history: QueueHistory, _ part: Range<Int>, into pieces: Int, _ length: IntervalLength
  ) -> QueueHistory {
    var result = QueueHistory(queue: history.queue, channel: history.channel)
    var rows: [(row: Int, share: Double)] = []
    for row in history.starts.indices {
      let count = part.contains(row) ? pieces : 1
      for piece in 0..<count {
        let start = history.starts[row].advanced(by: piece * length.seconds)
        // A coarse row that laps over a finer one gives way to it.
        if piece > 0, row + 1 < history.starts.count, start >= history.starts[row + 1] { break }
        result.starts.append(start)
        result.offered.append(history.offered[row] / Double(count))
        rows.append((row, 1 / Double(count)))
      }
    }
    result.measures = history.measures.mapValues { column in
      rows.map { row, share in column[row].map { $0 * share } }
    }
    // A state is not a sum: backlog, agents and thresholds hold in every part.
    for measure in [HistoryMeasure.backlog, .agents, .thresholdSeconds] {
      if let column = history.measures[measure] {
        result.measures[measure] = rows.map { column[$0.row] }
      }
    }
    return result
  }
}
