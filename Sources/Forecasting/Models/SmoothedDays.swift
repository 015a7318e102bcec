internal import ContactCenter
internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

/// Day totals by a pool of smoothers, spread over the day by a weekday profile.
///
/// 1. Days with holes are completed, freak days and occasions replaced (`CleanDays`).
/// 2. Weekday and occasion effects come from least squares on log day totals (`OccasionEffects`).
/// 3. Day levels come from a pool weighted by rolling errors per lead (`DayLevelPool`).
/// 4. The day is spread by exponentially weighted weekday shares (`WeekdayProfile`), so intervals add up to
///    their day.
/// 5. The variance of a slot is that of its day, growing with the lead, plus what is left within the day, never
///    below Poisson; quantiles are negative binomial (`CountQuantiles`).
///
/// *Source*: that a day total times a profile beats interval models: Taylor (2008), Management Science
/// 54:253-265; profiles with day factors: Avramidis, Deslauriers and L'Ecuyer (2004), Management Science 50:896-908.
public struct SmoothedDays: ForecastModel {
  /// Creates the model.
  public init() {}

  /// The name in plans and files.
  public var name: String { "smoothed-days" }
  /// One sentence for help pages.
  public var summary: String {
    "day totals by smoothers weighted by their errors, times a weekday profile"
  }
  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds { ModelNeeds(minimumDays: 21, usesCalendar: true) }

  /// Days of history that level and profile look at.
  static let window = 364
  /// Days of history that occasion effects look at.
  static let effectWindow = 1092

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    let long = CleanDays(series.prefix(series.days.count, last: Self.effectWindow))
    let recent = series.prefix(series.days.count, last: Self.window)
    let seen = CleanDays(recent)
    guard !seen.days.isEmpty else {
      throw .notFitted(model: name, reason: "no day is observed well enough.")
    }
    let effects: OccasionEffects
    do {
      effects = try OccasionEffects(long)
    } catch {
      throw .notFitted(model: name, reason: "\(error)")
    }
    let rhythm = CalendarRhythm(long, series: series, weekdays: effects.weekdays)
    let clean = seen.without(rhythm.pastEffects(of: seen, series: recent))
    let profile = WeekdayProfile(clean, open: recent.openByWeekday())
    let pool = DayLevelPool(
      points: clean.days.map {
        DayLevelPool.Point(
          ordinal: $0.ordinal, weekday: $0.weekday, log: logTotal($0.total),
          seen: $0.occasion == nil ? logTotal($0.rawTotal) : nil, total: $0.total)
      }, weekdayCount: clean.weekdayCount, weekdayEffects: effects.weekdays)
    return Fitted(
      slotCount: series.slotCount, effects: effects, rhythm: rhythm, profile: profile, pool: pool,
      within: WithinDayVariance(clean, profile: profile.shares))
  }

  private struct Fitted: FittedForecast {
    let slotCount: Int
    let effects: OccasionEffects
    let rhythm: CalendarRhythm
    let profile: WeekdayProfile
    let pool: DayLevelPool
    let within: WithinDayVariance

    func forecast(_ days: [ModelDay]) -> DayForecast {
      var result = DayForecast(zerosForDays: days.count, slotCount: slotCount)
      var variance = result.mean
      let openDays = days.indices.filter { days[$0].isOpen }
      let (logs, leads) = pool.forecast(
        openDays.map { (days[$0].date.daysSinceEpoch, days[$0].weekday) })
      let dates = rhythm.effects(of: days)
      for (place, d) in openDays.enumerated() {
        let day = days[d]
        var occasion = effects.effect(of: day.occasion)
        occasion.log += dates[d].log
        occasion.variance += dates[d].variance
        let total = pool.bias * exp(min(logs[place] + occasion.log, 40))
        let deviation = pool.bucket(lead: leads[place]).deviation
        let dayVariance = max(0, deviation * deviation - 1 / max(total, 1)) + occasion.variance
        for s in 0..<slotCount where day.open[s] {
          let cell = d * slotCount + s
          let mean = total * profile.shares[day.weekday][s]
          result.mean[cell] = mean
          variance[cell] =
            within.variance(weekday: day.weekday, slot: s, forecast: mean)
            + mean * mean * min(dayVariance, 1)
        }
      }
      CountQuantiles.write(into: &result, variance: variance)
      return result
    }

    var parameters: [ModelRow] {
      var rows: [ModelRow] = []
      for weekday in Weekday.allCases
      where pool.points.contains(where: { $0.weekday == weekday.rawValue }) {
        rows.append(
          ModelRow(
            "weekday effect \(weekday.shortName)", exp(effects.weekdays[weekday.rawValue]),
            note: "factor on a day"))
      }
      for (name, effect) in effects.byName.sorted(by: { $0.key < $1.key }) {
        rows.append(
          ModelRow(
            "occasion effect \(name)", exp(effect.log),
            note: "factor on a day, seen \(effect.occurrences) times"))
      }
      for (bucket, label) in zip(pool.buckets, ["next day", "first week", "later"]) {
        let best = bucket.weights.indices.max { bucket.weights[$0] < bucket.weights[$1] } ?? 0
        rows.append(
          ModelRow(
            "largest weight, \(label)", bucket.weights[best],
            note: DayLevelPool.memberNames[best]))
      }
      for recipe in profile.recipes {
        rows.append(
          ModelRow(
            "profile half-life", recipe.halfLifeWeeks,
            note: "weeks; \(recipe.pools ? "like weekdays pooled" : "each weekday alone")"))
      }
      return rows
    }

    var fit: [ModelRow] {
      zip(pool.buckets, ["next day", "first week", "later"]).map { bucket, label in
        ModelRow(
          "day error, \(label)", bucket.deviation,
          note: "relative standard deviation over \(bucket.replays) replays")
      } + [
        ModelRow("overdispersion", within.overdispersion, note: "variance over mean within a day")
      ]
    }
  }
}
