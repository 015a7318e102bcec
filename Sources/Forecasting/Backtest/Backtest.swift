public import ContactCenter
internal import Synchronization

/// What the models would have said, and how good it was.
public struct BacktestResult: Sendable {
  /// Every interval that was forecast, in order of queue, model, origin and time, with the record's decimals.
  public var entries: [BacktestEntry]
  /// Accuracy by queue, model and lead.
  public var accuracy: [AccuracyRow]
  /// Accuracy by model and lead over all queues.
  public var overall: [AccuracyRow]
  /// What was noticed, each once.
  public var findings: [Finding]
  /// The origins that could be used.
  public var origins: [CivilDate] = []
}

/// Replays models over the past: at each origin every model is fitted anew to what was known then.
public enum Backtest {
  /// Replays the models.
  ///
  /// *Throws*: ``ForecastingError/noOrigins(reason:hint:)``, ``ForecastingError/unknownModel(name:nearest:)``,
  /// ``ForecastingError/horizon(days:)``, ``ForecastingError/noData``,
  /// ``ForecastingError/coarseHistory(historyMinutes:gridMinutes:)``.
  public static func run(
    _ history: DemandHistory, _ request: BacktestRequest
  ) throws(ForecastingError) -> BacktestResult {
    let work = try Work(history, request)
    return work.assemble(work.units.indices.map(work.replay))
  }

  /// Replays the models on several threads; the result does not depend on their number.
  ///
  /// - Parameter progress: Told after each fit how many of all are done, from any thread.
  /// *Throws*: as ``run(_:_:)``.
  public static func run(
    _ history: DemandHistory, _ request: BacktestRequest, workers: Int,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) async throws(ForecastingError) -> BacktestResult {
    let work = try Work(history, request)
    let total = work.units.count
    let counter = UnitCounter()
    return work.assemble(
      await inStrides(total, workers: workers) {
        let part = work.replay($0)
        progress?(counter.next(), total)
        return part
      })
  }

  /// The queues, models and origins to go through.
  private struct Work: Sendable {
    struct Unit: Sendable {
      let queue: Int
      let model: String
      let origin: CivilDate
    }

    let history: DemandHistory
    let request: BacktestRequest
    let units: [Unit]
    let actuals: [Actuals]
    let origins: [CivilDate]
    let refused: [Finding]

    init(_ history: DemandHistory, _ request: BacktestRequest) throws(ForecastingError) {
      self.history = history
      self.request = request
      let (origins, refused) = try request.usableOrigins(of: history)
      self.origins = origins
      self.refused = refused
      let models = Array(Set(request.models)).sorted()
      for model in models { _ = try ForecastModelCatalog.model(named: model) }
      let grid = request.forecast.grid
      guard grid.length.minutes % history.length.minutes == 0 else {
        throw .coarseHistory(
          historyMinutes: history.length.minutes, gridMinutes: grid.length.minutes)
      }
      actuals = history.queues.map { Actuals($0, length: history.length, grid: grid) }
      units = history.queues.indices.flatMap { queue in
        models.flatMap { model in
          origins.map { Unit(queue: queue, model: model, origin: $0) }
        }
      }
    }

    func replay(_ index: Int) -> (entries: [BacktestEntry], findings: [Finding]) {
      let unit = units[index]
      let queue = history.queues[unit.queue]
      let grid = request.forecast.grid
      let origin = grid.zone.startOfDay(unit.origin)
      var ask = request.forecast
      ask.firstDay = unit.origin
      ask.days = request.horizonDays
      ask.model = unit.model
      let one = DemandHistory(queues: [queue], length: history.length)
      do {
        let result = try DemandForecaster.forecast(one, ask)
        guard let forecast = result.forecast.queues.first else { return ([], result.findings) }
        let entries = forecast.intervals.compactMap { interval -> BacktestEntry? in
          let actual = actuals[unit.queue].contacts(at: interval.start)
          // Closed and silent: nothing was said and nothing came.
          guard actual != nil || interval.offered > 0 else { return nil }
          return BacktestEntry(
            origin: origin, start: interval.start, queue: queue.queue, channel: queue.channel,
            model: unit.model, actual: actual, mean: interval.offered,
            quantiles: interval.quantiles
          ).rounded()
        }
        return (entries, result.findings)
      } catch {
        let finding = Finding(
          .warning, code: "backtest.origin-skipped", error.description,
          place: "\(queue.queue) \(unit.origin.text)",
          advice: "Maybe the queue is younger than this origin.")
        return ([], [finding])
      }
    }

    func assemble(_ parts: [(entries: [BacktestEntry], findings: [Finding])]) -> BacktestResult {
      let entries = parts.flatMap(\.entries)
      let table = AccuracyTable(
        entries, history: history, grid: request.forecast.grid)
      var seen: Set<Finding> = []
      let findings = (refused + parts.flatMap(\.findings)).filter { seen.insert($0).inserted }
      return BacktestResult(
        entries: entries, accuracy: table.rows, overall: table.overall,
        findings: findings
          + PlannerBenchmark.findings(
            table.rows, horizonDays: request.horizonDays), origins: origins)
    }
  }
}

/// Counts pieces of work that end on any thread.
private final class UnitCounter: Sendable {
  private let done = Atomic<Int>(0)
  func next() -> Int { done.wrappingAdd(1, ordering: .relaxed).newValue }
}
