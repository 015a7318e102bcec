public import ContactCenter

/// From a history to a forecast, queue by queue.
///
/// ```swift
/// let result = try DemandForecaster.forecast(history, ForecastRequest(grid: grid, days: 28))
/// result.forecast[queue: "sales"]?.intervals.first?.offered
/// ```
public enum DemandForecaster {
  /// The longest horizon, ten years.
  public static let maximumDays = 3660

  /// Forecasts every queue of a history.
  ///
  /// A queue that cannot be forecast does not stop the others: it is named in `failedQueues` and in a finding
  /// of severity error.
  ///
  /// *Throws*: ``ForecastingError/unknownModel(name:nearest:)``, ``ForecastingError/horizon(days:)``,
  /// ``ForecastingError/coarseHistory(historyMinutes:gridMinutes:)``, ``ForecastingError/noData``.
  public static func forecast(
    _ history: DemandHistory, _ request: ForecastRequest
  ) throws(ForecastingError) -> ForecastResult {
    let (model, firstDay) = try check(history, request)
    return assemble(
      history.queues.map {
        forecast($0, length: history.length, request, model: model, firstDay: firstDay)
      })
  }

  /// Forecasts every queue of a history on several threads.
  ///
  /// The result does not depend on `workers`: each takes every n-th queue and the parts are put together in
  /// order of queue name.
  ///
  /// *Throws*: as ``forecast(_:_:)``.
  public static func forecast(
    _ history: DemandHistory, _ request: ForecastRequest, workers: Int
  ) async throws(ForecastingError) -> ForecastResult {
    let (model, firstDay) = try check(history, request)
    let parts = await inStrides(history.queues.count, workers: workers) { index in
      forecast(
        history.queues[index], length: history.length, request, model: model, firstDay: firstDay)
    }
    return assemble(parts)
  }

  /// The day after the last one with data in any queue; nil for an empty history.
  public static func firstDay(after history: DemandHistory, grid: TimeGrid) -> CivilDate? {
    history.queues.compactMap(\.starts.last).max().map { grid.date(of: $0).advanced(by: 1) }
  }

  /// What one queue came to.
  struct Part: Sendable {
    var queue: String
    var forecast: QueueForecast?
    var findings: [Finding]
    var model: ModelDescription?
    var dependence: DayDependence?
  }

  private static func check(
    _ history: DemandHistory, _ request: ForecastRequest
  ) throws(ForecastingError) -> (any ForecastModel, CivilDate) {
    let model = try ForecastModelCatalog.model(named: request.model)
    guard (1...maximumDays).contains(request.days) else { throw .horizon(days: request.days) }
    guard history.length.minutes <= request.grid.length.minutes,
      request.grid.length.minutes % history.length.minutes == 0
    else {
      throw .coarseHistory(
        historyMinutes: history.length.minutes, gridMinutes: request.grid.length.minutes)
    }
    let today = request.actualsUntil.map { request.grid.date(of: $0) }
    guard
      let firstDay = today ?? request.firstDay ?? firstDay(after: history, grid: request.grid)
    else {
      throw .noData
    }
    let start = request.grid.zone.startOfDay(firstDay)
    guard history.queues.contains(where: { ($0.starts.first ?? start) < start }) else {
      throw .noData
    }
    return (model, firstDay)
  }

  private static func assemble(_ parts: [Part]) -> ForecastResult {
    var result = ForecastResult(
      forecast: DemandForecast(queues: parts.compactMap(\.forecast)).rounded(),
      findings: parts.flatMap(\.findings), models: parts.compactMap(\.model),
      failedQueues: parts.filter { $0.forecast == nil }.map(\.queue))
    for part in parts { result.dependence[part.queue] = part.dependence }
    return result
  }

  private static func forecast(
    _ history: QueueHistory, length: IntervalLength, _ request: ForecastRequest,
    model: any ForecastModel, firstDay: CivilDate
  ) -> Part {
    do {
      guard
        let prepared = try PreparedQueue(
          history, length: length, request: request, before: firstDay)
      else { return failure(history.queue, "no history before \(firstDay.text)") }
      var findings = prepared.findings
      let (used, fitted) = try ModelFallback.fit(
        model, to: prepared.series, queue: history.queue, findings: &findings)
      let days = (0..<request.days).map { prepared.rules.day(firstDay.advanced(by: $0)) }
      let outlook = QueueOutlook(
        fitted, days: days, of: prepared, history, length: length, request, findings: &findings)
      let handle = HandleTimes(history, request, before: firstDay, findings: &findings)
      let intervals = outlook.keepingActuals(
        WallClock.intervals(
          outlook.forecast, days: days, rules: prepared.rules, grid: request.grid, handle: handle))
      return Part(
        queue: history.queue,
        forecast: QueueForecast(
          queue: history.queue, channel: history.channel, intervals: intervals),
        findings: findings,
        model: ModelDescription(
          queue: history.queue, channel: history.channel, model: used,
          parameters: fitted.parameters, fit: fitted.fit), dependence: outlook.dependence)
    } catch {
      return failure(history.queue, error.description)
    }
  }

  private static func failure(_ queue: String, _ message: String) -> Part {
    Part(
      queue: queue, forecast: nil,
      findings: [
        Finding(
          .error, code: "forecast.queue-failed", message, place: queue,
          advice: "Maybe the queue's rows have the wrong name or dates.")
      ], model: nil)
  }
}
