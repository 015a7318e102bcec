internal import ContactCenter
internal import Tables

/// What is worth telling about a history that can be read: holes, handle times that are missing, counts
/// that do not add up.
enum HistoryFindings {
  static func note(
    _ queues: [HistoryColumns], measures: [HistoryMeasure], length: IntervalLength,
    _ ledger: inout FindingLedger, _ options: RecordOptions
  ) {
    noteMissing(queues, length: length, &ledger, options)
    let answered = measures.firstIndex(of: .answered)
    let abandoned = measures.firstIndex(of: .abandoned)
    let inThreshold = measures.firstIndex(of: .answeredInThreshold)
    let handle = measures.firstIndex(of: .handleSeconds)
    if handle == nil && queues.contains(where: { $0.means.contains { $0 != nil } }) {
      ledger.note(
        .note, "history.average-handle-time", place: options.file,
        "handle_seconds was computed from the average handle time of each row")
    }
    for queue in queues {
      noteCounts(
        queue, answered: answered, abandoned: abandoned, inThreshold: inThreshold,
        handle: handle, &ledger, options)
    }
  }

  /// Rows whose counts do not fit each other; the numbers are the positions of the measures.
  private static func noteCounts(
    _ queue: HistoryColumns, answered: Int?, abandoned: Int?, inThreshold: Int?, handle: Int?,
    _ ledger: inout FindingLedger, _ options: RecordOptions
  ) {
    guard let answered else { return }
    func place(_ row: Int) -> String { "\(options.file):\(queue.lines[row])" }
    for row in queue.starts.indices {
      guard let taken = queue.cells[answered][row] else { continue }
      if let handle, taken > 0, queue.cells[handle][row] == 0 {
        ledger.note(
          .warning, "history.handle-time-gap", place: place(row),
          advice: "Maybe handle time is booked when the contact ends, or was not exported.",
          "\(queue.name): contacts were answered but handle_seconds is 0")
      }
      let lost = abandoned.flatMap { queue.cells[$0][row] } ?? 0
      if taken + lost > queue.offered[row] * (1 + 1e-9) {
        ledger.note(
          .note, "history.more-than-offered", place: place(row),
          advice: "Maybe contacts are counted when they end, not when they arrive.",
          "\(queue.name): answered and abandoned are more than offered")
      }
      if let inThreshold, let early = queue.cells[inThreshold][row], early > taken {
        ledger.note(
          .warning, "history.threshold-count", place: place(row),
          advice: "Maybe two columns are swapped.",
          "\(queue.name): answered_in_threshold is more than answered")
      }
    }
  }

  /// Missing intervals are told, not filled: whether they were closed or lost, the calendar knows.
  private static func noteMissing(
    _ queues: [HistoryColumns], length: IntervalLength, _ ledger: inout FindingLedger,
    _ options: RecordOptions
  ) {
    var missing = 0
    var affected = 0
    var first: String?
    for queue in queues.sorted(by: { $0.name < $1.name }) {
      var here = 0
      for (next, last) in zip(queue.starts.dropFirst(), queue.starts) {
        let absent = next.seconds(since: last) / length.seconds - 1
        guard absent > 0 else { continue }
        if first == nil {
          let at = last.advanced(by: length.seconds)
          first = "\(queue.name) at \(TimestampText.text(at, in: options.zone))"
        }
        here += absent
      }
      missing += here
      if here > 0 { affected += 1 }
    }
    guard let first else { return }
    let queueText = affected == 1 ? "1 queue" : "\(affected) queues"
    ledger.note(
      .note, "history.missing-intervals", place: options.file,
      advice: "Maybe the center was closed then; otherwise export again.",
      "\(missing) intervals of \(queueText) between first and last row are absent, first \(first)")
  }
}
