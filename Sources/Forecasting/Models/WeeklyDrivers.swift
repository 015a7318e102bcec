internal import ContactCenter
internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: nothing explodes, whatever the horizon; a year ahead the season and the drivers decide, a month ahead
// the level of today; few weeks must not be believed more than they can say. Hence every coefficient has a prior
// around zero whose width is what such effects are in contact centers, and the trend flattens.

/// Weeks by season, trend and drivers, twelve to eighteen months ahead.
///
/// 1. Weekly levels of cleaned days, weekdays and closed days taken out (`WeekSeries`), old weeks counting less.
/// 2. A regression of their logarithm on a trend, annual harmonics (none under a year of history, one pair per
///    half year beyond, at most four) and drivers (`DriverScale`), each coefficient shrunk by a normal prior.
/// 3. Beyond the history the trend is damped to half its slope every half year; what remained of the last weeks is
///    carried over by an AR(1).
/// 4. Days by weekday and occasion effects, slots by a weekday profile, as in `SmoothedDays`.
/// 5. Bands from the residuals, the coefficients' own variance and a level that wanders, so that they grow with lead.
///
/// *Source*: harmonic regression: West and Harrison (1997), Bayesian Forecasting and Dynamic Models, chapter 8; damped
/// trend: Gardner and McKenzie (1985), Management Science 31:1237-1246.
public struct WeeklyDrivers: ForecastModel {
  /// Creates the model.
  public init() {}

  /// The name in plans and files.
  public var name: String { "weekly-drivers" }
  /// One sentence for help pages.
  public var summary: String {
    "weeks by season, damped trend and drivers, for months ahead"
  }
  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds {
    ModelNeeds(minimumDays: 56, usesCalendar: true, usesRegressors: true)
  }

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    let clean = CleanDays(series)
    guard !clean.days.isEmpty else {
      throw .notFitted(model: name, reason: "no day is observed well enough.")
    }
    do {
      let effects = try OccasionEffects(clean)
      let weeks = WeekSeries(clean, series, weekdayEffects: effects.weekdays)
      guard weeks.weeks.count >= 6 else {
        throw ForecastingError.notFitted(
          model: name, reason: "only \(weeks.weeks.count) weeks are observed well enough.")
      }
      let recent = CleanDays(series.prefix(series.days.count, last: SmoothedDays.window))
      let profile = WeekdayProfile(recent, open: series.openByWeekday())
      return Fitted(
        slotCount: series.slotCount, effects: effects, profile: profile,
        curve: try WeekCurve(weeks, driverNames: series.regressorNames),
        dayVariance: weeks.dayVariance, within: WithinDayVariance(recent, profile: profile.shares))
    } catch let error as ForecastingError {
      throw error
    } catch {
      throw .notFitted(model: name, reason: "\(error)")
    }
  }

  private struct Fitted: FittedForecast {
    let slotCount: Int
    let effects: OccasionEffects
    let profile: WeekdayProfile
    let curve: WeekCurve
    let dayVariance: Double
    let within: WithinDayVariance

    func forecast(_ days: [ModelDay]) -> DayForecast {
      var result = DayForecast(zerosForDays: days.count, slotCount: slotCount)
      var variance = result.mean
      for (d, day) in days.enumerated() where day.isOpen {
        let occasion = effects.effect(of: day.occasion)
        let ordinal = day.date.daysSinceEpoch
        let level = curve.level(on: ordinal, regressors: day.regressors)
        let log = level + effects.weekdays[day.weekday] + occasion.log
        let total = exp(min(log, 40))
        let spread = dayVariance + curve.variance(on: ordinal) + occasion.variance
        let relative = min(max(0, spread - 1 / max(total, 1)), 1)
        for s in 0..<slotCount where day.open[s] {
          let cell = d * slotCount + s
          let mean = total * profile.shares[day.weekday][s]
          result.mean[cell] = mean
          variance[cell] =
            within.variance(weekday: day.weekday, slot: s, forecast: mean) + mean * mean * relative
        }
      }
      CountQuantiles.write(into: &result, variance: variance)
      return result
    }

    var parameters: [ModelRow] { curve.parameters }
    var fit: [ModelRow] {
      curve.fit + [ModelRow("day error", dayVariance.squareRoot(), note: "relative, within a week")]
    }
  }
}
