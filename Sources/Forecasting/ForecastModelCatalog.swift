internal import ContactCenter

/// The models that Muster knows by name.
///
/// A new model is one file and one entry here.
public enum ForecastModelCatalog {
  /// All models, the default first.
  public static let all: [any ForecastModel] = [
    AveragedModels(), SmoothedDays(), DayShapes(), PlannersAverage(), SeasonalNaive(),
    HistoryMean(),
    DayTotalModel(
      name: "arima", summary: "seasonal ARIMA with automatic orders on day totals, times a profile",
      minimumDays: 28, model: SeasonalArima.ofDayTotals),
    IntervalModel(
      name: "harmonic-arima",
      summary: "sines and cosines of the day and the week with ARIMA errors",
      scale: .root,
      model: HarmonicRegression()),
  ]

  /// The model of a name.
  ///
  /// *Throws*: ``ForecastingError/unknownModel(name:nearest:)``.
  public static func model(named name: String) throws(ForecastingError) -> any ForecastModel {
    guard let model = all.first(where: { $0.name == name }) else {
      throw .unknownModel(name: name, nearest: nearestName(to: name, in: all.map(\.name)))
    }
    return model
  }
}
