public import ContactCenter
public import Forecasting

/// How models would have done on the past.
public enum BacktestStage {
  /// Replays models from origins in the past of the plan's queues.
  ///
  /// - Parameters:
  ///   - plan: queues, grid and horizon.
  ///   - history: what happened.
  ///   - calendar: holidays, closed days and events.
  ///   - regressors: what drives demand.
  ///   - models: the models to compare.
  ///   - origins: how many origins, or which.
  ///   - threads: fits at the same time; the result does not depend on it.
  ///   - progress: told after each fit, from any thread.
  /// *Throws*: `PlanError` where no queue of the plan has history; `ForecastingError`.
  public static func run(
    plan: Plan, history: DemandHistory, calendar: BusinessCalendar,
    regressors: [RegressorValue] = [], models: [String],
    origins: BacktestRequest.Origins, threads: Int = 1,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) async throws -> BacktestResult {
    var findings: [Finding] = []
    let known = try QueueMatching.known(in: history, plan: plan, findings: &findings)
    let request = BacktestRequest(
      forecast: ForecastStage.request(
        plan: plan, calendar: calendar, regressors: regressors, firstDay: nil),
      models: models, origins: origins, horizonDays: plan.forecast.horizonDays)
    var result = try await Backtest.run(known, request, workers: threads, progress: progress)
    result.findings = findings + result.findings
    return result
  }

  /// Replays the forecast of handle time from origins in the past of the plan's queues.
  ///
  /// *Throws*: `PlanError` where no queue of the plan has history; `ForecastingError`.
  public static func handleTime(
    plan: Plan, history: DemandHistory, origins: BacktestRequest.Origins
  ) throws -> HandleTimeResult {
    var findings: [Finding] = []
    let known = try QueueMatching.known(in: history, plan: plan, findings: &findings)
    let request = BacktestRequest(
      forecast: ForecastStage.request(
        plan: plan, calendar: BusinessCalendar(), firstDay: nil),
      models: [], origins: origins, horizonDays: plan.forecast.horizonDays)
    var result = try HandleTimeBacktest.run(known, request)
    result.findings = findings + result.findings
    return result
  }
}
