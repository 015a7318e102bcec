public import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// How good a model was at one range of leads.
///
/// Sums are pooled over origins, so that a busy origin counts for more; MASE is the mean of each origin's own.
public struct AccuracyRow: Hashable, Sendable {
  /// The queue; empty for all queues together.
  public var queue: String
  /// The channel's name; empty for all queues together.
  public var channel: String
  /// The model.
  public var model: String
  /// Leads of less than so many days from the origin's date; ``AccuracyTable/longer`` for those of four weeks and more.
  public var leadDays: Int
  /// Origins, or pairs of queue and origin, with data to score.
  public var origins: Int
  /// Intervals scored.
  public var intervals: Int
  /// Mean absolute error over that of the weekly seasonal naive in the 364 days before each origin; NaN where
  /// that has no error or no history.
  public var mase: Double
  /// Σ|F − A| / ΣA over intervals.
  public var wape: Double
  /// Σ|F − A| / ΣA over days.
  public var dayWape: Double
  /// Σ(F − A) / ΣA.
  public var bias: Double
  /// Weighted quantile loss over the nine deciles, 2 Σ pinball / ΣA: about the CRPS over the mean volume.
  public var wql: Double
  /// Share of actuals from p10 to p90.
  public var coverage80: Double
  /// Share of actuals from p2.5 to p97.5.
  public var coverage95: Double
  /// The WAPE that Poisson counts would leave even if the forecast were the true rate.
  public var noiseFloor: Double
}

/// Scores forecasts against what came.
public struct AccuracyTable: Sendable {
  /// By queue, model and lead.
  public private(set) var rows: [AccuracyRow] = []
  /// By model and lead, over all queues.
  public private(set) var overall: [AccuracyRow] = []

  /// The ranges of leads: a day, a week, four weeks.
  public static let leadDays = [1, 7, 28]
  /// Stands for all leads of four weeks and more.
  public static let longer = Int.max

  /// Whether a lead belongs to a range of leads.
  private static func holds(_ lead: Int, _ days: Int) -> Bool {
    lead >= 0 && (days == longer ? lead >= 28 : lead < days)
  }

  /// Scores entries; those without an actual are left out.
  ///
  /// - Parameters:
  ///   - entries: What was said and what came, in any order.
  ///   - history: What was known, for the scale of the errors.
  ///   - grid: The grid of the entries.
  ///   - leads: The ranges of leads, as in ``AccuracyRow/leadDays``.
  public init(
    _ entries: [BacktestEntry], history: DemandHistory, grid: TimeGrid,
    leads: [Int] = AccuracyTable.leadDays
  ) {
    var scales: [ScaleKey: Double] = [:]
    var sums: [Key: [Instant: ErrorSums]] = [:]
    for entry in entries {
      guard let actual = entry.actual else { continue }
      let originDate = grid.date(of: entry.origin)
      let date = grid.date(of: entry.start)
      let lead = date.days(since: originDate)
      for days in leads where Self.holds(lead, days) {
        let key = Key(
          queue: entry.queue, channel: entry.channel, model: entry.model, leadDays: days)
        sums[key, default: [:]][entry.origin, default: ErrorSums()].add(
          entry, actual: actual, date: date)
      }
      let scaleKey = ScaleKey(queue: entry.queue, origin: originDate)
      if scales[scaleKey] == nil {
        scales[scaleKey] = Self.scale(history, queue: entry.queue, grid: grid, before: originDate)
      }
    }
    let keys = sums.keys.sorted()
    func row(_ keys: [Key], queue: String, channel: String, model: String, days: Int)
      -> AccuracyRow
    {
      var pooled = ErrorSums()
      var scaled: [Double] = []
      for key in keys {
        for (origin, part) in (sums[key] ?? [:]).sorted(by: { $0.key < $1.key }) {
          pooled.add(part)
          let scale = scales[ScaleKey(queue: key.queue, origin: grid.date(of: origin))] ?? .nan
          scaled.append(part.absolute / Double(part.count) / scale)
        }
      }
      return pooled.row(
        queue: queue, channel: channel, model: model, leadDays: days, scaled: scaled)
    }
    rows = keys.map {
      row([$0], queue: $0.queue, channel: $0.channel, model: $0.model, days: $0.leadDays)
    }
    for model in Set(keys.map(\.model)).sorted() {
      for days in leads {
        let group = keys.filter { $0.model == model && $0.leadDays == days }
        guard !group.isEmpty else { continue }
        overall.append(row(group, queue: "", channel: "", model: model, days: days))
      }
    }
  }

  private struct Key: Hashable, Comparable {
    let queue: String
    let channel: String
    let model: String
    let leadDays: Int

    static func < (a: Key, b: Key) -> Bool {
      (a.queue, a.channel, a.model, a.leadDays) < (b.queue, b.channel, b.model, b.leadDays)
    }
  }

  private struct ScaleKey: Hashable {
    let queue: String
    let origin: CivilDate
  }

  /// Mean absolute difference to the week before over the 364 days before an origin; NaN where it is 0.
  private static func scale(
    _ history: DemandHistory, queue: String, grid: TimeGrid, before origin: CivilDate
  ) -> Double {
    guard let past = history[queue: queue],
      let laid = try? LaidHistory(past, length: history.length, grid: grid, before: origin)
    else { return .nan }
    let week = 7 * laid.slotCount
    let end = laid.first.advanced(by: laid.dayCount)
    // Days after the last row count toward the 364 though they hold nothing.
    let window = (364 - max(0, origin.days(since: end))) * laid.slotCount
    var sum = 0.0
    var count = 0.0
    for cell in max(week, laid.counts.count - max(0, window))..<max(week, laid.counts.count) {
      let difference = laid.counts[cell] - laid.counts[cell - week]
      guard !difference.isNaN else { continue }
      sum += abs(difference)
      count += 1
    }
    return sum > 0 ? sum / count : .nan
  }
}
