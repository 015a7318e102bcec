@testable import Forecasting

/// The simplest series model: the last values at the same place of the longest season, for tests of adaptors.
struct RepeatedSeason: SeriesModel {
  /// Added to the mean at every step.
  var drift = 0.0
  /// Variance of step h: `noise` (h + 1).
  var noise = 0.01

  func fit(_ series: SeasonalSeries) throws(ForecastingError) -> any FittedSeries {
    let period = series.periods.last ?? 1
    guard series.values.count >= period else {
      throw .notFitted(model: "repeated", reason: "too short.")
    }
    return Fitted(model: self, season: Array(series.values.suffix(period)))
  }

  struct Fitted: FittedSeries {
    let model: RepeatedSeason
    let season: [Double]
    func forecast(steps: Int) -> SeriesForecast {
      SeriesForecast(
        mean: (0..<steps).map { season[$0 % season.count] + model.drift * Double($0 + 1) },
        variance: (0..<steps).map { model.noise * Double($0 + 1) })
    }
    var parameters: [ModelRow] { [ModelRow("season", Double(season.count))] }
    var fit: [ModelRow] { [ModelRow("noise", model.noise)] }
  }
}
