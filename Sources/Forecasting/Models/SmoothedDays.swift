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
public struct SmoothedDays: OrdinaryDaysModel {
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
  func fit(_ days: OrdinaryDays) throws(ForecastingError) -> any FittedForecast {
    let clean = days.recent(Self.window)
    guard !clean.days.isEmpty else {
      throw .notFitted(model: name, reason: "no day of the last year is observed well enough.")
    }
    let profile = WeekdayProfile(clean, open: days.open)
    return Fitted(
      profile: profile,
      days: ProfiledDays(
        days, clean: clean, shares: profile.shares,
        within: WithinDayVariance(clean, profile: profile.shares)))
  }

  private struct Fitted: FittedForecast {
    let profile: WeekdayProfile
    let days: ProfiledDays

    func forecast(_ days: [ModelDay]) -> DayForecast { self.days.forecast(days) }

    var parameters: [ModelRow] {
      var rows: [ModelRow] = []
      for weekday in Weekday.allCases
      where days.pool.points.contains(where: { $0.weekday == weekday.rawValue }) {
        rows.append(
          ModelRow(
            "weekday effect \(weekday.shortName)", exp(days.effects.weekdays[weekday.rawValue]),
            note: "factor on a day"))
      }
      for (name, effect) in days.effects.byName.sorted(by: { $0.key < $1.key }) {
        rows.append(
          ModelRow(
            "occasion effect \(name)", exp(effect.log),
            note: "factor on a day, seen \(effect.occurrences) times"))
      }
      for (bucket, label) in zip(days.pool.buckets, LeadBuckets.names) {
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

    var fit: [ModelRow] { days.fit }
  }
}
