/// Why no forecast could be made.
public enum ForecastingError: Error, Sendable, Equatable {
  /// No model of this name.
  case unknownModel(name: String, nearest: String?)
  /// A number of days outside the accepted range.
  case horizon(days: Int)
  /// The history is coarser than the grid asked for.
  case coarseHistory(historyMinutes: Int, gridMinutes: Int)
  /// No queue of the history has data before the first day.
  case noData
  /// A queue spans more days than can be laid on a grid.
  case span(queue: String, days: Int)
  /// The numbers of a queue could not be fitted.
  case notFitted(model: String, reason: String)
  /// A backtest was asked for origins that leave nothing to learn or to score.
  case noOrigins(
    reason: String, hint: String = "Maybe ask for fewer origins or a shorter horizon.")
}

extension ForecastingError: CustomStringConvertible {
  /// What went wrong, where, and what to try.
  public var description: String {
    switch self {
    case .unknownModel(let name, let nearest):
      "no forecast model is called \"\(name)\". "
        + (nearest.map { "Maybe \"\($0)\"." }
          ?? "Maybe leave it out, or take one of \(Self.modelNames).")
    case .horizon(let days):
      "a horizon of \(days) days is outside 1…\(DemandForecaster.maximumDays)."
        + " Maybe the end date lies before the start."
    case .coarseHistory(let history, let grid):
      "the history has \(history)-minute intervals, the plan \(grid)-minute ones."
        + " Maybe set the plan's interval to \(history)m."
    case .noData:
      "no queue has history before the first day of the forecast."
        + " Maybe --from lies before the history begins."
    case .span(let queue, let days):
      "queue \(queue): the history spans \(days) days. Maybe one timestamp has a wrong year."
    case .notFitted(let model, let reason):
      "\(model): \(reason) Maybe try the model planners-average."
    case .noOrigins(let reason, let hint):
      "backtest: \(reason) \(hint)"
    }
  }

  private static var modelNames: String {
    ForecastModelCatalog.all.map(\.name).joined(separator: ", ")
  }
}
