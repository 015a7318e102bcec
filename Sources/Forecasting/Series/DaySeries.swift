public import ContactCenter

/// A day whose volume differs by its own name: a holiday, or an event whose effect is to be learned.
public struct Occasion: Hashable, Sendable {
  /// The name shared by all occurrences; effects are learned per name.
  public var name: String
  /// Whether it is a holiday: holidays with little history of their own lean on the other holidays.
  public var isHoliday: Bool

  /// Creates an occasion.
  public init(name: String, isHoliday: Bool) {
    self.name = name
    self.isHoliday = isHoliday
  }
}

/// A local calendar day as a model sees it, past or future.
public struct ModelDay: Hashable, Sendable {
  /// The date.
  public var date: CivilDate
  /// Whether contacts are taken, per wall-clock slot; all false on a closed day.
  public var open: [Bool]
  /// What is special about it; nil on an ordinary day.
  public var occasion: Occasion?
  /// What drives the volume of the day, one value per name of ``DaySeries/regressorNames``.
  public var regressors: [Double]

  /// Creates a day.
  public init(
    date: CivilDate, open: [Bool], occasion: Occasion? = nil, regressors: [Double] = []
  ) {
    self.date = date
    self.open = open
    self.occasion = occasion
    self.regressors = regressors
    self.isOpen = open.contains(true)
  }

  /// Whether any slot is open.
  public let isOpen: Bool
  /// The day of the week, 0 for Monday.
  public var weekday: Int { date.weekday.rawValue }
}

/// The past of one queue laid on the local day grid: a matrix of consecutive days by wall-clock slots.
///
/// The two halves of a repeated hour are averaged into their common slot, so that every row has the same
/// length and a profile means the same on every day; a skipped hour is missing.
public struct DaySeries: Hashable, Sendable {
  /// Slots per day.
  public let slotCount: Int
  /// The days, consecutive.
  public let days: [ModelDay]
  /// The names of the days' regressors, such as `customers`.
  public let regressorNames: [String]
  /// Contacts by day, then slot; NaN where missing, 0 where closed.
  public let counts: [Double]

  /// Lays counts on days.
  ///
  /// *Units and shapes*: `counts` has `days.count * slotCount` elements, row by row. What stands in a closed
  /// slot is set to 0. Infinite and negative counts are taken as missing.
  /// Every day has one regressor value per name.
  public init(
    slotCount: Int, days: [ModelDay], counts: [Double], regressorNames: [String] = []
  ) {
    precondition(slotCount > 0 && counts.count == days.count * slotCount)
    self.slotCount = slotCount
    self.days = days
    self.regressorNames = regressorNames
    var clean = counts
    for (d, day) in days.enumerated() {
      precondition(day.open.count == slotCount && day.regressors.count == regressorNames.count)
      for s in 0..<slotCount {
        let value = clean[d * slotCount + s]
        if !day.open[s] {
          clean[d * slotCount + s] = 0
        } else if !value.isFinite || value < 0 {
          clean[d * slotCount + s] = .nan
        }
      }
    }
    self.counts = clean
  }

  /// The counts of one day.
  public func counts(ofDay index: Int) -> ArraySlice<Double> {
    counts[index * slotCount..<(index + 1) * slotCount]
  }

  /// Whether a day has at least one observed open slot.
  public func hasData(onDay index: Int) -> Bool {
    let base = index * slotCount
    let open = days[index].open
    return (0..<slotCount).contains { open[$0] && !counts[base + $0].isNaN }
  }

  /// The number of days with data.
  public var observedDayCount: Int { days.indices.count(where: hasData(onDay:)) }

  /// The series up to but not including a day's index, at most `maximum` days long.
  public func prefix(_ dayCount: Int, last maximum: Int = .max) -> DaySeries {
    let end = max(0, min(dayCount, days.count))
    let start = maximum < end ? end - maximum : 0
    return DaySeries(
      slotCount: slotCount, days: Array(days[start..<end]),
      counts: Array(counts[start * slotCount..<end * slotCount]), regressorNames: regressorNames)
  }
}
