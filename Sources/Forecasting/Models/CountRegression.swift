internal import ContactCenter
internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

/// Counts by regression, with a random factor for every day.
///
/// 1. Negative binomial regression of day totals gives the season of the year and the effect of the planner's
///    regressors (`DayDrivers`); month and closures come from `CalendarRhythm`, holidays from `OccasionEffects`.
/// 2. What is left of a day is its factor: it is followed and forecast like a day level (`DayLevelPool`).
/// 3. Poisson regression on the waves of the clock gives the shape of a day, weekdays held toward the shape they
///    share (`HarmonicProfile`).
/// 4. Bands as in `SmoothedDays`.
///
/// Made for low counts, long histories and drivers that are known ahead.
///
/// *Source*: Avramidis, Deslauriers and L'Ecuyer (2004), Management Science 50:896-908; Ibrahim and L'Ecuyer (2013),
/// Manufacturing & Service Operations Management 15:72-85.
public struct CountRegression: OrdinaryDaysModel {
  /// Creates the model.
  public init() {}

  /// The name in plans and files.
  public var name: String { "count-regression" }
  /// One sentence for help pages.
  public var summary: String {
    "counts by regression on clock, year and drivers, with a random factor for every day"
  }
  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds {
    ModelNeeds(minimumDays: 28, usesCalendar: true, usesRegressors: true)
  }

  func fit(_ days: OrdinaryDays) throws(ForecastingError) -> any FittedForecast {
    let steady = days.clean
    do {
      let drivers = days.drivers
      let clean = steady.without(
        steady.days.map {
          drivers.effect(
            ordinal: $0.ordinal, regressors: days.series.days[$0.index].regressors)
        })
      let within = WithinDayVariance(
        clean,
        profile: WeekdayProfile(
          clean, open: days.open,
          recipes: [WeekdayProfile.Recipe(halfLifeWeeks: 26, pools: true, blur: 0.08)]
        ).shares)
      let profile = try HarmonicProfile(
        clean, open: days.open, overdispersion: within.overdispersion)
      return Fitted(
        drivers: drivers, profile: profile,
        days: ProfiledDays(days, clean: clean, shares: profile.shares, within: within))
    } catch {
      throw .notFitted(model: name, reason: "\(error)")
    }
  }

  private struct Fitted: FittedForecast {
    let drivers: DayDrivers
    let profile: HarmonicProfile
    let days: ProfiledDays

    func forecast(_ days: [ModelDay]) -> DayForecast {
      self.days.forecast(days) {
        drivers.effect(ordinal: $0.date.daysSinceEpoch, regressors: $0.regressors)
      }
    }

    var parameters: [ModelRow] {
      [
        ModelRow(
          "season of the year", drivers.year.map { $0 * $0 }.reduce(0, +).squareRoot(),
          note: "size of its waves on the logarithm; 0 with less than 400 days"),
        ModelRow("waves of the day", Double(profile.waveCount), note: "cosine and sine each"),
        ModelRow(
          "weekday shapes", profile.weekdaySpread, note: "how far they differ, on the logarithm"),
      ]
    }

    var fit: [ModelRow] {
      [ModelRow("day factor", drivers.factorVariance.squareRoot(), note: "standard deviation")]
        + days.fit
    }
  }
}
