internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// What planners do by hand: an eight-week profile of the week times the level of the last four weeks.
///
/// *Formula*: mean over the last eight weeks of each weekday and slot, times the mean weekly volume of the last
/// four weeks over that of the eight. The standard deviation of a slot is that of the same method's errors one
/// week ahead over the last eight weeks, never below Poisson; bands are normal, cut at 0.
public struct PlannersAverage: ForecastModel {
  /// Creates the model.
  public init() {}

  /// The name in plans and files.
  public var name: String { "planners-average" }
  /// One sentence for help pages.
  public var summary: String { "8-week weekday profile times a 4-week level, as done by hand" }
  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds { ModelNeeds(minimumDays: 7) }

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    let slots = series.slotCount
    let filled = series.filledCounts()
    let weeks = series.days.count / 7
    guard weeks > 0 else {
      throw .notFitted(model: name, reason: "the history is shorter than a week.")
    }
    let offset = filled.count - weeks * 7 * slots
    let all = Array(filled[offset...])
    let base = Self.weekForecast(all, weeks: weeks, slots: slots)
    var squares = [Double](repeating: 0, count: base.count)
    var replays = 0
    for back in 1...8 where weeks - back >= 8 {
      let earlier = Self.weekForecast(all, weeks: weeks - back, slots: slots)
      let start = (weeks - back) * 7 * slots
      for cell in earlier.indices {
        let error = all[start + cell] - earlier[cell]
        squares[cell] += error * error
      }
      replays += 1
    }
    let deviations = base.indices.map { cell in
      max(
        replays > 0 ? (squares[cell] / Double(replays)).squareRoot() : 0,
        max(base[cell], 0.05).squareRoot())
    }
    return Fitted(
      slots: slots, firstWeekday: series.days[series.days.count - 7].weekday, base: base,
      deviations: deviations, weeks: min(8, weeks), replays: replays)
  }

  /// The next week by day, then slot, from the first `weeks` weeks of `values`.
  private static func weekForecast(_ values: [Double], weeks: Int, slots: Int) -> [Double] {
    let size = 7 * slots
    let profileWeeks = min(8, weeks)
    let levelWeeks = min(4, weeks)
    var profile = [Double](repeating: 0, count: size)
    var recent = 0.0
    for week in weeks - profileWeeks..<weeks {
      for cell in 0..<size {
        profile[cell] += values[week * size + cell]
        if week >= weeks - levelWeeks { recent += values[week * size + cell] }
      }
    }
    let total = profile.reduce(0, +)
    guard total > 0 else { return profile }
    // Profile mean times (recent / 4) over (total / 8): the two divisions by 8 cancel.
    let factor = recent / Double(levelWeeks) / total
    return profile.map { $0 * factor }
  }

  private struct Fitted: FittedForecast {
    let slots: Int
    let firstWeekday: Int
    let base: [Double]
    let deviations: [Double]
    let weeks: Int
    let replays: Int

    func forecast(_ days: [ModelDay]) -> DayForecast {
      var result = DayForecast(zerosForDays: days.count, slotCount: slots)
      for (d, day) in days.enumerated() {
        let row = (day.weekday - firstWeekday + 7) % 7 * slots
        for s in 0..<slots where day.open[s] {
          let cell = d * slots + s
          result.mean[cell] = base[row + s]
          for (level, deviate) in StandardNormal.deviates.enumerated() {
            result.quantiles[level][cell] = max(0, base[row + s] + deviate * deviations[row + s])
          }
        }
      }
      return result
    }

    var parameters: [ModelRow] {
      [
        ModelRow("profile weeks", Double(weeks)),
        ModelRow("level per week", base.reduce(0, +), note: "contacts in the next week"),
      ]
    }

    var fit: [ModelRow] {
      [ModelRow("replayed weeks", Double(replays), note: "one week ahead, for the bands")]
    }
  }
}
