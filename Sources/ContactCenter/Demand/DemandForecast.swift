/// The quantile levels that forecasts carry, in percent.
public enum QuantileLevels {
  /// 2.5, 10, 20 … 90, 97.5.
  public static let percents: [Double] = [2.5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 97.5]
  /// The names of their columns, `p2.5` to `p97.5`.
  public static let columns = percents.map {
    $0 == $0.rounded() ? "p\(Int($0))" : "p\($0)"
  }
}

/// The forecast of one queue for one interval.
public struct ForecastInterval: Hashable, Sendable {
  /// The start of the interval.
  public var start: Instant
  /// Mean contacts offered.
  public var offered: Double
  /// Mean handle time in seconds; nil where nothing is known about it.
  public var handleSecondsMean: Double?
  /// Quantiles of contacts offered at `QuantileLevels.percents`, ascending; empty where none are given.
  public var quantiles: [Double]
  /// Mean contacts before the planner's own changes; nil where nothing was changed.
  public var unadjusted: Double?

  /// Creates a forecast of an interval.
  public init(
    start: Instant, offered: Double, handleSecondsMean: Double?, quantiles: [Double] = [],
    unadjusted: Double? = nil
  ) {
    self.start = start
    self.offered = offered
    self.handleSecondsMean = handleSecondsMean
    self.quantiles = quantiles
    self.unadjusted = unadjusted
  }
}

/// The forecast of one queue.
public struct QueueForecast: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// The channel's name.
  public var channel: String
  /// The intervals, ascending; closed intervals are present with 0 contacts.
  public var intervals: [ForecastInterval]

  /// Creates a forecast of a queue.
  public init(queue: String, channel: String, intervals: [ForecastInterval]) {
    self.queue = queue
    self.channel = channel
    self.intervals = intervals
  }
}

/// How many contacts will come, per queue and interval, as distributions.
public struct DemandForecast: Hashable, Sendable {
  /// The forecasts, in order of queue name.
  public var queues: [QueueForecast]

  /// Creates a forecast from queues in any order.
  public init(queues: [QueueForecast]) {
    self.queues = queues.sorted { $0.queue < $1.queue }
  }

  /// The forecast of a queue.
  public subscript(queue name: String) -> QueueForecast? { queues.first { $0.queue == name } }

  /// The same forecast with the record's decimals.
  public func rounded() -> DemandForecast {
    var copy = self
    for q in copy.queues.indices {
      for i in copy.queues[q].intervals.indices {
        copy.queues[q].intervals[i].round()
      }
    }
    return copy
  }
}

extension ForecastInterval {
  fileprivate mutating func round() {
    offered = roundedToDecimals(offered, RecordDecimals.contacts)
    handleSecondsMean = handleSecondsMean.map { roundedToDecimals($0, RecordDecimals.seconds) }
    quantiles = quantiles.map { roundedToDecimals($0, RecordDecimals.contacts) }
    unadjusted = unadjusted.map { roundedToDecimals($0, RecordDecimals.contacts) }
  }
}
