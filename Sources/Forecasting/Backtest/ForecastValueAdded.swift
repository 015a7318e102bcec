internal import ContactCenter

/// An interval that a planner changed and that has happened since.
struct EditedInterval {
  /// Which of the past forecasts.
  var forecast: Int
  /// The queue.
  var queue: String
  /// The local date.
  var date: CivilDate
  /// What came.
  var actual: Double
  /// What the models said.
  var unadjusted: Double
  /// What was published.
  var adjusted: Double
  /// Why it was changed; an empty text where nobody said.
  var reasons: Set<String>
  /// Who changed it; an empty text where nobody said.
  var authors: Set<String>
}

/// Whether changes by hand made forecasts better: forecast value added.
///
/// *Source*: M. Gilliland (2010), The Business Forecasting Deal, Wiley: compare every step of the process with the one
/// before it.
public struct ValueAddedRow: Hashable, Sendable {
  /// What the changes have in common.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    /// All changes.
    case all
    /// Those of one queue.
    case queue
    /// Those for one reason.
    case reason
    /// Those by one author.
    case author
  }

  /// What the changes have in common.
  public var group: Group
  /// The queue, reason or author; empty for all, and where nobody said.
  public var name: String
  /// Days of a queue and forecast with changed intervals.
  public var days: Int
  /// Those of them whose error became smaller.
  public var improved: Int
  /// Those of them whose error became larger.
  public var worsened: Int
  /// Changed intervals.
  public var intervals: Int
  /// Σ|F − A| / ΣA over the changed intervals as the models said; NaN where nothing came.
  public var wapeBefore: Double
  /// The same as published.
  public var wapeAfter: Double
  /// Σ(F − A) / ΣA as the models said.
  public var biasBefore: Double
  /// The same as published.
  public var biasAfter: Double

  /// Whether the changes lowered the error.
  public var helped: Bool { wapeAfter < wapeBefore }

  /// Rows for all changes, then by queue, reason and author; an interval with several reasons counts for each.
  static func rows(of edited: [EditedInterval]) -> [ValueAddedRow] {
    guard !edited.isEmpty else { return [] }
    return Group.allCases.flatMap { group in
      var sums: [String: Sums] = [:]
      for interval in edited {
        for name in names(of: interval, by: group) { sums[name, default: Sums()].add(interval) }
      }
      return sums.sorted { $0.key < $1.key }.map { $0.value.row(group, $0.key) }
    }
  }

  private static func names(of interval: EditedInterval, by group: Group) -> Set<String> {
    switch group {
    case .all: [""]
    case .queue: [interval.queue]
    case .reason: interval.reasons
    case .author: interval.authors
    }
  }

  private struct Sums {
    struct Day: Hashable {
      let forecast: Int
      let queue: String
      let date: CivilDate
    }

    private var days: [Day: (before: Double, after: Double)] = [:]
    private var intervals = 0
    private var actual = 0.0
    private var before = 0.0
    private var after = 0.0
    private var signedBefore = 0.0
    private var signedAfter = 0.0

    mutating func add(_ interval: EditedInterval) {
      let was = interval.unadjusted - interval.actual
      let became = interval.adjusted - interval.actual
      let day = Day(forecast: interval.forecast, queue: interval.queue, date: interval.date)
      days[day, default: (0, 0)].before += abs(was)
      days[day, default: (0, 0)].after += abs(became)
      intervals += 1
      actual += interval.actual
      before += abs(was)
      after += abs(became)
      signedBefore += was
      signedAfter += became
    }

    func row(_ group: Group, _ name: String) -> ValueAddedRow {
      func share(_ part: Double) -> Double { actual > 0 ? part / actual : .nan }
      // A difference below a millionth of a contact is rounding, not judgment.
      let improved = days.values.count { $0.after < $0.before - 1e-6 }
      let worsened = days.values.count { $0.after > $0.before + 1e-6 }
      return ValueAddedRow(
        group: group, name: name, days: days.count, improved: improved, worsened: worsened,
        intervals: intervals, wapeBefore: share(before), wapeAfter: share(after),
        biasBefore: share(signedBefore), biasAfter: share(signedAfter))
    }
  }
}
