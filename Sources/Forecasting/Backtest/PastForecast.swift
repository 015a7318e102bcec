public import ContactCenter

/// A forecast as it was published, to be held against what happened.
public struct PastForecast: Sendable {
  /// The first day it speaks of; what happened before was known.
  public var firstDay: CivilDate
  /// What was published, the planner's own changes included.
  public var published: DemandForecast
  /// What the models said before those changes; nil where there were none.
  public var unadjusted: DemandForecast?
  /// The changes, each with its time.
  public var adjustments: [Adjustment]

  /// Creates a past forecast.
  public init(
    firstDay: CivilDate, published: DemandForecast, unadjusted: DemandForecast? = nil,
    adjustments: [Adjustment] = []
  ) {
    self.firstDay = firstDay
    self.published = published
    self.unadjusted = unadjusted
    self.adjustments = adjustments
  }
}

/// How good past forecasts were, step by step: naive, model, adjusted.
public struct PastForecastScore: Sendable {
  /// Accuracy by queue, step and lead; the step stands in ``AccuracyRow/model``.
  public var accuracy: [AccuracyRow]
  /// The same over all queues.
  public var overall: [AccuracyRow]
  /// What the planner's own changes came to.
  public var edits: [ValueAddedRow]
  /// Forecasts of which at least one interval has happened.
  public var scored: Int
  /// What was noticed.
  public var findings: [Finding]

  /// The seasonal naive: last week's value, which costs nothing.
  public static let naive = "naive"
  /// What the models said.
  public static let model = "model"
  /// What was published, where anything was changed by hand.
  public static let adjusted = "adjusted"
  /// The steps in the order in which value is added.
  public static let steps = [naive, model, adjusted]

  /// Scores past forecasts.
  ///
  /// The naive forecast is made anew from what was known before each first day, for the same intervals. Without any change by
  /// hand there is no step `adjusted`; with some, forecasts without count in it as they are.
  ///
  /// *Throws*: ``ForecastingError/coarseHistory(historyMinutes:gridMinutes:)``.
  ///
  /// - Parameters:
  ///   - forecasts: The forecasts; two of the same first day count both.
  ///   - history: What happened, before and after.
  ///   - request: Grid, calendar and opening hours; its model, first day and days are not used.
  ///   - workers: Fits at the same time; the result does not depend on it.
  public init(
    _ forecasts: [PastForecast], history: DemandHistory, request: ForecastRequest,
    workers: Int = 1
  ) async throws(ForecastingError) {
    let grid = request.grid
    guard grid.length.minutes % history.length.minutes == 0 else {
      throw .coarseHistory(
        historyMinutes: history.length.minutes, gridMinutes: grid.length.minutes)
    }
    let actuals = Dictionary(
      history.queues.map { ($0.queue, Actuals($0, length: history.length, grid: grid)) },
      uniquingKeysWith: { first, _ in first })
    let hasEdits = forecasts.contains { !$0.adjustments.isEmpty && $0.unadjusted != nil }
    var said = Said()
    scored = 0
    findings = []
    for (index, forecast) in forecasts.enumerated() {
      let before = said.entries.count
      said.add(forecast, number: index, actuals: actuals, grid: grid, hasEdits: hasEdits)
      if said.entries.count > before { scored += 1 }
    }
    let known = Set(history.queues.map(\.queue))
    for queue in Set(forecasts.flatMap { $0.published.queues.map(\.queue) }).subtracting(known)
      .sorted()
    {
      findings.append(
        Finding(
          .warning, code: "accuracy.queue-without-history",
          "queue \(queue) was forecast, but the history does not know it: it is not scored",
          place: queue, advice: "Maybe it was renamed."))
    }
    let (naive, noticed) = await Self.naive(
      for: said, history: history, request: request, workers: workers)
    findings += noticed
    let entries = naive + said.entries
    let hasLonger = entries.contains {
      grid.date(of: $0.start).days(since: grid.date(of: $0.origin)) >= 28
    }
    let table = AccuracyTable(
      entries, history: history, grid: grid,
      leads: AccuracyTable.leadDays + (hasLonger ? [AccuracyTable.longer] : []))
    accuracy = table.rows
    overall = table.overall
    edits = ValueAddedRow.rows(of: said.edited)
  }

  /// The naive forecast of the intervals that are scored.
  private static func naive(
    for said: Said, history: DemandHistory, request: ForecastRequest, workers: Int
  ) async -> ([BacktestEntry], [Finding]) {
    guard !said.wanted.isEmpty else { return ([], []) }
    let grid = request.grid
    let last = said.wanted.map(\.start).max() ?? Instant(secondsSinceEpoch: 0)
    let days = said.origins.map { grid.date(of: last).days(since: $0) + 1 }.max() ?? 1
    var ask = BacktestRequest(
      forecast: request, models: [SeasonalNaive().name], origins: .dates(said.origins.sorted()))
    // A forecast's own horizon is what was asked of it; the widest of them covers all.
    ask.horizonDays = min(max(1, min(days, said.longestDays)), DemandForecaster.maximumDays)
    guard let result = try? await Backtest.run(history, ask, workers: workers) else {
      return ([], [])
    }
    let entries = result.entries.compactMap { entry -> BacktestEntry? in
      let key = Said.Wanted(queue: entry.queue, origin: entry.origin, start: entry.start)
      guard said.wanted.contains(key) else { return nil }
      var copy = entry
      copy.model = naive
      return copy
    }
    return (entries, result.findings.filter { $0.code == "backtest.origin-skipped" })
  }
}

/// What past forecasts said about intervals that have happened.
private struct Said {
  struct Wanted: Hashable {
    let queue: String
    let origin: Instant
    let start: Instant
  }

  private(set) var entries: [BacktestEntry] = []
  private(set) var edited: [EditedInterval] = []
  private(set) var wanted: Set<Wanted> = []
  private(set) var origins: Set<CivilDate> = []
  private(set) var longestDays = 1

  mutating func add(
    _ forecast: PastForecast, number: Int, actuals: [String: Actuals], grid: TimeGrid,
    hasEdits: Bool
  ) {
    let origin = grid.zone.startOfDay(forecast.firstDay)
    for queue in forecast.published.queues {
      guard let came = actuals[queue.queue] else { continue }
      let before = forecast.unadjusted?[queue: queue.queue]?.intervals ?? queue.intervals
      // A damaged pair does not line up: then nothing is known about what the models said.
      let isPaired = before.count == queue.intervals.count
      let changes = forecast.adjustments.filter { $0.queue == nil || $0.queue == queue.queue }
      for (cell, interval) in queue.intervals.enumerated() {
        guard let actual = came.contacts(at: interval.start), interval.start >= origin else {
          continue
        }
        let unadjusted = isPaired && before[cell].start == interval.start ? before[cell] : interval
        let date = grid.date(of: interval.start)
        longestDays = max(longestDays, date.days(since: forecast.firstDay) + 1)
        origins.insert(forecast.firstDay)
        wanted.insert(Wanted(queue: queue.queue, origin: origin, start: interval.start))
        func entry(_ step: String, _ said: ForecastInterval) -> BacktestEntry {
          BacktestEntry(
            origin: origin, start: interval.start, queue: queue.queue, channel: queue.channel,
            model: step, actual: actual, mean: said.offered, quantiles: said.quantiles)
        }
        entries.append(entry(PastForecastScore.model, unadjusted))
        if hasEdits { entries.append(entry(PastForecastScore.adjusted, interval)) }
        let holding = changes.filter { change in
          change.start.map { $0 <= interval.start } ?? true
            && change.end.map { interval.start < $0 } ?? true
        }
        guard !holding.isEmpty else { continue }
        edited.append(
          EditedInterval(
            forecast: number, queue: queue.queue, date: date, actual: actual,
            unadjusted: unadjusted.offered, adjusted: interval.offered,
            reasons: Set(holding.map { $0.reason ?? "" }),
            authors: Set(holding.map { $0.author ?? "" })))
      }
    }
  }
}
