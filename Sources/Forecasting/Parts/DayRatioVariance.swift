/// How far day totals of the same weekday lie apart, by weeks between them, beyond Poisson chance.
///
/// A forecast that repeats the day k weeks ago errs by this much; no model worth its name errs by more, and none by
/// less than half of the first: the chance of a day is in it twice.
struct DayRatioVariance {
  /// Variance of the log ratio of days 1, 2, 3 and 4 weeks apart, never falling.
  let byWeek: [Double]

  /// No ratio counts for more than this, as a logarithm.
  private static let largest = 0.7

  /// Measures the ratios of days without occasions, freak days as they came.
  init(_ clean: CleanDays) {
    var totals: [Int: Double] = [:]
    for day in clean.days where day.occasion == nil { totals[day.ordinal] = day.rawTotal }
    var widest = 0.0
    byWeek = (1...4).map { weeks in
      var squares = 0.0
      var count = 0.0
      for day in clean.days where day.occasion == nil {
        guard let before = totals[day.ordinal - 7 * weeks] else { continue }
        let ratio = logTotal(day.rawTotal) - logTotal(before)
        let error = min(max(ratio, -Self.largest), Self.largest)
        let chance = 1 / max(before, 1) + 1 / max(day.rawTotal, 1)
        squares += max(0, error * error - chance)
        count += 1
      }
      widest = max(widest, count > 0 ? squares / count : 0)
      return widest
    }
  }

  /// The variance of repeating the last day of the same weekday `weeks` weeks on, 0 for the first week.
  func variance(weeks: Int) -> Double { byWeek[min(max(0, weeks), byWeek.count - 1)] }

  /// A variance that a model claims for a day total, held between what chance leaves and what repeating would cost.
  func bounded(_ claimed: Double, weeks: Int) -> Double {
    min(max(claimed, 0.5 * byWeek[0]), variance(weeks: weeks))
  }
}
