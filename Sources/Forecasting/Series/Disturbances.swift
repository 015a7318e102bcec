internal import ContactCenter

/// Intervals and days that say nothing about demand: absurd spikes, and silence where contacts always come.
///
/// Judged by the same weekday in the four weeks before and after, so that what happens every week (a rush at
/// opening, a quiet lunch) is no disturbance, and neither is a queue whose volumes jump anyway.
struct Disturbances {
  /// Why something is not learned from.
  enum Kind: Int, CaseIterable {
    /// One interval far above the others.
    case spike
    /// Silence in the middle of a busy day.
    case outage
    /// A day with nearly no contacts among busy ones.
    case emptyDay
  }

  /// One disturbance.
  struct Found: Equatable {
    let kind: Kind
    /// Cells in the counts, by day, then slot.
    let cells: Range<Int>
    /// What came.
    let came: Double
    /// What the weeks around it say.
    let usual: Double
  }

  /// What was found, in order of time within each kind.
  private(set) var found: [Found] = []

  private static let spikeRatio = 8.0
  private static let fewestExpected = 20.0
  private static let fewestExpectedOfDay = 50.0
  private static let emptyShare = 0.15
  private static let weeksAround = 4

  private let slots: Int
  private let days: [ModelDay]
  private let skips: [Bool]

  /// Looks through counts by day, then slot; NaN where missing.
  ///
  /// - Parameter skips: days whose volume is known to be special.
  /// *Complexity*: O(cells), and O(8 · window) for each suspicion.
  init(_ counts: [Double], days: [ModelDay], slots: Int, skips: [Bool]) {
    self.slots = slots
    self.days = days
    self.skips = skips
    var rest = counts
    findSpikes(&rest)
    let usual = means(rest)
    findEmptyDays(&rest, usual)
    findOutages(rest, usual)
  }

  private mutating func findSpikes(_ counts: inout [Double]) {
    for cell in counts.indices where counts[cell] > 50 {
      let value = counts[cell]
      let slot = cell % slots
      guard !skips[cell / slots] else { continue }
      let before = slot > 0 ? counts[cell - 1] : .nan
      let after = slot + 1 < slots ? counts[cell + 1] : .nan
      let beside = [before, after].filter { !$0.isNaN }
      // The cheap look first: nearly every cell is like the one beside it.
      guard value > Self.spikeRatio * max(beside.min() ?? 0, 1) else { continue }
      let others = around(cell..<cell + 1, counts)
      guard others.count >= 2 else { continue }
      let isLonely = value > Self.spikeRatio * max(beside.max() ?? 0, 1)
      let highest = max(others.max() ?? 0, 1)
      guard value > (isLonely ? Self.spikeRatio : 100) * highest else { continue }
      found.append(Found(kind: .spike, cells: cell..<cell + 1, came: value, usual: median(others)))
    }
    for spike in found { for cell in spike.cells { counts[cell] = .nan } }
  }

  private mutating func findEmptyDays(_ counts: inout [Double], _ usual: [[Double]]) {
    var low = [Found?](repeating: nil, count: days.count)
    for (d, day) in days.enumerated() where day.isOpen && !skips[d] {
      var came = 0.0
      var expected = 0.0
      for s in 0..<slots where day.open[s] && !counts[d * slots + s].isNaN {
        came += counts[d * slots + s]
        expected += usual[day.weekday][s]
      }
      guard expected >= Self.fewestExpectedOfDay, came < Self.emptyShare * expected else {
        continue
      }
      let cells = d * slots..<(d + 1) * slots
      let others = around(cells, counts)
      let middle = median(others)
      guard others.count >= 3, came < Self.emptyShare * middle,
        others.count(where: { $0 < 0.5 * middle }) <= 1
      else { continue }
      low[d] = Found(kind: .emptyDay, cells: cells, came: came, usual: middle)
    }
    // A working week or more is a new level, not a row of bad days.
    var run: [Found] = []
    for d in days.indices {
      if let one = low[d] { run.append(one) }
      let isLast = d + 1 == days.count
      if (days[d].isOpen && low[d] == nil) || isLast {
        if run.count < 5 {
          for one in run {
            for cell in one.cells where days[cell / slots].open[cell % slots] {
              counts[cell] = .nan
            }
          }
          found += run
        }
        run = []
      }
    }
  }

  private mutating func findOutages(_ counts: [Double], _ usual: [[Double]]) {
    for (d, day) in days.enumerated() where day.isOpen && !skips[d] {
      var s = 0
      while s < slots {
        guard day.open[s], counts[d * slots + s] == 0 else {
          s += 1
          continue
        }
        var end = s
        var expected = 0.0
        while end < slots, day.open[end], counts[d * slots + end] == 0 {
          expected += usual[day.weekday][end]
          end += 1
        }
        if expected >= Self.fewestExpected {
          let cells = d * slots + s..<d * slots + end
          let others = around(cells, counts)
          let middle = median(others)
          if others.count >= 3, middle >= Self.fewestExpected, (others.min() ?? 0) > 0.25 * middle {
            found.append(Found(kind: .outage, cells: cells, came: 0, usual: middle))
          }
        }
        s = end
      }
    }
  }

  /// Sums of the same slots on the same weekday of the weeks around; weeks with a hole there or special days out.
  private func around(_ cells: Range<Int>, _ counts: [Double]) -> [Double] {
    let day = cells.lowerBound / slots
    var sums: [Double] = []
    for week in -Self.weeksAround...Self.weeksAround where week != 0 {
      let other = day + 7 * week
      guard days.indices.contains(other), days[other].isOpen, !skips[other] else { continue }
      var sum = 0.0
      for cell in cells where days[day].open[cell % slots] {
        sum += counts[cell + 7 * week * slots]
      }
      if !sum.isNaN { sums.append(sum) }
    }
    return sums
  }

  /// Mean by weekday and slot over the days that are not special.
  private func means(_ counts: [Double]) -> [[Double]] {
    var sums = Array(repeating: [Double](repeating: 0, count: slots), count: 7)
    var numbers = sums
    for (d, day) in days.enumerated() where day.isOpen && !skips[d] {
      for s in 0..<slots where day.open[s] && !counts[d * slots + s].isNaN {
        sums[day.weekday][s] += counts[d * slots + s]
        numbers[day.weekday][s] += 1
      }
    }
    return (0..<7).map { w in
      (0..<slots).map { numbers[w][$0] > 0 ? sums[w][$0] / numbers[w][$0] : 0 }
    }
  }
}
