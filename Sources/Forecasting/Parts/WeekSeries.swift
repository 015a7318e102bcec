internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// The level of each week of a cleaned history: what remains of its days when their weekdays are taken out.
///
/// Weeks are counted back from the last observed day. A week's level is log(contacts / Σ weekday factors) over the days
/// that were observed, so that a week with a closed holiday is no weak week.
struct WeekSeries {
  /// One week.
  struct Week {
    /// The middle of the week, in days since 1970-01-01.
    var middle: Double
    /// The level on the logarithm.
    var level: Double
    /// Days of the week that were observed over those that usually are.
    var weight: Double
    /// Mean of each regressor over the week.
    var regressors: [Double]
  }

  /// The weeks, oldest first; weeks without enough days are absent.
  private(set) var weeks: [Week] = []
  /// The last observed day, in days since 1970-01-01.
  let last: Int
  /// Variance of a day's logarithm around its week, weekday taken out.
  private(set) var dayVariance = 0.0

  /// Share of a week's usual contacts that must have been observed.
  private static let leastObservedShare = 0.3

  /// Lays cleaned days on weeks.
  init(_ clean: CleanDays, _ series: DaySeries, weekdayEffects: [Double]) {
    last = clean.days.last?.ordinal ?? 0
    let factors = weekdayEffects.map { exp($0) }
    let usual = Set(clean.days.map(\.weekday)).sorted().reduce(0) { $0 + factors[$1] }
    var byAge: [Int: [CleanDays.Day]] = [:]
    for day in clean.days { byAge[(last - day.ordinal) / 7, default: []].append(day) }
    var squares = 0.0
    var count = 0.0
    for age in byAge.keys.sorted(by: >) {
      let days = byAge[age] ?? []
      let present = days.reduce(0) { $0 + factors[$1.weekday] }
      guard present >= Self.leastObservedShare * usual, present > 0 else { continue }
      let total = days.reduce(0) { $0 + $1.total }
      let level = log(max(total, 0.5) / present)
      for day in days where !day.isOutlier && day.occasion == nil {
        let distance = logTotal(day.total) - weekdayEffects[day.weekday] - level
        squares += min(distance * distance, 0.5)
        count += 1
      }
      let sums = series.regressorNames.indices.map { r in
        days.reduce(0) { $0 + series.days[$1.index].regressors[r] } / Double(days.count)
      }
      weeks.append(
        Week(
          middle: Double(last - 7 * age - 3), level: level, weight: min(1, present / usual),
          regressors: sums))
    }
    dayVariance = count > 0 ? squares / count : 0
  }
}
