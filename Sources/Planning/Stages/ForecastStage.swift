public import ContactCenter
public import Forecasting

/// From history to forecast.
public enum ForecastStage {
  /// Forecasts the queues of a plan.
  ///
  /// - Parameters:
  ///   - plan: queues, grid, horizon and model.
  ///   - history: what happened; queues that the plan does not know are left out with a finding.
  ///   - calendar: holidays, closed days and events, past and future.
  ///   - regressors: what drives demand, future values included.
  ///   - adjustments: the planner's own changes, applied last.
  ///   - firstDay: the first day to forecast; nil for the day after the last history.
  ///   - threads: queues worked on at the same time; the result does not depend on it.
  /// *Throws*: `PlanError` where no queue of the plan has history; `ForecastingError`.
  public static func run(
    plan: Plan, history: DemandHistory, calendar: BusinessCalendar,
    regressors: [RegressorValue] = [], adjustments: [Adjustment] = [], firstDay: CivilDate? = nil,
    threads: Int = 1
  ) async throws -> ForecastResult {
    var findings: [Finding] = []
    let known = try QueueMatching.known(in: history, plan: plan, findings: &findings)
    let request = self.request(
      plan: plan, calendar: calendar, regressors: regressors, firstDay: firstDay)
    var result = try await DemandForecaster.forecast(known, request, workers: threads)
    result.findings = findings + result.findings
    if !adjustments.isEmpty {
      result.forecast = AdjustedForecast.apply(
        adjustments, to: result.forecast, findings: &result.findings)
    }
    return result
  }

  /// What the plan asks of the forecaster.
  public static func request(
    plan: Plan, calendar: BusinessCalendar, regressors: [RegressorValue] = [],
    firstDay: CivilDate?
  ) -> ForecastRequest {
    var hours: [String: OpeningHours] = [:]
    var handleTimes: [String: Seconds] = [:]
    for queue in plan.queues {
      hours[queue.name] = queue.openingHours
      handleTimes[queue.name] = queue.handleTime
    }
    return ForecastRequest(
      grid: plan.grid, calendar: calendar, openingHours: hours, handleTimes: handleTimes,
      firstDay: firstDay, days: plan.forecast.horizonDays, model: plan.forecast.model,
      regressors: regressors)
  }
}

/// Which queues of the data are queues of the plan.
enum QueueMatching {
  /// The history of the plan's queues.
  ///
  /// *Throws*: `PlanError` where none of them has any.
  static func known(
    in history: DemandHistory, plan: Plan, findings: inout [Finding]
  ) throws(PlanError) -> DemandHistory {
    let names = Set(plan.queues.map(\.name))
    for queue in history.queues where !names.contains(queue.queue) {
      let nearest = nearestName(to: queue.queue, in: names)
      findings.append(
        Finding(
          .warning, code: "plan.queue-unknown",
          "queue \(queue.queue) of the history is not in the plan: left out", place: queue.queue,
          advice: nearest.map { "Maybe it is \($0)." } ?? "Maybe add it under queues:."))
    }
    let kept = history.queues.filter { names.contains($0.queue) }
    for queue in plan.queues where !kept.contains(where: { $0.queue == queue.name }) {
      findings.append(
        Finding(
          .error, code: "plan.queue-without-history",
          "queue \(queue.name) of the plan has no history: no forecast is made for it",
          place: queue.name, advice: "Maybe the file names it otherwise."))
    }
    guard !kept.isEmpty else {
      let found = history.queues.map(\.queue).joined(separator: ", ")
      throw PlanError(
        "no queue of the plan is in the history, which has \(found)",
        hint: "Maybe the names under queues: are spelled otherwise in the file.")
    }
    return DemandHistory(queues: kept, length: history.length)
  }
}
