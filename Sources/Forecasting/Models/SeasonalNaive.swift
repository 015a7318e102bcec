internal import ContactCenter

/// Next week is like the last one.
///
/// *Formula*: the count of the same weekday and slot in the last week of the history. The variance of a slot at
/// lead k weeks is that of one week's chance twice over (the count it repeats is as noisy as the one to come)
/// plus that of the ratio of day totals k weeks apart.
public struct SeasonalNaive: ForecastModel {
  /// Creates the model.
  public init() {}

  /// The name in plans and files.
  public var name: String { "seasonal-naive" }
  /// One sentence for help pages.
  public var summary: String { "the same weekday and slot of the last week" }
  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds { ModelNeeds(minimumDays: 7) }

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    let slots = series.slotCount
    guard series.days.count >= 7 else {
      throw .notFitted(model: name, reason: "the history is shorter than a week.")
    }
    let filled = series.filledCounts()
    let clean = CleanDays(series.prefix(series.days.count, last: SmoothedDays.window))
    let profile = WeekdayProfile(clean, open: series.openByWeekday())
    return Fitted(
      slotCount: slots, base: Array(filled.suffix(7 * slots)),
      firstWeekday: series.days[series.days.count - 7].weekday,
      lastOrdinal: series.days[series.days.count - 1].date.daysSinceEpoch,
      ratioVariance: DayRatioVariance(clean),
      within: WithinDayVariance(clean, profile: profile.shares))
  }

  private struct Fitted: FittedForecast {
    let slotCount: Int
    let base: [Double]
    let firstWeekday: Int
    let lastOrdinal: Int
    let ratioVariance: DayRatioVariance
    let within: WithinDayVariance

    func forecast(_ days: [ModelDay]) -> DayForecast {
      var result = DayForecast(zerosForDays: days.count, slotCount: slotCount)
      var variance = result.mean
      for (d, day) in days.enumerated() where day.isOpen {
        let row = (day.weekday - firstWeekday + 7) % 7 * slotCount
        let weeks = max(0, day.date.daysSinceEpoch - lastOrdinal - 1) / 7
        let ratio = ratioVariance.variance(weeks: weeks)
        for s in 0..<slotCount where day.open[s] {
          let cell = d * slotCount + s
          let mean = base[row + s]
          result.mean[cell] = mean
          variance[cell] =
            2 * within.variance(weekday: day.weekday, slot: s, forecast: mean)
            + mean * mean * ratio
        }
      }
      CountQuantiles.write(into: &result, variance: variance)
      return result
    }

    var parameters: [ModelRow] {
      [ModelRow("last week", base.reduce(0, +), note: "contacts")]
    }

    var fit: [ModelRow] {
      ratioVariance.byWeek.enumerated().map {
        ModelRow("day error, \($0 + 1) weeks", $1.squareRoot(), note: "relative, beyond chance")
      }
    }
  }
}
