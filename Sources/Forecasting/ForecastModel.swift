/// One named number of a model's description.
public struct ModelRow: Hashable, Sendable {
  /// What the number is, such as `level half-life` or `weekday effect mon`.
  public var name: String
  /// The number; NaN where it is unknown.
  public var value: Double
  /// What it means for this queue, in a few words; empty where the name says it.
  public var note: String

  /// Creates a row.
  public init(_ name: String, _ value: Double, note: String = "") {
    self.name = name
    self.value = value
    self.note = note
  }
}

/// What a model must be given before it can learn anything.
public struct ModelNeeds: Hashable, Sendable {
  /// The days with data; with fewer a simpler model takes its place.
  public var minimumDays: Int
  /// Whether it looks at the holidays and events of ``ModelDay/occasion``.
  public var usesCalendar: Bool
  /// Whether it looks at ``ModelDay/regressors``.
  public var usesRegressors: Bool

  /// Creates needs.
  public init(minimumDays: Int, usesCalendar: Bool = false, usesRegressors: Bool = false) {
    self.minimumDays = minimumDays
    self.usesCalendar = usesCalendar
    self.usesRegressors = usesRegressors
  }
}

/// A way to forecast the contacts of one queue from its own past.
///
/// A model says what it needs, is fitted to a series, and the fit forecasts any days that follow. It tells its
/// parameters and its fit as rows, so that reports need know no model. Whatever it is given it must answer
/// with finite numbers ≥ 0; `CheckForecastModel` in `Tests/TestSupport` holds every model to that.
public protocol ForecastModel: Sendable {
  /// The name in plans and files, such as `smoothed-days`.
  var name: String { get }
  /// One sentence for help pages.
  var summary: String { get }
  /// The history, calendar and regressors that it needs.
  var needs: ModelNeeds { get }
  /// Learns from the past.
  ///
  /// *Throws*: `ForecastingError` where the numbers cannot be fitted.
  func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast
}

/// A model that has learned from one series.
public protocol FittedForecast: Sendable {
  /// Forecasts days, each after the last day of the fitted series, ascending.
  func forecast(_ days: [ModelDay]) -> DayForecast
  /// Forecasts consecutive days of which the first has partly been seen.
  ///
  /// `seen` holds the contacts of the first day by slot, NaN where not seen yet; seen slots are forecast as before.
  /// Without an implementation of its own a model is updated by the factors in which its queue's days differ.
  func forecast(_ days: [ModelDay], seen: [Double], by update: IntradayUpdate) -> DayForecast
  /// What was learned.
  var parameters: [ModelRow] { get }
  /// How well it fits.
  var fit: [ModelRow] { get }
}

extension FittedForecast {
  /// The forecast of the days, updated by what the seen slots say about their day.
  public func forecast(
    _ days: [ModelDay], seen: [Double], by update: IntradayUpdate
  ) -> DayForecast {
    update.update(forecast(days), days: days, seen: seen)
  }
}
