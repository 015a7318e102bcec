public import ContactCenter

/// How good a way to forecast handle time was at one range of leads.
public struct HandleTimeRow: Hashable, Sendable {
  /// The queue; empty for all queues together.
  public var queue: String
  /// The way: one of ``HandleTimeBacktest/methods``.
  public var method: String
  /// Leads of less than so many days from the origin's date.
  public var leadDays: Int
  /// Intervals with handled contacts that were scored.
  public var intervals: Int
  /// Contacts handled in them.
  public var contacts: Double
  /// Σ n|f − a| / Σ n·a: n contacts, a their mean handle time, f its forecast.
  public var wape: Double
  /// Σ n(f − a) / Σ n·a.
  public var bias: Double
}

/// What a backtest of handle time found.
public struct HandleTimeResult: Sendable {
  /// By queue, lead and method; queues first, then all together.
  public var rows: [HandleTimeRow]
  /// The origins that were replayed.
  public var origins: [CivilDate]
  /// What was noticed.
  public var findings: [Finding]
}

/// Replays the forecast of handle time over the past, beside what planners do.
///
/// An interval's mean counts as often as it has contacts: a mean of one call is mostly noise, and an error in it
/// moves no workload.
public enum HandleTimeBacktest {
  /// Our profile; the mean of the same slot a week before; the mean of the queue so far.
  public static let methods = ["handle-time", "weekly-naive", "queue-mean"]

  /// Replays handle time.
  ///
  /// - Parameters:
  ///   - history: what happened.
  ///   - request: grid, origins and horizon; its models are not used.
  /// *Throws*: as ``Backtest/run(_:_:)``; ``ForecastingError/noOrigins(reason:hint:)`` where no queue has handle times.
  public static func run(
    _ history: DemandHistory, _ request: BacktestRequest
  ) throws(ForecastingError) -> HandleTimeResult {
    let (origins, refused) = try request.usableOrigins(of: history)
    let grid = request.forecast.grid
    guard grid.length.minutes % history.length.minutes == 0 else {
      throw .coarseHistory(
        historyMinutes: history.length.minutes, gridMinutes: grid.length.minutes)
    }
    var findings = refused
    var sums: [Key: Sums] = [:]
    for queue in history.queues {
      let past = HandledIntervals(queue, grid: grid)
      guard !past.starts.isEmpty else {
        findings.append(
          Finding(
            .warning, code: "backtest.no-handle-time", "the history has no handle times",
            place: queue.queue, advice: "Maybe the export leaves out handle_seconds."))
        continue
      }
      for origin in origins {
        score(queue, past, from: origin, request, into: &sums)
      }
    }
    guard !sums.isEmpty else {
      throw .noOrigins(
        reason: "no queue has handle times before and after an origin.",
        hint: "Maybe the history has no column handle_seconds.")
    }
    return HandleTimeResult(rows: rows(sums), origins: origins, findings: findings)
  }

  private struct Key: Hashable, Comparable {
    let queue: String
    let leadDays: Int
    let method: String

    static func < (a: Key, b: Key) -> Bool { a.order < b.order }

    /// All queues together last; methods as they are listed.
    private var order: (Int, String, Int, Int) {
      (
        queue.isEmpty ? 1 : 0, queue, leadDays,
        HandleTimeBacktest.methods.firstIndex(of: method) ?? 0
      )
    }
  }

  fileprivate struct Sums {
    var intervals = 0
    var contacts = 0.0
    var seconds = 0.0
    var absolute = 0.0
    var signed = 0.0
  }

  /// Adds one queue and origin.
  private static func score(
    _ queue: QueueHistory, _ past: HandledIntervals, from origin: CivilDate,
    _ request: BacktestRequest, into sums: inout [Key: Sums]
  ) {
    let grid = request.forecast.grid
    let start = grid.zone.startOfDay(origin)
    let end = grid.zone.startOfDay(origin.advanced(by: request.horizonDays))
    guard let profile = HandleTimeProfile(queue, grid: grid, before: start),
      let mean = past.mean(before: start)
    else { return }
    for index in past.starts.indices {
      let at = past.starts[index]
      guard at >= start, at < end else { continue }
      let local = grid.zone.local(at)
      let lead = local.date.days(since: origin)
      let slot = local.secondOfDay / grid.length.seconds
      let said: [Double] = [
        profile.seconds[local.date.weekday.rawValue][slot],
        past.lastWeek(local, slot: slot, before: origin, grid: grid) ?? mean, mean,
      ]
      let contacts = past.contacts[index]
      let actual = past.seconds[index] / contacts
      for (method, forecast) in zip(methods, said) {
        for days in AccuracyTable.leadDays where lead < days {
          for name in [queue.queue, ""] {
            sums[Key(queue: name, leadDays: days, method: method), default: Sums()].add(
              contacts, actual: actual, forecast: forecast)
          }
        }
      }
    }
  }

  private static func rows(_ sums: [Key: Sums]) -> [HandleTimeRow] {
    sums.keys.sorted().compactMap { key in
      guard let sum = sums[key], sum.seconds > 0 else { return nil }
      return HandleTimeRow(
        queue: key.queue, method: key.method, leadDays: key.leadDays, intervals: sum.intervals,
        contacts: sum.contacts, wape: sum.absolute / sum.seconds, bias: sum.signed / sum.seconds)
    }
  }
}

extension HandleTimeBacktest.Sums {
  fileprivate mutating func add(_ count: Double, actual: Double, forecast: Double) {
    intervals += 1
    contacts += count
    seconds += count * actual
    absolute += count * abs(forecast - actual)
    signed += count * (forecast - actual)
  }
}

/// Handled contacts and their time by interval of a grid; intervals with neither are absent.
private struct HandledIntervals {
  private(set) var starts: [Instant] = []
  private(set) var contacts: [Double] = []
  private(set) var seconds: [Double] = []
  private var position: [Instant: Int] = [:]

  init(_ history: QueueHistory, grid: TimeGrid) {
    for row in history.starts.indices {
      guard let total = HandleTimeProfile.handleSeconds(history, row), total > 0 else { continue }
      let number = HandleTimeProfile.handled(history, row)
      guard number > 0, number.isFinite else { continue }
      let start = grid.interval(containing: history.starts[row]).start
      if starts.last == start {
        contacts[starts.count - 1] += number
        seconds[starts.count - 1] += total
      } else {
        position[start] = starts.count
        starts.append(start)
        contacts.append(number)
        seconds.append(total)
      }
    }
  }

  /// Mean seconds of all contacts before an instant; nil where there are none.
  func mean(before limit: Instant) -> Double? {
    var (number, total) = (0.0, 0.0)
    for index in starts.indices where starts[index] < limit {
      number += contacts[index]
      total += seconds[index]
    }
    return number > 0 ? total / number : nil
  }

  /// Mean seconds of the same slot and weekday in the last week before an origin; nil where it had no contact.
  func lastWeek(_ local: LocalDateTime, slot: Int, before origin: CivilDate, grid: TimeGrid)
    -> Double?
  {
    let weeks = local.date.days(since: origin) / 7 + 1
    let day = grid.zone.startOfDay(local.date.advanced(by: -7 * weeks))
    let start = grid.interval(containing: day.advanced(by: slot * grid.length.seconds)).start
    return position[start].map { seconds[$0] / contacts[$0] }
  }
}
