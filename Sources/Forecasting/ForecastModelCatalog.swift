internal import ContactCenter

/// The models that Muster knows by name.
///
/// A new model is one file and one entry here.
public enum ForecastModelCatalog {
  /// All models, the default first.
  public static let all: [any ForecastModel] = [
    CombinedModels.auto, CombinedModels.wide, SmoothedDays(), DayShapes(), CountRegression(),
    WeeklyDrivers(), DayTotalModel.exponentialSmoothing, DayTotalModel.seasonalArima,
    IntervalModel.harmonicRegression, IntervalModel.decomposedSeasons,
    IntervalModel.doubleSeasonal, PlannersAverage(), SeasonalNaive(), HistoryMean(),
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
