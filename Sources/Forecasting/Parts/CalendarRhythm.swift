internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// What the date alone says of a day's volume beyond its weekday: the month's cycle, and the day after a closure.
///
/// Contacts that could not be made while the doors were closed come when they open again. A day counts as after a
/// closure when the last usually open day before it was a holiday, was closed, or has no data at all.
struct CalendarRhythm {
  /// The cycle of the month.
  private(set) var cycle = MonthCycle()
  /// The effect of a closure on the next open day, on the logarithm.
  private(set) var rebound = 0.0
  /// The variance of what is not known about it.
  private(set) var reboundVariance = 0.0
  /// Past days after a closure.
  private(set) var rebounds = 0

  private let usual: [Bool]
  private let past: ClosureWalk

  /// Half the length of the window whose mean is a day's level: one month, so that its cycle cancels.
  private static let halfWindow = 15
  /// Closures that weigh as much as the belief that nothing follows from them.
  private static let doubt = 1.5

  /// Learns from cleaned days and their weekday effects.
  init(_ clean: CleanDays, series: DaySeries, weekdays: [Double]) {
    usual = series.openByWeekday().map { $0.contains(true) }
    var walk = ClosureWalk()
    var after: Set<Int> = []
    for (index, day) in series.days.enumerated() where usual[day.weekday] {
      if walk.step(day, hasData: series.hasData(onDay: index)) {
        after.insert(day.date.daysSinceEpoch)
      }
    }
    past = walk
    let ordinary = clean.days.filter { $0.occasion == nil && $0.total > 0 }
    guard ordinary.count > 2 * Self.halfWindow else { return }
    let ordinals = ordinary.map(\.ordinal)
    let logs = ordinary.map { logTotal($0.total) - weekdays[$0.weekday] }
    let levels = Self.levels(ordinals, logs)
    var residuals = zip(logs, levels).map { $0 - $1 }
    let calm = ordinals.indices.filter { !after.contains(ordinals[$0]) }
    let places = ordinals.map { MonthPlace($0, usual: usual) }
    cycle = MonthCycle(
      places: calm.map { places[$0] }, residuals: calm.map { residuals[$0] })
    for i in residuals.indices { residuals[i] -= cycle.effect(at: places[i]) }
    learnRebound(
      ordinary.indices.filter { after.contains(ordinals[$0]) }.map { i in
        // What came, not what cleaning left of it: a rebound may look like a freak.
        residuals[i] + logTotal(ordinary[i].rawTotal) - logTotal(ordinary[i].total)
      }, noise: calm.map { residuals[$0] })
  }

  private mutating func learnRebound(_ seen: [Double], noise: [Double]) {
    rebounds = seen.count
    guard !seen.isEmpty, !noise.isEmpty else { return }
    let bounded = seen.map { min(max($0, -0.7), 0.7) }
    let mean = bounded.reduce(0, +) / Double(seen.count)
    let chance = noise.reduce(0) { $0 + $1 * $1 } / Double(noise.count)
    // How much of the mean is more than chance, as in Stein's estimate, and how much one may believe of few cases.
    let strength = max(0, 1 - chance / Double(seen.count) / max(mean * mean, 1e-12))
    let count = Double(seen.count)
    rebound = mean * strength * count / (count + Self.doubt)
    let spread = bounded.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    reboundVariance = (spread + mean * mean * Self.doubt / (count + Self.doubt)) / (count + 1)
  }

  /// The mean of each day's month around it; near the ends that of the nearest whole month.
  private static func levels(_ ordinals: [Int], _ logs: [Double]) -> [Double] {
    guard let first = ordinals.first, let last = ordinals.last else { return [] }
    var sums = [0.0]
    for value in logs { sums.append(sums[sums.count - 1] + value) }
    var low = 0
    var high = 0
    let earliest = min(first + halfWindow, last)
    let latest = max(last - halfWindow, earliest)
    return ordinals.map { ordinal in
      let center = min(max(ordinal, earliest), latest)
      while low < ordinals.count, ordinals[low] < center - halfWindow { low += 1 }
      while high < ordinals.count, ordinals[high] <= center + halfWindow { high += 1 }
      return high > low ? (sums[high] - sums[low]) / Double(high - low) : 0
    }
  }

  /// The effect of a date's place in the month on the logarithm.
  func month(_ ordinal: Int) -> Double {
    cycle.effect(at: MonthPlace(ordinal, usual: usual))
  }

  /// The effects on coming days, ascending: the logarithm and the variance of what is not known.
  func effects(of days: [ModelDay]) -> [(log: Double, variance: Double)] {
    var walk = past
    return days.map { day in
      var effect = (log: month(day.date.daysSinceEpoch), variance: 0.0)
      if usual[day.weekday], walk.step(day, hasData: true), day.occasion == nil {
        effect.log += rebound
        effect.variance += reboundVariance
      }
      return effect
    }
  }

  /// The effects of days that were, by ordinal.
  func pastEffects(of clean: CleanDays, series: DaySeries) -> [Double] {
    var walk = ClosureWalk()
    var after: Set<Int> = []
    for (index, day) in series.days.enumerated() where usual[day.weekday] {
      if walk.step(day, hasData: series.hasData(onDay: index)) {
        after.insert(day.date.daysSinceEpoch)
      }
    }
    return clean.days.map { day in
      guard day.occasion == nil, !day.isOutlier else { return 0 }
      return month(day.ordinal) + (after.contains(day.ordinal) ? rebound : 0)
    }
  }
}

/// Walks over usually open days and tells which come after a closure.
struct ClosureWalk {
  private var wasClosed = false

  /// Whether the day comes after a closure.
  mutating func step(_ day: ModelDay, hasData: Bool) -> Bool {
    let after = wasClosed
    wasClosed = !day.isOpen || day.occasion?.isHoliday == true || !hasData
    return after && !wasClosed
  }
}
