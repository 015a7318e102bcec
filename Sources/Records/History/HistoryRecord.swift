public import ContactCenter
public import Tables

/// What the center saw, per queue and interval: totals, never averages.
///
/// ```
/// timestamp,queue,channel,offered,answered,abandoned,handle_seconds
/// 2026-03-09T10:00:00-05:00,billing,voice,26,25,1,7810.5
/// 2026-03-09T10:15:00-05:00,billing,voice,31,28,3,8744
/// ```
///
/// On output a measure that no queue has is left out; queues stand in order of name, each in order of time.
/// On input a measure that is empty throughout a queue counts as not measured. An average handle time
/// (`handle_seconds_mean`, `aht_seconds`) is multiplied by the contacts it was taken over: `answered`, or
/// offered − abandoned.
public enum HistoryRecord: Record {
  /// The history.
  public typealias Value = DemandHistory

  /// Positions in the schema.
  enum Column {
    static let timestamp = 0
    static let queue = 1
    static let channel = 2
    static let offered = 3
    /// The measures follow in the order of `HistoryMeasure.allCases`.
    static let firstMeasure = 4
    /// Read, never written.
    static let handleSecondsMean = firstMeasure + HistoryMeasure.allCases.count
  }

  /// Name and columns, the alias for averages last.
  public static let schema = RecordSchema(
    name: "history", summary: "What one queue saw in one interval.",
    columns: [
      RecordColumn(
        "timestamp", .timestamp, isRequired: true, aliases: ["ds", "interval_start", "start"]),
      RecordColumn("queue", .text, isRequired: true, aliases: ["unique_id", "queue_name"]),
      RecordColumn("channel", .text, isRequired: true, aliases: ["channel_type"]),
      RecordColumn(
        "offered", .number(decimals: RecordDecimals.contacts), isRequired: true, aliases: ["y"]),
    ]
      + HistoryMeasure.allCases.map {
        RecordColumn($0.rawValue, .number(decimals: decimals(of: $0)))
      })

  /// The schema with the column that is only read.
  static let readingSchema = RecordSchema(
    name: schema.name, summary: schema.summary,
    columns: schema.columns + [
      RecordColumn(
        "handle_seconds_mean", .number(decimals: RecordDecimals.seconds), aliases: ["aht_seconds"])
    ])

  /// The decimals of a measure.
  public static func decimals(of measure: HistoryMeasure) -> Int {
    switch measure {
    case .thresholdSeconds, .talkSeconds, .holdSeconds, .wrapSeconds, .handleSeconds,
      .answeredWaitSeconds, .abandonedWaitSeconds:
      RecordDecimals.seconds
    case .agents: RecordDecimals.agents
    default: RecordDecimals.contacts
    }
  }

  /// The history with the record's decimals, without measures that are empty throughout a queue.
  public static func canonical(_ value: DemandHistory) -> DemandHistory {
    let queues = value.queues.map { queue in
      var copy = queue
      copy.offered = queue.offered.map { roundedToDecimals($0, RecordDecimals.contacts) }
      copy.measures = queue.measures.filter { $0.value.contains { $0 != nil } }
      for (measure, values) in copy.measures {
        copy.measures[measure] = values.map { cell in
          cell.map { roundedToDecimals($0, decimals(of: measure)) }
        }
      }
      return copy
    }
    return DemandHistory(queues: queues.filter { !$0.starts.isEmpty }, length: value.length)
  }

  /// Writes a history; times in `zone`.
  ///
  /// *Throws:* `TableError` for a number that is not finite.
  public static func bytes(
    of value: DemandHistory, zone: ZoneRules, style: TableStyle
  ) throws(TableError) -> [UInt8] {
    let measures = HistoryMeasure.allCases.filter { measure in
      value.queues.contains { $0.measures[measure]?.contains { $0 != nil } ?? false }
    }
    var table = TableWriter(
      columns: ["timestamp", "queue", "channel", "offered"] + measures.map(\.rawValue),
      style: style)
    for queue in value.queues {
      let columns = measures.map { queue.measures[$0] }
      for row in queue.starts.indices {
        table.raw { TimestampText.append(queue.starts[row], in: zone, to: &$0) }
        table.text(queue.queue)
        table.text(queue.channel)
        try table.number(queue.offered[row], decimals: RecordDecimals.contacts)
        for (measure, column) in zip(measures, columns) {
          try table.number(column?[row], decimals: decimals(of: measure))
        }
        table.endRow()
      }
    }
    return table.bytes
  }

  /// Reads a history.
  ///
  /// *Throws:* `RecordError` for unreadable cells, negative volumes, contradicting duplicates, times off the
  /// grid, and a file without rows; whatever the source throws.
  public static func read(
    _ source: any ByteSource, options: RecordOptions
  ) throws -> RecordReading<DemandHistory> {
    var reader = HistoryReader(
      cursor: try RecordCursor(source, schema: readingSchema, options: options))
    try reader.readRows()
    return try reader.finish()
  }
}
