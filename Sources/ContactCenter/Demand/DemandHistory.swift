/// A column of the history record beside the offered volume.
public enum HistoryMeasure: String, Hashable, Sendable, CaseIterable {
  case answered
  case abandoned
  case blocked
  case thresholdSeconds = "threshold_seconds"
  case answeredInThreshold = "answered_in_threshold"
  case abandonedInThreshold = "abandoned_in_threshold"
  case abandonedShort = "abandoned_short"
  case talkSeconds = "talk_seconds"
  case holdSeconds = "hold_seconds"
  case wrapSeconds = "wrap_seconds"
  case handleSeconds = "handle_seconds"
  case answeredWaitSeconds = "answered_wait_seconds"
  case abandonedWaitSeconds = "abandoned_wait_seconds"
  case backlog
  case agents
}

/// What one queue saw, interval by interval, as columns of equal length.
public struct QueueHistory: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// The channel's name.
  public var channel: String
  /// The start of each interval, strictly ascending; a missing interval is absent, not zero.
  public var starts: [Instant]
  /// Contacts offered in each interval.
  public var offered: [Double]
  /// The other columns, each as long as `starts`; nil where a cell is empty.
  ///
  /// Totals, not averages.
  public var measures: [HistoryMeasure: [Double?]]

  /// Creates a history; all columns have the same length.
  public init(
    queue: String, channel: String, starts: [Instant] = [], offered: [Double] = [],
    measures: [HistoryMeasure: [Double?]] = [:]
  ) {
    precondition(starts.count == offered.count)
    precondition(measures.values.allSatisfy { $0.count == starts.count })
    self.queue = queue
    self.channel = channel
    self.starts = starts
    self.offered = offered
    self.measures = measures
  }
}

/// What a center saw: one history per queue, in order of name.
public struct DemandHistory: Hashable, Sendable {
  /// The histories, in order of queue name.
  public var queues: [QueueHistory]
  /// The interval length of the data.
  public var length: IntervalLength

  /// Creates a history from queues in any order.
  public init(queues: [QueueHistory], length: IntervalLength) {
    self.queues = queues.sorted { $0.queue < $1.queue }
    self.length = length
  }

  /// The same history with the rows of another in the place of its own from an instant on, queue by queue.
  ///
  /// Queues that the other has no rows of keep theirs; measures that only one of them has are kept where they are known.
  public func replacing(_ other: DemandHistory, from start: Instant) -> DemandHistory {
    var merged = queues
    for added in other.queues {
      let place = merged.firstIndex { $0.queue == added.queue }
      var queue =
        place.map { merged[$0] } ?? QueueHistory(queue: added.queue, channel: added.channel)
      let kept = queue.starts.prefix { $0 < start }.count
      let rows = added.starts.indices.filter { added.starts[$0] >= start }
      var measures: [HistoryMeasure: [Double?]] = [:]
      for measure in Set(queue.measures.keys).union(added.measures.keys) {
        let old = queue.measures[measure].map { Array($0.prefix(kept)) }
        let new = added.measures[measure]
        measures[measure] =
          (old ?? [Double?](repeating: nil, count: kept)) + rows.map { new?[$0] ?? nil }
      }
      queue = QueueHistory(
        queue: queue.queue, channel: queue.channel,
        starts: Array(queue.starts.prefix(kept)) + rows.map { added.starts[$0] },
        offered: Array(queue.offered.prefix(kept)) + rows.map { added.offered[$0] },
        measures: measures)
      if let place { merged[place] = queue } else { merged.append(queue) }
    }
    return DemandHistory(queues: merged, length: length)
  }

  /// The history of a queue.
  public subscript(queue name: String) -> QueueHistory? { queues.first { $0.queue == name } }
}
