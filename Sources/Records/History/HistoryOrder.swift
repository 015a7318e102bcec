internal import ContactCenter
internal import Tables

/// Puts the rows of a queue in order of time and deals with intervals that stand twice.
enum HistoryOrder {
  static func sort(_ queue: inout HistoryColumns, _ cursor: inout RecordCursor) throws {
    if queue.isAscending { return }
    let file = cursor.options.file
    let zone = cursor.options.zone
    let order = RowOrder.order(of: queue.starts, by: <)
    var kept: [Int] = []
    kept.reserveCapacity(order.count)
    var highest = -1
    for row in order {
      guard let last = kept.last, queue.starts[last] == queue.starts[row] else {
        kept.append(row)
        if row > highest {
          highest = row
        } else {
          cursor.ledger.note(
            .note, "history.unsorted", place: "\(file):\(queue.lines[row])",
            "\(name(row, of: queue, zone)) stands after a later row; sorted")
        }
        continue
      }
      if queue.isSame(last, row) {
        cursor.ledger.note(
          .warning, "history.duplicate-interval", place: "\(file):\(queue.lines[row])",
          advice: "Maybe two exports overlap.",
          "\(name(row, of: queue, zone)) stands twice with the same values; read once")
      } else {
        let (first, second) = (queue.lines[last], queue.lines[row])
        try cursor.reject(
          TableError(
            code: .conflict, line: second,
            message: "\(name(row, of: queue, zone)) stands twice with different values,"
              + " first on line \(first)",
            hint: "Maybe two exports overlap, or the repeated hour needs its offset."))
      }
    }
    queue.keep(kept)
  }

  private static func name(_ row: Int, of queue: HistoryColumns, _ zone: ZoneRules) -> String {
    "\(queue.name) at \(TimestampText.text(queue.starts[row], in: zone))"
  }
}
