internal import ContactCenter
internal import LinearAlgebra

/// A series as several models see it: completed, cleaned, and with the effects of dates and occasions told apart.
///
/// Made once per queue and shared by the members of an average; a replay from an earlier origin takes a prefix, which
/// keeps the effects of the whole: they are few numbers from much data, and learning them anew would cost more than
/// everything else together.
struct OrdinaryDays {
  /// The days behind it, at most three years.
  let series: DaySeries
  /// Open slots by weekday, Monday first.
  let open: [[Bool]]
  /// What holidays, events and weekdays do.
  let effects: OccasionEffects
  /// What the month and closures do.
  let rhythm: CalendarRhythm
  /// What the season of the year and the regressors do.
  let drivers: DayDrivers
  /// The open days with data, cleaned, with effects of dates taken out, oldest first.
  let clean: CleanDays

  /// Days of history that effects are learned from.
  static let window = 1092

  /// Prepares a series.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)`` where no day is observed well enough.
  init(_ whole: DaySeries, for model: String) throws(ForecastingError) {
    series = whole.prefix(whole.days.count, last: Self.window)
    let seen = CleanDays(series)
    guard !seen.days.isEmpty else {
      throw .notFitted(model: model, reason: "no day is observed well enough.")
    }
    open = series.prefix(series.days.count, last: SmoothedDays.window).openByWeekday()
    do {
      effects = try OccasionEffects(seen)
      rhythm = CalendarRhythm(seen, series: series, weekdays: effects.weekdays)
      clean = seen.without(rhythm.pastEffects(of: seen, series: series))
      drivers = try DayDrivers(clean, series: series)
    } catch {
      throw .notFitted(model: model, reason: "\(error)")
    }
  }

  private init(_ days: OrdinaryDays, series: DaySeries) {
    self.series = series
    open = days.open
    effects = days.effects
    rhythm = days.rhythm.ending(with: series)
    drivers = days.drivers
    clean = days.clean.prefix(beforeDay: series.days.count)
  }

  /// What was known before a day's index, with the effects of all days.
  func prefix(_ dayCount: Int) -> OrdinaryDays {
    OrdinaryDays(self, series: series.prefix(dayCount))
  }

  /// Fits a model, which shares these days where it can.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  func fit(_ model: any ForecastModel) throws(ForecastingError) -> any FittedForecast {
    if let ordinary = model as? any OrdinaryDaysModel { return try ordinary.fit(self) }
    return try model.fit(series)
  }

  /// The fitted model, nil where it cannot be fitted.
  func fitted(_ model: any ForecastModel) -> (any FittedForecast)? {
    do { return try fit(model) } catch { return nil }
  }

  /// The clean days of the last so many calendar days.
  func recent(_ dayCount: Int) -> CleanDays {
    clean.suffix(fromDay: series.days.count - dayCount)
  }
}

/// A model that is fitted to ordinary days.
protocol OrdinaryDaysModel: ForecastModel {
  /// Learns from days made ready.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  func fit(_ days: OrdinaryDays) throws(ForecastingError) -> any FittedForecast
}

extension OrdinaryDaysModel {
  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    guard needs.usesRegressors else { return try fit(OrdinaryDays(series, for: name)) }
    let driven = try DrivenSeries(series, for: name)
    return driven.forecast(by: try fit(OrdinaryDays(driven.rest, for: name)))
  }
}
