/// Every day is like the mean of all days: what remains when there is less than a week of history.
///
/// *Formula*: the mean of each slot over the days it was open. With so little to learn from, the variance of a
/// day's level is set to 30 % squared rather than measured.
public struct HistoryMean: ForecastModel {
  /// Creates the model.
  public init() {}

  /// The name in plans and files.
  public var name: String { "history-mean" }
  /// One sentence for help pages.
  public var summary: String { "the mean of each slot, for histories under two weeks" }
  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds { ModelNeeds(minimumDays: 1) }

  private static let levelVariance = 0.09

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    guard series.observedDayCount > 0 else {
      throw .notFitted(model: name, reason: "no day has data.")
    }
    return Fitted(means: series.slotMeans(), dayCount: series.observedDayCount)
  }

  private struct Fitted: FittedForecast {
    let means: [Double]
    let dayCount: Int

    func forecast(_ days: [ModelDay]) -> DayForecast {
      var result = DayForecast(zerosForDays: days.count, slotCount: means.count)
      var variance = result.mean
      for (d, day) in days.enumerated() {
        for s in means.indices where day.open[s] {
          let cell = d * means.count + s
          result.mean[cell] = means[s]
          variance[cell] = means[s] + means[s] * means[s] * HistoryMean.levelVariance
        }
      }
      CountQuantiles.write(into: &result, variance: variance)
      return result
    }

    var parameters: [ModelRow] {
      [ModelRow("level per day", means.reduce(0, +), note: "contacts if every slot is open")]
    }

    var fit: [ModelRow] { [ModelRow("days", Double(dayCount), note: "with data")] }
  }
}
