internal import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// The chance that deferred work is done by its deadline, given agents.
///
/// Contacts that stand at a point of the axis are late where some window before them brought more work than the agents
/// can do from the window's start until the deadline. Work in a window is nearly normal: mean W, and the variance of a
/// compound Poisson sum, Σ work · handle time · (1 + cv²).
///
/// *Formula*: min over windows of Φ((C − W)/√V), C being what the agents can do from the window's start to the deadline.
/// The likeliest window stands for all, which is a little too bright where many are equally tight.
/// *Complexity*: points × windows back, while these become tighter and ``idleWindows`` more.
struct DeferredChance {
  /// Windows that are looked at before each point without any becoming tighter.
  static let idleWindows = 200

  let work: OpenWork
  let clock: QueueBehavior.Clock
  let deadline: Double

  /// The deadline of each point on the axis of open time.
  let due: [Double]

  init(_ work: OpenWork, clock: QueueBehavior.Clock, deadline: Double) {
    self.work = work
    self.clock = clock
    self.deadline = deadline
    due = work.points.map { point in
      clock == .openHours ? point.position + deadline : work.position(at: point.time + deadline)
    }
  }

  /// Whether nobody could do the point's contacts in time: their deadline is over when the queue opens.
  func isHopeless(_ index: Int) -> Bool {
    let point = work.points[index]
    if point.open >= work.seconds.count { return clock == .always && due[index] <= work.end }
    return due[index] <= max(point.position, work.starts[point.open]) && deadline > 0
  }

  /// The chances of every point.
  struct Chances {
    /// That its contacts are in time, were the forecast right.
    var byChance: [Double]
    /// The same with the forecast's spread.
    var withSpread: [Double]
    /// The same with the forecast's spread alone.
    var bySpread: [Double]
  }

  /// The chances with so many agents at work in each open interval.
  func chances(capacity: [Double], withSpread: Bool) -> Chances {
    let total = cumulated(capacity)
    var result = Chances(byChance: [], withSpread: [], bySpread: [])
    for (index, point) in work.points.enumerated() {
      let least = least(of: point, until: due[index], total, capacity, withSpread: withSpread)
      let isLate = isHopeless(index)
      result.byChance.append(isLate ? 0 : Self.probability(least.chance))
      result.withSpread.append(isLate ? 0 : Self.probability(least.both))
      result.bySpread.append(isLate ? 0 : Self.probability(least.spread))
    }
    return result
  }

  /// The chance that the work up to one point is done by a place on the axis, were the forecast right.
  func chance(of point: OpenWork.Point, until: Double, capacity: [Double]) -> Double {
    Self.probability(
      least(of: point, until: until, cumulated(capacity), capacity, withSpread: false).chance)
  }

  /// What all agents can do before each open interval, and before the end.
  private func cumulated(_ capacity: [Double]) -> [Double] {
    var total: [Double] = [0]
    for (rate, length) in zip(capacity, work.seconds) {
      total.append((total.last ?? 0) + rate * length)
    }
    return total
  }

  /// The tightest windows before a point, in standard deviations: by chance, by both, by the forecast's spread.
  private func least(
    of point: OpenWork.Point, until: Double, _ total: [Double], _ capacity: [Double],
    withSpread: Bool
  ) -> (chance: Double, both: Double, spread: Double) {
    let capacityUntil =
      until >= work.end
      ? (total.last ?? 0) + (until - work.end) * (capacity.last ?? 0)
      : capacityAt(until, total, capacity)
    var least = (chance: Double.infinity, both: Double.infinity, spread: Double.infinity)
    let last = min(point.open, work.seconds.count - 1)
    guard last >= 0 else { return least }
    var idle = 0
    for window in stride(from: last, through: 0, by: -1) {
      if idle >= Self.idleWindows { break }
      let door = work.doors[window]
      let slack = capacityUntil - total[window] - (point.come - door.come)
      let variance = point.variance - door.variance
      let ratio = Self.ratio(slack, variance)
      idle = ratio < least.chance ? 0 : idle + 1
      least.chance = min(least.chance, ratio)
      guard withSpread else { continue }
      let deviation = point.deviation - door.deviation
      least.both = min(least.both, Self.ratio(slack, variance + deviation * deviation))
      least.spread = min(least.spread, Self.ratio(slack, deviation * deviation))
    }
    return least
  }

  /// The expected share of contacts in time, and the smallest chance of any that could be.
  ///
  /// Beyond the forecast the last interval's agents go on, so that work pushed over its end counts as what it is.
  func share(_ chances: [Double]) -> (expected: Double, smallest: Double) {
    let parts = OpenWork.parts.count
    var (met, sum, smallest) = (0.0, 0.0, 1.0)
    for index in work.contacts.indices where work.contacts[index] >= fewestContacts {
      met += work.contacts[index] * Self.level(of: index, chances)
      sum += work.contacts[index]
      let end = index * parts + parts - 1
      if !isHopeless(end) { smallest = min(smallest, chances[end]) }
    }
    return (sum > 0 ? met / sum : 1, smallest)
  }

  /// The expected share in time of one interval's contacts: the mean of its first two points.
  static func level(of interval: Int, _ chances: [Double]) -> Double {
    let first = interval * OpenWork.parts.count
    return (chances[first] + chances[first + 1]) / 2
  }

  private func capacityAt(_ position: Double, _ total: [Double], _ capacity: [Double]) -> Double {
    var (low, high) = (0, work.starts.count)
    while low < high {
      let middle = (low + high) / 2
      if work.starts[middle] <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    return total[low - 1] + capacity[low - 1] * (position - work.starts[low - 1])
  }

  private static func ratio(_ slack: Double, _ variance: Double) -> Double {
    if variance > 1e-12 { return slack / variance.squareRoot() }
    // Without randomness work that just fits is in time, rounding aside.
    return slack >= -1e-6 * max(1, abs(slack)) ? .infinity : -.infinity
  }

  private static func probability(_ ratio: Double) -> Double {
    SpecialFunctions.normalCumulative(min(40, max(-40, ratio)))
  }
}

extension Queue {
  /// The variance of a handle time over its squared mean.
  var squaredHandleTimeVariation: Double {
    switch handleTimeShape {
    case nil: return handleTimeVariation * handleTimeVariation
    case .constant: return 0
    case .exponential: return 1
    case .lognormal(let v), .gamma(let v): return v * v
    case .erlang(let stages): return 1 / Double(max(1, stages))
    case .uniform: return 1.0 / 3
    case .hyperexponential(let share, let factor):
      let mean = 1 - share + share * factor
      return 2 * (1 - share + share * factor * factor) / (mean * mean) - 1
    case .weibull(let shape):
      let first = tgamma(1 + 1 / shape)
      return tgamma(1 + 2 / shape) / (first * first) - 1
    case .empirical(let list):
      let n = Double(max(1, list.count))
      let mean = list.reduce(0, +) / n
      guard mean > 0 else { return 0 }
      return list.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n * mean * mean)
    }
  }
}
