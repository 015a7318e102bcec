/// What a forecast says of one period of one queue, channel or the whole center.
public struct DemandTotal: Hashable, Sendable {
  /// The length of the period.
  public enum Period: String, Hashable, Sendable, CaseIterable {
    /// An interval of the grid.
    case interval
    /// A local day.
    case day
    /// Monday to Sunday.
    case week
    /// A calendar month.
    case month
  }

  /// Whose contacts are added up.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    case queue, channel, center
  }

  /// The length of the period.
  public var period: Period
  /// The start of its first interval in the forecast: of a week that the forecast begins within, its first day there.
  public var start: Instant
  /// Whose contacts are added up.
  public var level: Level
  /// The name of the queue, the channel or the center.
  public var name: String
  /// Mean contacts offered.
  public var offered: Double
  /// Mean handle time in seconds, weighted by contacts; nil where a part of it is not known.
  public var handleSecondsMean: Double?
  /// Quantiles of contacts offered at `QuantileLevels.percents`, ascending; empty where none are given.
  public var quantiles: [Double]

  /// Creates a total.
  public init(
    period: Period, start: Instant, level: Level, name: String, offered: Double,
    handleSecondsMean: Double? = nil, quantiles: [Double] = []
  ) {
    self.period = period
    self.start = start
    self.level = level
    self.name = name
    self.offered = offered
    self.handleSecondsMean = handleSecondsMean
    self.quantiles = quantiles
  }

  /// The same total with the record's decimals.
  public func rounded() -> DemandTotal {
    var copy = self
    copy.offered = roundedToDecimals(offered, RecordDecimals.contacts)
    copy.handleSecondsMean = handleSecondsMean.map {
      roundedToDecimals($0, RecordDecimals.seconds)
    }
    copy.quantiles = quantiles.map { roundedToDecimals($0, RecordDecimals.contacts) }
    return copy
  }
}
