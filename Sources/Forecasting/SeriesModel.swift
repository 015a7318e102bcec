/// An evenly spaced series of an ordinary past: only open slots or days, occasions replaced, in order.
///
/// The classical models of time series know no calendar. `IntervalModel` and `DayTotalModel` stand between them and
/// ``ForecastModel``: they lay out the open slots or days, take the occasions out, and put them back on.
public struct SeasonalSeries: Hashable, Sendable {
  /// The values, oldest first; NaN where missing.
  public var values: [Double]
  /// The lengths of the seasons in steps, ascending: one day and one week of open slots, or one week of open days.
  public var periods: [Int]

  /// Creates a series.
  public init(values: [Double], periods: [Int]) {
    self.values = values
    self.periods = periods
  }
}

/// What a model of a series says about the steps that follow it.
public struct SeriesForecast: Hashable, Sendable {
  /// The mean of each step.
  public var mean: [Double]
  /// The variance of each step, parameters taken as known.
  public var variance: [Double]

  /// Creates a forecast.
  public init(mean: [Double], variance: [Double]) {
    self.mean = mean
    self.variance = variance
  }
}

/// A classical model of one evenly spaced series.
public protocol SeriesModel: Sendable {
  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  func fit(_ series: SeasonalSeries) throws(ForecastingError) -> any FittedSeries
}

/// A classical model that has learned from one series.
public protocol FittedSeries: Sendable {
  /// Forecasts the steps after the series.
  func forecast(steps: Int) -> SeriesForecast
  /// What was learned.
  var parameters: [ModelRow] { get }
  /// How well it fits: log-likelihood, information criteria, innovation variance.
  var fit: [ModelRow] { get }
}
