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

  /// The history of a queue.
  public subscript(queue name: String) -> QueueHistory? { queues.first { $0.queue == name } }
}
