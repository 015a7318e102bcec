#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: no choice that a lucky month can turn; good for tomorrow and for four weeks on; a millisecond for
// a year of days. A fitted pair of smoothing constants jumps between corners of its range when history is short, so
// none is fitted: a coarse grid is run over the past and every point of it keeps a weight.

/// A slow level and a deviation from it that fades from day to day, over a grid of how fast either moves.
///
/// *Formula*: with the error e of the day's forecast m + c, m ← m + a·e and c ← φ(c + b·e); h days after the next the
/// forecast is m + φʰc. This is the innovations form of a local level plus an autoregression. a = 0 is the mean of
/// all days so far, b = 0 plain exponential smoothing. The weight of (a, b, φ) for a group of leads is
/// exp(−10 (L/L* − 1)) · (S*/S)^(0.4 n), with L the mean absolute error at those leads, S the sum of n squared errors of
/// the next day, and L*, S* the least of each on the grid: the likelihood of the next days keeps short histories from
/// choosing by the few windows that a long lead leaves, and 0.4 instead of ½ allows for errors that are not normal.
///
/// *Source*: innovations form: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing,
/// chapter 3.
struct CarryOverLevel {
  /// One way to follow a level.
  struct Gains: Equatable {
    /// Share of an error that moves the level for good.
    var level: Double
    /// Share of an error that is carried over to the next days.
    var carry: Double
    /// Share of what is carried over that is left a day later.
    var fading: Double
  }

  /// All ways that are weighed.
  static let grid: [Gains] =
    [0, 0.02, 0.08, 0.25, 0.5, 0.8].map { Gains(level: $0, carry: 0, fading: 0) }
    + [0, 0.02, 0.08, 0.25, 0.5].flatMap { level in
      [0.3, 0.8].flatMap { carry in
        [0.5, 0.8, 0.92].map { Gains(level: level, carry: carry, fading: $0) }
      }
    }

  /// One weight per way, for each group of leads.
  let weights: [[Double]]
  private let active: [Int]
  private let buckets: [Range<Int>]
  private let warmUp: Int

  /// An error beyond this, as a logarithm, moves and counts no more than this.
  private static let largestError = 0.5
  /// A way of less weight is not run again.
  private static let leastWeight = 0.005

  /// Weighs the ways by what they would have said of past deviations, oldest first.
  ///
  /// - Parameters:
  ///   - values: deviations from the weekday effects.
  ///   - warmUp: values that set the start and are not scored, two weeks of them.
  ///   - buckets: groups of leads, 0 for the next value.
  ///
  /// *Complexity*: O(values · ways · leads).
  init(_ values: [Double], warmUp: Int, buckets: [Range<Int>]) {
    self.buckets = buckets
    self.warmUp = max(1, warmUp)
    let scores = Self.grid.map { Score(values, $0, warmUp: max(1, warmUp), buckets: buckets) }
    let least = max(scores.map(\.squares).min() ?? 0, 1e-12)
    let scored = Double(max(0, values.count - warmUp))
    let count = Self.grid.count
    var weights: [[Double]] = []
    for b in buckets.indices {
      guard let windows = scores.first?.windows[b], windows > 0 else {
        weights.append(weights.last ?? [Double](repeating: 1 / Double(count), count: count))
        continue
      }
      let best = max(scores.map { $0.losses[b] }.min() ?? 0, 1e-9 * windows)
      let raw = scores.map { score in
        exp(-10 * (score.losses[b] / best - 1))
          * pow(least / max(score.squares, least), 0.4 * scored)
      }
      let total = raw.reduce(0, +)
      weights.append(total > 0 ? raw.map { $0 / total } : raw.map { _ in 1 / Double(count) })
    }
    self.weights = weights
    active = (0..<count).filter { g in weights.contains { $0[g] > Self.leastWeight } }
  }

  /// The expected deviations at leads after the last of some values, oldest first.
  func forecast(_ values: [Double], leads: [Int]) -> [Double] {
    var result = [Double](repeating: 0, count: leads.count)
    var totals = result
    let groups = leads.map { lead in buckets.firstIndex { $0.contains(lead) } ?? buckets.count - 1 }
    for g in active {
      var state = State(values, warmUp: warmUp)
      for (i, value) in values.enumerated() { state.step(value, i, Self.grid[g]) }
      for (i, lead) in leads.enumerated() {
        let weight = weights[groups[i]][g]
        let carried = state.carry == 0 ? 0 : state.carry * pow(Self.grid[g].fading, Double(lead))
        result[i] += weight * (state.level + carried)
        totals[i] += weight
      }
    }
    return zip(result, totals).map { $1 > 0 ? $0 / $1 : $0 }
  }

  /// Level and carry-over after some values.
  private struct State {
    var level: Double
    var carry = 0.0

    init(_ values: [Double], warmUp: Int) {
      let first = values.prefix(warmUp)
      level = first.isEmpty ? 0 : first.reduce(0, +) / Double(first.count)
    }

    /// Takes in the value of an index, and returns how far it lay from what was expected, within bounds.
    @discardableResult
    mutating func step(_ value: Double, _ index: Int, _ gains: Gains) -> Double {
      let bound = CarryOverLevel.largestError
      let error = min(max(value - level - carry, -bound), bound)
      level += gains.level > 0 ? gains.level * error : error / Double(index + 1)
      carry = gains.fading * (carry + gains.carry * error)
      return error
    }
  }

  /// How one way did.
  private struct Score {
    /// Sum of squared errors of the next value.
    var squares = 0.0
    /// Sum over windows of the mean absolute error at each group of leads.
    var losses: [Double]
    /// The windows.
    var windows: [Double]

    init(_ values: [Double], _ gains: Gains, warmUp: Int, buckets: [Range<Int>]) {
      losses = [Double](repeating: 0, count: buckets.count)
      windows = losses
      // Four weeks tell long leads apart; two weeks of warm-up are half of that.
      let reach = buckets.map { $0.clamped(to: 0..<2 * warmUp) }
      let fading = (0...2 * warmUp).map { $0 == 0 ? 1 : pow(gains.fading, Double($0)) }
      var state = State(values, warmUp: warmUp)
      for i in values.indices {
        for b in reach.indices where i >= warmUp {
          // Every third of the far leads is enough: neighbors say the same.
          let step = b == reach.count - 1 ? 3 : 1
          var sum = 0.0
          var count = 0.0
          var lead = reach[b].lowerBound
          while lead < reach[b].upperBound, i + lead < values.count {
            let error = abs(values[i + lead] - state.level - state.carry * fading[lead])
            sum += min(error, CarryOverLevel.largestError)
            count += 1
            lead += step
          }
          if count > 0 {
            losses[b] += sum / count
            windows[b] += 1
          }
        }
        let error = state.step(values[i], i, gains)
        if i >= warmUp { squares += error * error }
      }
    }
  }
}
