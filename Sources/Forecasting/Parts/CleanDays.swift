internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

// What a fit should see: whole, ordinary days. A day with holes is completed from its observed part; a holiday
// or a freak day is replaced by what the neighboring weeks say it would have been. Nothing is deleted: the
// days replaced are reported, and their distance from the rule still widens the bands.

/// The open days with data of a series, completed and cleaned, oldest first.
struct CleanDays {
  /// One day.
  struct Day {
    /// Index into the series' days.
    let index: Int
    /// Days since 1970-01-01.
    let ordinal: Int
    /// 0 for Monday.
    let weekday: Int
    /// The occasion, of which the values below are cleaned.
    let occasion: Occasion?
    /// The day's volume as it came, completed where a part of it is missing.
    var rawTotal: Double
    /// The volume an ordinary day would have had.
    var total: Double
    /// Whether `total` and the values differ from what came because the day was out of line.
    var isOutlier: Bool
  }

  /// Slots per day.
  let slotCount: Int
  /// The days.
  private(set) var days: [Day] = []
  /// Cleaned contacts by day, then slot.
  private(set) var values: [Double] = []

  /// Share of a day's usual volume that must be observed for the rest to be completed from it.
  private static let leastObservedShare = 0.5
  /// A day outside these multiples of its neighbors' median is out of line.
  private static let usualRange = 0.5...1.6

  /// Completes and cleans a series.
  ///
  /// *Complexity*: O(days · slots).
  init(_ series: DaySeries) {
    slotCount = series.slotCount
    complete(series)
    clean()
  }

  /// The cleaned values of one day.
  func values(ofDay index: Int) -> ArraySlice<Double> {
    values[index * slotCount..<(index + 1) * slotCount]
  }

  /// The same days with the effects of their dates, on the logarithm, taken out.
  func without(_ effects: [Double]) -> CleanDays {
    var copy = self
    for d in copy.days.indices where effects[d] != 0 {
      let factor = exp(-effects[d])
      copy.days[d].total *= factor
      copy.days[d].rawTotal *= factor
      for s in 0..<slotCount { copy.values[d * slotCount + s] *= factor }
    }
    return copy
  }

  /// The number of weekdays with any day, at least 1.
  var weekdayCount: Int { max(1, Set(days.map(\.weekday)).count) }

  private mutating func complete(_ series: DaySeries) {
    let usual = Self.usualValues(series)
    for (index, day) in series.days.enumerated() where day.isOpen {
      let row = Array(series.counts(ofDay: index))
      let reference = usual[day.weekday]
      var observed = 0.0
      var observedUsual = 0.0
      var wholeUsual = 0.0
      var missing = 0
      var present = 0
      for s in 0..<slotCount where day.open[s] {
        wholeUsual += reference[s]
        if row[s].isNaN {
          missing += 1
        } else {
          observed += row[s]
          observedUsual += reference[s]
          present += 1
        }
      }
      guard present > 0 else { continue }
      var completed = row
      if missing > 0 {
        guard observedUsual >= Self.leastObservedShare * wholeUsual else { continue }
        let ratio = observedUsual > 0 ? observed / observedUsual : 0
        for s in 0..<slotCount where day.open[s] && row[s].isNaN {
          completed[s] = ratio * reference[s]
        }
      }
      let total = completed.reduce(0, +)
      days.append(
        Day(
          index: index, ordinal: day.date.daysSinceEpoch, weekday: day.weekday,
          occasion: day.occasion, rawTotal: total, total: total, isOutlier: false))
      values.append(contentsOf: completed)
    }
  }

  /// Mean by weekday and slot of the days observed whole, or of all days of a weekday that has none.
  ///
  /// A day with holes would count in some slots and not in others, and bend the shape that is to fill it.
  private static func usualValues(_ series: DaySeries) -> [[Double]] {
    let slots = series.slotCount
    let whole = series.days.indices.map { index in
      let row = series.counts(ofDay: index)
      return series.days[index].isOpen && !row.contains(where: \.isNaN)
    }
    var hasWhole = [Bool](repeating: false, count: 7)
    for (index, day) in series.days.enumerated() where whole[index] {
      hasWhole[day.weekday] = true
    }
    var sums = Array(repeating: [Double](repeating: 0, count: slots), count: 7)
    var numbers = sums
    for (index, day) in series.days.enumerated() where whole[index] || !hasWhole[day.weekday] {
      for s in 0..<slots where day.open[s] {
        let value = series.counts[index * slots + s]
        guard !value.isNaN else { continue }
        sums[day.weekday][s] += value
        numbers[day.weekday][s] += 1
      }
    }
    return (0..<7).map { w in
      (0..<slots).map { numbers[w][$0] > 0 ? sums[w][$0] / numbers[w][$0] : 0 }
    }
  }

  private mutating func clean() {
    let raw = values
    let byWeekday = (0..<7).map { w in days.indices.filter { days[$0].weekday == w } }
    var position = [Int](repeating: 0, count: days.count)
    for list in byWeekday {
      for (place, index) in list.enumerated() { position[index] = place }
    }
    func neighbors(_ index: Int) -> [Int] {
      let list = byWeekday[days[index].weekday]
      let place = position[index]
      return (max(0, place - 3)...min(list.count - 1, place + 3)).filter { $0 != place }
        .map { list[$0] }.filter { days[$0].occasion == nil }
    }
    var side = [Int](repeating: 0, count: days.count)
    for index in days.indices {
      let near = neighbors(index)
      guard near.count >= 2 else { continue }
      let middle = median(near.map { days[$0].rawTotal })
      let total = days[index].rawTotal
      // Small days leave the range by chance: below three Poisson standard deviations nothing is amiss.
      guard abs(total - middle) > 3 * max(middle, 1).squareRoot() else { continue }
      if total < Self.usualRange.lowerBound * middle { side[index] = -1 }
      if total > Self.usualRange.upperBound * middle { side[index] = 1 }
    }
    forgiveShifts(&side)
    for index in days.indices where side[index] != 0 || days[index].occasion != nil {
      let near = neighbors(index)
      guard !near.isEmpty else { continue }
      days[index].isOutlier = days[index].occasion == nil
      var total = 0.0
      for s in 0..<slotCount {
        let value = median(near.map { raw[$0 * slotCount + s] })
        values[index * slotCount + s] = value
        total += value
      }
      days[index].total = total
    }
  }

  /// A run of a working week or more on one side is a new level, not a row of freak days.
  private func forgiveShifts(_ side: inout [Int]) {
    var start = 0
    while start < side.count {
      var end = start + 1
      while end < side.count, side[end] == side[start] { end += 1 }
      if side[start] != 0, end - start >= max(5, weekdayCount) {
        for index in start..<end { side[index] = 0 }
      }
      start = end
    }
  }
}

/// The middle value, the mean of the two middle values of an even number, 0 of none.
func median(_ values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  let half = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}
