internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// A series with what its regressors explain taken out, so that models which know none forecast the rest.
///
/// Drivers are learned first, from volumes as they came: a day that a mailing doubles would else be cleaned away as a
/// freak, and nothing would be left to learn from.
struct DrivenSeries {
  /// The series without its regressors and their effects.
  let rest: DaySeries
  private let drivers: DayDrivers

  /// Learns the drivers of a series and takes them out.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  init(_ series: DaySeries, for model: String) throws(ForecastingError) {
    guard !series.regressorNames.isEmpty else {
      rest = series
      drivers = DayDrivers()
      return
    }
    do {
      drivers = try DayDrivers(
        uncleaned: series.prefix(series.days.count, last: OrdinaryDays.window))
    } catch {
      throw .notFitted(model: model, reason: "\(error)")
    }
    var counts = series.counts
    for (d, day) in series.days.enumerated() {
      let factor = exp(-drivers.effect(regressors: day.regressors))
      guard factor != 1 else { continue }
      for cell in d * series.slotCount..<(d + 1) * series.slotCount { counts[cell] *= factor }
    }
    rest = DaySeries(
      slotCount: series.slotCount, days: series.days.map(Self.plain), counts: counts)
  }

  /// The forecast of a model fitted to the rest, with the effects of coming days put back on.
  func forecast(by fitted: any FittedForecast) -> any FittedForecast {
    drivers.drivers.isEmpty ? fitted : Fitted(rest: fitted, drivers: drivers)
  }

  private static func plain(_ day: ModelDay) -> ModelDay {
    var copy = day
    copy.regressors = []
    return copy
  }

  private struct Fitted: FittedForecast {
    let rest: any FittedForecast
    let drivers: DayDrivers

    func forecast(_ days: [ModelDay]) -> DayForecast {
      rest.forecast(days.map(DrivenSeries.plain)).scaled(
        byDay: days.map { exp(drivers.effect(regressors: $0.regressors)) })
    }

    var parameters: [ModelRow] { drivers.rows + rest.parameters }
    var fit: [ModelRow] { rest.fit }
  }
}
