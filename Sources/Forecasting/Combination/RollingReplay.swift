internal import ContactCenter

/// What members would have said at a few origins of the past, beside what came.
///
/// Origins lie nine days apart, so that weekdays rotate, the last one four weeks before the end. Members that keep no
/// state between fits are fitted anew at each; effects of months and occasions are those of the whole history.
struct RollingReplay {
  /// One origin.
  struct Fold {
    /// The days forecast.
    let days: [ModelDay]
    /// What came, by day, then slot; NaN where missing, or the day is an occasion or a freak.
    let actuals: [Double]
    /// What each member said.
    let forecasts: [DayForecast]
  }

  /// The origins, the latest first.
  private(set) var folds: [Fold] = []

  static let horizon = 28
  private static let step = 9

  /// Replays members.
  ///
  /// - Parameters:
  ///   - members: the models.
  ///   - days: the series.
  ///   - count: origins at most.
  ///   - minimumDays: days that must lie before an origin.
  init(
    _ members: [any ForecastModel], days: OrdinaryDays, count: Int, minimumDays: Int
  ) {
    let series = days.series
    let freaks = Set(days.clean.days.filter(\.isOutlier).map(\.index))
    for k in 0..<count {
      let origin = series.days.count - Self.horizon - k * Self.step
      guard origin >= minimumDays else { break }
      let range = origin..<origin + Self.horizon
      let future = Array(series.days[range])
      var forecasts: [DayForecast] = []
      let known = days.prefix(origin)
      for member in members {
        guard let fitted = known.fitted(member) else { break }
        forecasts.append(fitted.forecast(future))
      }
      guard forecasts.count == members.count else { break }
      var actuals: [Double] = []
      for d in range {
        let hidden = series.days[d].occasion != nil || freaks.contains(d)
        actuals += series.counts(ofDay: d).map { hidden ? .nan : $0 }
      }
      folds.append(Fold(days: future, actuals: actuals, forecasts: forecasts))
    }
  }
}

/// Groups of leads with weights and bands of their own, in days from the first day forecast.
enum LeadBuckets {
  /// The next day, the rest of the first week, everything later.
  static let all: [Range<Int>] = [0..<1, 1..<7, 7..<Int.max]
  /// What they are called.
  static let names = ["next day", "first week", "later"]

  /// The bucket of a lead.
  static func index(_ lead: Int) -> Int { all.firstIndex { $0.contains(lead) } ?? all.count - 1 }
}
