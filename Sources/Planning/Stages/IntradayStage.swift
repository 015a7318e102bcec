public import ContactCenter
public import Forecasting

/// What an update during the day would have been worth.
public enum IntradayStage {
  /// Replays the last days of the plan's queues with and without an update.
  ///
  /// - Parameters:
  ///   - plan: queues and grid.
  ///   - history: what happened.
  ///   - calendar: holidays, closed days and events.
  ///   - regressors: what drives demand.
  ///   - model: the model that forecasts each day from the days before.
  ///   - days: the open days to replay.
  ///   - threads: queues worked on at the same time; the result does not depend on it.
  /// *Throws*: `PlanError` where no queue of the plan has history; `ForecastingError`.
  public static func run(
    plan: Plan, history: DemandHistory, calendar: BusinessCalendar,
    regressors: [RegressorValue] = [], model: String, days: Int, threads: Int = 1
  ) async throws -> (results: [IntradayBacktest.QueueResult], findings: [Finding]) {
    var findings: [Finding] = []
    let known = try QueueMatching.known(in: history, plan: plan, findings: &findings)
    var request = ForecastStage.request(
      plan: plan, calendar: calendar, regressors: regressors, firstDay: nil)
    request.model = model
    let (results, found) = try await IntradayBacktest.run(
      known, request, days: days, workers: threads)
    return (results, findings + found + results.flatMap(\.findings))
  }
}
