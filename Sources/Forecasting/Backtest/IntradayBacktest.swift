public import ContactCenter

/// How much an update during the day is worth on one's own past.
///
/// For each of the last days: the day-ahead forecast of a model fitted to what came before, and the same updated
/// after a share of the day's forecast volume has been seen, both scored on the rest of the day.
public struct IntradayBacktest: Sendable {
  /// The errors at one share of the day.
  public struct Row: Hashable, Sendable {
    /// The share of the day's forecast volume that was seen.
    public var share: Double
    /// Days scored.
    public var days: Int
    /// Σ|F − A| / ΣA of the rest of the day, not updated.
    public var wape: Double
    /// The same with the update.
    public var updatedWape: Double
    /// The share of actuals of the rest within p10 to p90, not updated.
    public var coverage80: Double
    /// The same with the update.
    public var updatedCoverage80: Double
    /// The error of the next day's forecast made before this day.
    public var nextDayWape: Double
    /// The same with what the update hands on.
    public var updatedNextDayWape: Double
  }

  /// What came of one queue of a history.
  public struct QueueResult: Sendable {
    /// The queue.
    public var queue: String
    /// By share, ascending; empty where it could not be replayed.
    public var rows: [Row]
    /// Why it could not be replayed.
    public var findings: [Finding]
  }

  /// By share, ascending.
  public private(set) var rows: [Row]

  /// The shares of the day looked at.
  public static let shares = [0.25, 0.5, 0.75]

  /// Replays the last `days` open days of a series.
  ///
  /// *Throws*: ``ForecastingError/noOrigins(reason:hint:)`` where too few days come before them; what the model throws.
  public init(
    _ series: DaySeries, model: any ForecastModel, days count: Int
  ) throws(ForecastingError) {
    let open = series.days.indices.filter { series.hasData(onDay: $0) }.suffix(max(count, 0))
    guard let first = open.first, first >= max(28, model.needs.minimumDays) else {
      throw .noOrigins(
        reason: "\(count) days leave less than four weeks to learn from.",
        hint: "Maybe replay fewer days.")
    }
    var sums = Self.shares.map { _ in Sums() }
    for index in open {
      let past = series.prefix(index)
      let fitted = try model.fit(past)
      let update = IntradayUpdate(past)
      let later = series.days.indices.first { $0 > index && series.hasData(onDay: $0) }
      let days = Array(series.days[index...(later ?? index)])
      let base = fitted.forecast(days)
      let actual = Array(series.counts(ofDay: index))
      let whole = base.mean.prefix(series.slotCount).reduce(0, +)
      guard whole > 0 else { continue }
      for (place, share) in Self.shares.enumerated() {
        var seen = [Double](repeating: .nan, count: series.slotCount)
        var passed = 0.0
        var cut = 0
        while cut < series.slotCount, passed < share * whole {
          seen[cut] = actual[cut]
          passed += base.mean[cut]
          cut += 1
        }
        let updated = fitted.forecast(days, seen: seen, by: update)
        sums[place].days += 1
        for s in cut..<series.slotCount where days[0].open[s] && !actual[s].isNaN {
          sums[place].add(actual[s], base, updated, cell: s)
        }
        guard let later else { continue }
        let row = Array(series.counts(ofDay: later))
        let offset = (days.count - 1) * series.slotCount
        for s in 0..<series.slotCount where !row[s].isNaN {
          sums[place].addNext(row[s], base.mean[offset + s], updated.mean[offset + s])
        }
      }
    }
    rows = zip(Self.shares, sums).map { $1.row(share: $0) }
  }

  /// Replays every queue of a history, several at a time; the result does not depend on `workers`.
  ///
  /// - Parameters:
  ///   - history: what happened.
  ///   - request: grid, calendar, opening hours, regressors and model.
  ///   - days: the open days to replay, the last ones of each queue.
  ///   - workers: queues worked on at the same time.
  ///
  /// *Returns*: a result per queue, and what concerns all of them; where no queue could be replayed that is one finding
  /// of severity error.
  ///
  /// *Throws*: ``ForecastingError/unknownModel(name:nearest:)``.
  public static func run(
    _ history: DemandHistory, _ request: ForecastRequest, days: Int, workers: Int
  ) async throws(ForecastingError) -> (results: [QueueResult], findings: [Finding]) {
    let model = try ForecastModelCatalog.model(named: request.model)
    var findings: [Finding] = []
    let regressors = regressors(history, request, model, days: days, findings: &findings)
    var results = await inStrides(history.queues.count, workers: workers) { index in
      let queue = history.queues[index]
      var result = QueueResult(queue: queue.queue, rows: [], findings: [])
      do throws(ForecastingError) {
        guard
          let prepared = try PreparedQueue(
            queue, length: history.length, request: request, before: nil, regressors: regressors)
        else { throw .noOrigins(reason: "the queue has no history.") }
        result.rows = try IntradayBacktest(prepared.series, model: model, days: days).rows
      } catch {
        result.findings.append(skipped(queue.queue, error))
      }
      return result
    }
    if results.allSatisfy(\.rows.isEmpty), var none = results.first?.findings.first {
      none.severity = .error
      if results.count > 1 {
        none.message =
          "none of \(results.count) queues can be replayed, first \(none.place): \(none.message)"
        none.place = ""
      }
      findings.append(none)
      for index in results.indices { results[index].findings = [] }
    }
    return (results, findings)
  }

  /// The drivers as known at the first of the replayed days.
  private static func regressors(
    _ history: DemandHistory, _ request: ForecastRequest, _ model: any ForecastModel, days: Int,
    findings: inout [Finding]
  ) -> RegressorTable {
    guard !request.regressors.isEmpty,
      let start = history.queues.compactMap(\.starts.first).min().map(request.grid.date(of:)),
      let end = DemandForecaster.firstDay(after: history, grid: request.grid)
    else { return .none }
    if !model.needs.usesRegressors {
      findings.append(
        Finding(
          .note, code: "forecast.regressors-unused",
          "the model \(model.name) does not look at regressors"))
    }
    let replayed = min(max(days, 1), max(1, end.days(since: start) - 28))
    return RegressorTable(
      request.regressors, from: start, firstDay: end.advanced(by: -replayed), end: end,
      findings: &findings)
  }

  /// Why a queue is not replayed, with one hint.
  private static func skipped(_ queue: String, _ error: ForecastingError) -> Finding {
    var message = error.description
    var advice = "Maybe replay fewer days."
    if case .noOrigins(let reason, let hint) = error {
      message = reason
      advice = hint
    } else if let hint = message.firstRange(of: " Maybe ") {
      advice = String(message[hint.lowerBound...].dropFirst())
      message = String(message[..<hint.lowerBound])
    }
    return Finding(
      .warning, code: "backtest.intraday-skipped", message, place: queue, advice: advice)
  }

  private struct Sums {
    var days = 0
    var actual = 0.0
    var errors = (0.0, 0.0)
    var inside = (0.0, 0.0)
    var number = 0.0
    var next = 0.0
    var nextErrors = (0.0, 0.0)

    mutating func add(_ value: Double, _ base: DayForecast, _ updated: DayForecast, cell: Int) {
      let last = base.quantiles.count - 2
      actual += value
      number += 1
      errors.0 += abs(base.mean[cell] - value)
      errors.1 += abs(updated.mean[cell] - value)
      if base.quantiles[1][cell] <= value, value <= base.quantiles[last][cell] { inside.0 += 1 }
      if updated.quantiles[1][cell] <= value, value <= updated.quantiles[last][cell] {
        inside.1 += 1
      }
    }

    mutating func addNext(_ value: Double, _ base: Double, _ updated: Double) {
      next += value
      nextErrors.0 += abs(base - value)
      nextErrors.1 += abs(updated - value)
    }

    func row(share: Double) -> Row {
      func over(_ part: Double, _ whole: Double) -> Double { whole > 0 ? part / whole : .nan }
      return Row(
        share: share, days: days, wape: over(errors.0, actual),
        updatedWape: over(errors.1, actual), coverage80: over(inside.0, number),
        updatedCoverage80: over(inside.1, number), nextDayWape: over(nextErrors.0, next),
        updatedNextDayWape: over(nextErrors.1, next))
    }
  }
}
