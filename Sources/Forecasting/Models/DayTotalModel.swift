internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// A classical model of day totals, spread over the day by a weekday profile.
///
/// 1. Days with holes are completed, freak days and occasions replaced (`CleanDays`).
/// 2. The log totals of the usually open days, one week of them a season, go to the series model (`OpenDays`); days
///    without data are NaN.
/// 3. Its forecast is spread by exponentially weighted weekday shares (`WeekdayProfile`), multiplied by the effects
///    of occasions, and given the bands of counts (`SteppedForecast`).
///
/// *Source*: that a day total times a profile beats interval models: Taylor (2008), Management Science 54:253-265.
public struct DayTotalModel: ForecastModel {
  /// The name in plans and files.
  public let name: String
  /// One sentence for help pages.
  public let summary: String
  /// The days with data that it needs.
  public let minimumDays: Int
  /// Days of history that the model looks at.
  public let window: Int
  private let model: any SeriesModel

  /// Creates a forecast model of a series model.
  public init(
    name: String, summary: String, minimumDays: Int = 21, window: Int = 364,
    model: any SeriesModel
  ) {
    self.name = name
    self.summary = summary
    self.minimumDays = minimumDays
    self.window = window
    self.model = model
  }

  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds { ModelNeeds(minimumDays: minimumDays, usesCalendar: true) }

  /// Below this mean volume the logarithm bends enough to need a bias factor.
  private static let smallDay = 100.0
  /// No day is forecast further above the largest or below the smallest ordinary one than this, as a logarithm.
  private static let farthest = 1.5

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    let (_, clean, surroundings) = try SteppedForecast.learn(
      series, window: window, model: name)
    let logs = surroundings.openDays.rows.map { row in
      row.map { logTotal(clean.days[$0].total) } ?? .nan
    }
    let fitted = try model.fit(
      SeasonalSeries(values: logs, periods: [surroundings.openDays.daysPerWeek]))
    let seen = logs.filter { !$0.isNaN }
    return Fitted(
      surroundings: surroundings, series: fitted, bias: Self.bias(clean),
      bounds: (seen.min() ?? 0) - Self.farthest...(seen.max() ?? 0) + Self.farthest,
      usual: seen.isEmpty ? 0 : seen.reduce(0, +) / Double(seen.count))
  }

  /// What the mean of small day totals exceeds the exponential of their mean logarithm by, as a factor, measured
  /// over eight days of a weekday at a time; 1 where days are large.
  private static func bias(_ clean: CleanDays) -> Double {
    let volume = clean.days.reduce(0) { $0 + $1.total } / Double(max(1, clean.days.count))
    guard volume < smallDay else { return 1 }
    var came = 0.0
    var said = 0.0
    for w in 0..<7 {
      let totals = clean.days.filter { $0.weekday == w }.map(\.total)
      for start in stride(from: 0, to: totals.count, by: 8) {
        let block = totals[start..<min(start + 8, totals.count)]
        let size = Double(block.count)
        came += block.reduce(0, +)
        said += size * exp(block.reduce(0) { $0 + logTotal($1) } / size)
      }
    }
    return said > 0 ? came / said : 1
  }

  private struct Fitted: FittedForecast {
    let surroundings: SteppedForecast
    let series: any FittedSeries
    let bias: Double
    let bounds: ClosedRange<Double>
    let usual: Double

    func forecast(_ days: [ModelDay]) -> DayForecast {
      let count = surroundings.steps(for: days).count
      let slots = surroundings.slotCount
      let steps = series.forecast(steps: count)
      let weekdays = surroundings.openDays.weekdays(ofSteps: count)
      var mean: [Double] = []
      mean.reserveCapacity(count * slots)
      for (log, weekday) in zip(steps.mean, weekdays) {
        let safe = log.isFinite ? min(max(log, bounds.lowerBound), bounds.upperBound) : usual
        let total = bias * exp(safe)
        for share in surroundings.profile.shares[weekday] { mean.append(total * share) }
      }
      return surroundings.lay(mean, dayVariance: steps.variance, on: days)
    }

    var parameters: [ModelRow] { series.parameters + surroundings.parameters }
    var fit: [ModelRow] { series.fit + surroundings.fit }
  }
}

extension DayTotalModel {
  /// The ETS family on log day totals with a weekly season.
  public static let exponentialSmoothing = DayTotalModel(
    name: "ets",
    summary: "exponential smoothing of day totals in state-space form, components by AICc",
    model: ExponentialSmoothing(additiveOnly: true))
}
