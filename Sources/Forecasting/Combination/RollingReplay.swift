internal import ContactCenter

/// What members would have said at a few origins of the past, beside what came.
///
/// The last origin lies four weeks before the end, less in a history under sixteen weeks. Members that keep no
/// state between fits are fitted anew at each; effects of months,
/// occasions, seasons of the year and regressors are those of the whole history.
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

  /// A replay that was made.
  init(folds: [Fold]) { self.folds = folds }

  /// The longest look ahead, in days.
  static let longest = 28
  private static let shortest = 7

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
    let horizon = min(max(series.days.count / 4, Self.shortest), Self.longest)
    for k in 0..<count {
      // A few days more than a third of the look ahead between origins, so that weekdays rotate.
      let origin = series.days.count - horizon - k * (horizon / 3 + 1)
      guard origin >= minimumDays else { break }
      let range = origin..<origin + horizon
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
  /// The leads whose errors weigh the members of each: one day of each origin alone would say nothing.
  static let evidence: [Range<Int>] = [0..<3, 0..<7, 3..<Int.max]
  /// What they are called.
  static let names = ["next day", "first week", "later"]

  /// The bucket of a lead.
  static func index(_ lead: Int) -> Int { all.firstIndex { $0.contains(lead) } ?? all.count - 1 }
}
