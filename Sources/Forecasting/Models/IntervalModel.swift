internal import ContactCenter

/// A classical model of the open intervals, one after the other, with a daily and a weekly season.
///
/// 1. Days with holes are completed, freak days and occasions replaced (`CleanDays`).
/// 2. The slots open on any usual weekday are laid out in order, a day closed for once as NaN, so that every day
///    and every week has the same number of steps (`OpenDays`); slots that only one weekday has closed are filled by
///    the shape of the others.
/// 3. The series model sees them on a scale of even noise (`CountScale`).
/// 4. Its forecast is put back, multiplied by the effects of occasions, and given the bands of counts
///    (`SteppedForecast`).
public struct IntervalModel: OrdinaryDaysModel {
  /// The name in plans and files.
  public let name: String
  /// One sentence for help pages.
  public let summary: String
  /// The days with data that it needs.
  public let minimumDays: Int
  /// Days of history that the model looks at.
  public let window: Int
  /// The scale on which the series model sees counts.
  public let scale: CountScale
  private let model: any SeriesModel

  /// Creates a forecast model of a series model.
  public init(
    name: String, summary: String, minimumDays: Int = 28, window: Int = 364,
    scale: CountScale = .logarithm, model: any SeriesModel
  ) {
    self.name = name
    self.summary = summary
    self.minimumDays = minimumDays
    self.window = window
    self.scale = scale
    self.model = model
  }

  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds { ModelNeeds(minimumDays: minimumDays, usesCalendar: true) }

  /// No interval is forecast above this multiple of the largest ordinary one.
  private static let farthest = 4.0

  func fit(_ days: OrdinaryDays) throws(ForecastingError) -> any FittedForecast {
    let clean = days.recent(window)
    let surroundings = try SteppedForecast(days, clean: clean, model: name)
    let week = surroundings.openDays.usual
    let columns = OpenIntervals.columns(days.series, usual: week)
    guard !columns.isEmpty else {
      throw .notFitted(model: name, reason: "no slot is open on a usual weekday.")
    }
    let intervals = OpenIntervals(
      clean, of: days.series, columns: columns, days: surroundings.openDays)
    let daysPerWeek = surroundings.openDays.daysPerWeek
    // Only one open day a week: the day is the week.
    let periods = [columns.count, columns.count * daysPerWeek].filter { $0 > 1 }
    let fitted = try model.fit(
      SeasonalSeries(
        values: intervals.counts.map(scale.value),
        periods: daysPerWeek > 1 ? periods : Array(periods.prefix(1))))
    return Fitted(
      surroundings: surroundings, series: fitted, scale: scale, columns: columns,
      usual: intervals.usual,
      highest: Self.farthest * (intervals.counts.filter { !$0.isNaN }.max() ?? 0))
  }

  private struct Fitted: FittedForecast {
    let surroundings: SteppedForecast
    let series: any FittedSeries
    let scale: CountScale
    let columns: [Int]
    /// Ordinary contacts by weekday and column, for steps that cannot be computed.
    let usual: [[Double]]
    let highest: Double

    func forecast(_ days: [ModelDay]) -> DayForecast {
      let count = surroundings.steps(for: days).count
      let slots = surroundings.slotCount
      let steps = series.forecast(steps: count * columns.count)
      let weekdays = surroundings.openDays.weekdays(ofSteps: count)
      // What bends the mean is the noise of a step; that the level is unsure does not move the mean of the counts
      // that planners compare with, and at long leads Gaussian variances would blow it up.
      let noise = steps.variance.first.map { $0.isFinite ? $0 : 0 } ?? 0
      var mean = [Double](repeating: 0, count: count * slots)
      var dayVariance: [Double] = []
      for day in 0..<count {
        var total = 0.0
        var spread = 0.0
        for (c, s) in columns.enumerated() {
          let step = day * columns.count + c
          let raw = steps.mean[step]
          let value =
            raw.isFinite
            ? min(scale.count(raw, noise: noise), highest) : usual[weekdays[day]][c]
          mean[day * slots + s] = value
          total += value
          spread +=
            value * scale.relativeVariance(max(0, steps.variance[step] - noise), at: value)
        }
        // The chance of a day total is taken off again where bands are made.
        dayVariance.append((total > 0 ? spread / total : 0) + 1 / max(total, 1))
      }
      return surroundings.lay(mean, dayVariance: dayVariance, on: days)
    }

    var parameters: [ModelRow] { series.parameters + surroundings.parameters }
    var fit: [ModelRow] { series.fit + surroundings.fit }
  }
}

extension IntervalModel {
  /// MSTL with exponential smoothing: daily and weekly season by local regression, what is left by ETS.
  ///
  /// On plain counts, as R's `stlf` and Python's MSTL: on logarithms the few contacts of the last slots of a day shake
  /// the level as much as the many of its peak, and the next day starts from there.
  public static let decomposedSeasons = IntervalModel(
    name: "mstl-ets",
    summary: "daily and weekly season by local regression, the rest by exponential smoothing",
    scale: .plain,
    model: DecomposedSeasons(
      remainder: ExponentialSmoothing(additiveOnly: true, seasonal: false)))

  /// Double-seasonal Holt-Winters on plain counts: the day inside the week, errors that carry over.
  public static let doubleSeasonal = IntervalModel(
    name: "double-seasonal",
    summary: "Holt-Winters smoothing with a day inside a week and errors that carry over",
    scale: .plain, model: DoubleSeasonalHoltWinters())
}
