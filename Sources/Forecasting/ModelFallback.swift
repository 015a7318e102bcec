internal import ContactCenter

/// The model asked for, or the best one the history is long enough for.
enum ModelFallback {
  /// Fits the model; where the history is too short or the fit fails, a simpler one, with a finding.
  ///
  /// *Throws*: where even the simplest cannot be fitted, because no day has data.
  static func fit(
    _ model: any ForecastModel, to series: DaySeries, queue: String, findings: inout [Finding]
  ) throws(ForecastingError) -> (name: String, fitted: any FittedForecast) {
    let observed = series.observedDayCount
    // All closed: there is nothing to learn, and zero is the answer.
    guard series.days.contains(where: \.isOpen) else { return ("closed", AlwaysClosed(series)) }
    guard observed > 0 else {
      throw .notFitted(model: model.name, reason: "no open interval has data.")
    }
    var reason: String?
    for candidate in [model, PlannersAverage(), HistoryMean()] as [any ForecastModel] {
      // A week's pattern cannot be told from two occurrences of less than a week apart.
      let needed = candidate.needs.minimumDays
      guard observed >= needed, series.days.count >= needed else { continue }
      do {
        let fitted = try candidate.fit(series)
        if candidate.name != model.name {
          findings.append(
            Finding(
              .warning, code: "forecast.fallback",
              "\(reason ?? "\(observed) days with data are too few for \(model.name)"):"
                + " \(candidate.name) is used", place: queue,
              advice: "Maybe more history can be exported: \(model.name) needs"
                + " \(model.needs.minimumDays) days."))
        }
        return (candidate.name, fitted)
      } catch {
        reason = error.description
      }
    }
    throw .notFitted(model: model.name, reason: reason ?? "too little data.")
  }
}

/// The forecast of a queue that is never open, or has stopped.
struct AlwaysClosed: FittedForecast {
  let slotCount: Int
  init(_ series: DaySeries) { slotCount = series.slotCount }
  func forecast(_ days: [ModelDay]) -> DayForecast {
    DayForecast(zerosForDays: days.count, slotCount: slotCount)
  }
  var parameters: [ModelRow] { [] }
  var fit: [ModelRow] { [] }
}
