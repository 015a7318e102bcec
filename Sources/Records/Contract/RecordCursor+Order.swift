internal import ContactCenter
internal import Tables

extension RecordCursor {
  /// Refuses a stretch of time that does not end after it starts.
  func requireOrder(_ start: Instant, _ end: Instant, endColumn: Int) throws(TableError) {
    if isRowDropped || start < end { return }
    throw failure(
      endColumn, expected: "a time after the start", hint: "Maybe start and end are swapped.")
  }
}
