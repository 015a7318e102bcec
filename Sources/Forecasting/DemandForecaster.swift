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
    let setting = try Setting(history, request)
    return assemble(history.queues.map { forecast($0, request, setting) }, setting)
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
    let setting = try Setting(history, request)
    let parts = await inStrides(history.queues.count, workers: workers) { index in
      forecast(history.queues[index], request, setting)
    }
    return assemble(parts, setting)
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

  /// What holds for all queues of a forecast.
  private struct Setting {
    let model: any ForecastModel
    let length: IntervalLength
    let firstDay: CivilDate
    /// The day after the last one with data in any queue, or the first day where that comes before.
    let dataEnd: CivilDate
    let regressors: RegressorTable
    private(set) var findings: [Finding] = []

    init(_ history: DemandHistory, _ request: ForecastRequest) throws(ForecastingError) {
      model = try ForecastModelCatalog.model(named: request.model)
      guard (1...maximumDays).contains(request.days) else { throw .horizon(days: request.days) }
      length = history.length
      let grid = request.grid
      guard length.minutes <= grid.length.minutes, grid.length.minutes % length.minutes == 0 else {
        throw .coarseHistory(historyMinutes: length.minutes, gridMinutes: grid.length.minutes)
      }
      guard let end = DemandForecaster.firstDay(after: history, grid: grid) else { throw .noData }
      let today = request.actualsUntil.map { grid.date(of: $0) }
      firstDay = today ?? request.firstDay ?? end
      dataEnd = min(firstDay, end)
      let start = grid.zone.startOfDay(firstDay)
      guard let first = history.queues.compactMap(\.starts.first).min(), first < start else {
        throw .noData
      }
      regressors =
        request.regressors.isEmpty
        ? .none
        : RegressorTable(
          request.regressors, from: grid.date(of: first), firstDay: firstDay,
          end: firstDay.advanced(by: request.days), findings: &findings)
      if !regressors.names.isEmpty, !model.needs.usesRegressors {
        findings.append(
          Finding(
            .note, code: "forecast.regressors-unused",
            "the model \(model.name) does not look at regressors",
            advice: "Maybe choose one that does: \(Self.namesWithRegressors)."))
      }
      findings += Self.lateEntries(request.calendar, from: firstDay)
    }

    private static var namesWithRegressors: String {
      ForecastModelCatalog.all.filter(\.needs.usesRegressors).map(\.name).joined(separator: ", ")
    }

    /// Entries that repeat but whose first date lies ahead: of their past nothing can be learned.
    private static func lateEntries(
      _ calendar: BusinessCalendar, from firstDay: CivilDate
    ) -> [Finding] {
      let late = calendar.entries.filter {
        $0.repeats != nil && $0.kind != .closed && $0.expectedEffect == nil && $0.date >= firstDay
      }
      // The same name may stand in the past as well, with dates of its own.
      let known = Set(calendar.entries.filter { $0.date < firstDay }.map(\.name))
      guard let first = late.first(where: { !known.contains($0.name) }) else { return [] }
      let count = Set(late.map(\.name)).subtracting(known).count
      return [
        Finding(
          .note, code: "forecast.calendar-begins-late",
          "\(first.name) repeats \(first.repeats?.text ?? "") but only from \(first.date.text) on:"
            + " nothing is learned of it\(count > 1 ? " (first of \(count))" : "")",
          place: "calendar", advice: "Maybe give its first date within the history.")
      ]
    }
  }

  private static func assemble(_ parts: [Part], _ setting: Setting) -> ForecastResult {
    var result = ForecastResult(
      forecast: DemandForecast(queues: parts.compactMap(\.forecast)).rounded(),
      findings: setting.findings + parts.flatMap(\.findings),
      models: parts.compactMap(\.model),
      failedQueues: parts.filter { $0.forecast == nil }.map(\.queue))
    for part in parts { result.dependence[part.queue] = part.dependence }
    return result
  }

  private static func forecast(
    _ history: QueueHistory, _ request: ForecastRequest, _ setting: Setting
  ) -> Part {
    let firstDay = setting.firstDay
    do {
      guard
        let prepared = try PreparedQueue(
          history, length: setting.length, request: request, before: firstDay,
          regressors: setting.regressors)
      else { return failure(history.queue, "no history before \(firstDay.text)") }
      var findings = prepared.findings
      findings += earlyEnd(history, request.grid, dataEnd: setting.dataEnd)
      let (used, fitted) =
        prepared.hasStopped
        ? ("stopped", AlwaysClosed(prepared.series))
        : try ModelFallback.fit(
          setting.model, to: prepared.series, queue: history.queue, findings: &findings)
      let days = (0..<request.days).map { prepared.rules.day(firstDay.advanced(by: $0)) }
      if let finding = prepared.unseenEvents(in: days) { findings.append(finding) }
      let outlook = QueueOutlook(
        fitted, days: days, of: prepared, history, length: setting.length, request,
        findings: &findings)
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
          parameters: fitted.parameters + prepared.effectRows, fit: fitted.fit),
        dependence: outlook.dependence)
    } catch {
      return failure(history.queue, error.description)
    }
  }

  /// A queue whose rows end long before those of the others: nobody knows whether it goes on.
  private static func earlyEnd(
    _ history: QueueHistory, _ grid: TimeGrid, dataEnd: CivilDate
  ) -> [Finding] {
    let start = grid.zone.startOfDay(dataEnd)
    guard let last = history.starts.last(where: { $0 < start }) else { return [] }
    let silence = dataEnd.days(since: grid.date(of: last)) - 1
    guard silence >= 7 else { return [] }
    return [
      Finding(
        .warning, code: "forecast.ends-early",
        "the last row is of \(grid.date(of: last).text), \(silence) days before the others end: it"
          + " is forecast as if it went on", place: history.queue,
        advice: "Maybe the queue was closed: take it out of the plan, or enter it as closed in the"
          + " calendar.")
    ]
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
