/// One row of the backtest record: what a model said at an origin about an interval, and what came.
public struct BacktestEntry: Hashable, Sendable {
  /// The instant up to which the model knew the history.
  public var origin: Instant
  /// The start of the interval.
  public var start: Instant
  /// The queue.
  public var queue: String
  /// The channel's name.
  public var channel: String
  /// The model.
  public var model: String
  /// What came; nil where nobody knows.
  public var actual: Double?
  /// The mean forecast.
  public var mean: Double
  /// Quantiles at `QuantileLevels.percents`; empty where none are given.
  public var quantiles: [Double]

  /// Creates a row.
  public init(
    origin: Instant, start: Instant, queue: String, channel: String, model: String,
    actual: Double?, mean: Double, quantiles: [Double]
  ) {
    self.origin = origin
    self.start = start
    self.queue = queue
    self.channel = channel
    self.model = model
    self.actual = actual
    self.mean = mean
    self.quantiles = quantiles
  }

  /// The same row with the record's decimals.
  public func rounded() -> BacktestEntry {
    var copy = self
    copy.actual = actual.map { roundedToDecimals($0, RecordDecimals.contacts) }
    copy.mean = roundedToDecimals(mean, RecordDecimals.contacts)
    copy.quantiles = quantiles.map { roundedToDecimals($0, RecordDecimals.contacts) }
    return copy
  }
}
