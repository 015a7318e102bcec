public import ContactCenter
internal import LinearAlgebra
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: each interval keeps the distribution that the forecast gives it; totals over days, weeks and queues
// have the spread that past errors had; a path depends on its number, the seed and the queues' names alone, so any
// thread may make any path.
//
// A Gaussian copula does the first two: every interval draws a standard normal, correlated with the others by the factors
// of its day, and the curve of its quantiles turns the normal into contacts.

/// Whole futures of a forecast: volumes of all queues and intervals drawn together.
public struct PathSampler: Sendable {
  /// The queues, in order of name.
  public let queues: [String]
  /// The starts of each queue's intervals.
  public let starts: [[Instant]]
  private let plans: [QueuePlan]
  private let mixing: [[Double]]
  private let seed: UInt64
  private let dayCount: Int

  /// Prepares a forecast.
  ///
  /// - Parameters:
  ///   - forecast: means and quantiles, in the end as they will be shown: adjusted, reconciled, updated.
  ///   - dependence: how each queue's errors hang together, by name; a queue without is drawn with noise alone.
  ///   - grid: the grid of the forecast.
  ///   - seed: the seed of all streams.
  public init(
    _ forecast: DemandForecast, dependence: [String: DayDependence], grid: TimeGrid, seed: UInt64
  ) {
    self.seed = seed
    queues = forecast.queues.map(\.queue)
    starts = forecast.queues.map { $0.intervals.map(\.start) }
    let firsts = forecast.queues.compactMap { $0.intervals.first.map { grid.date(of: $0.start) } }
    let lasts = forecast.queues.compactMap { $0.intervals.last.map { grid.date(of: $0.start) } }
    let first = firsts.min() ?? CivilDate(daysSinceEpoch: 0)
    dayCount = (lasts.max() ?? first).days(since: first) + 1
    plans = forecast.queues.map {
      QueuePlan($0, dependence[$0.queue], grid: grid, firstDay: first)
    }
    let known = forecast.queues.map { dependence[$0.queue] }
    mixing =
      QueueCorrelation(
        known.map { $0?.dayErrors ?? [] }, signal: known.map { $0?.signalShare ?? 0 }
      ).mixing
  }

  /// Every path from 1 to `count` as rows of the paths record, in its order; closed intervals have none.
  ///
  /// The result does not depend on `workers`.
  public func points(count: Int, workers: Int = 1) async -> [SamplePathPoint] {
    let paths = await inStrides(max(0, count), workers: workers) { path($0 + 1) }
    var points: [SamplePathPoint] = []
    points.reserveCapacity(max(0, count) * plans.reduce(0) { $0 + $1.cells.count { $0.isDrawn } })
    for (index, volumes) in paths.enumerated() {
      for q in queues.indices {
        for (i, offered) in volumes[q].enumerated() where plans[q].cells[i].isDrawn {
          points.append(
            SamplePathPoint(
              path: index + 1, start: starts[q][i], queue: queues[q], offered: offered))
        }
      }
    }
    return points
  }

  /// Contacts of one path, numbered from 1, by queue, then interval.
  ///
  /// *Complexity*: O(queues² · days + intervals · factors).
  public func path(_ number: Int) -> [[Double]] {
    // Two normals per queue and day move levels, mixed between queues: one for what carries over, one for what grows;
    // the one before the first day is what lasts.
    let width = 2 * dayCount + 1
    let own = queues.map { name -> [Double] in
      var stream = Xoshiro256(
        StreamKey(seed: seed, replication: number, name: name, purpose: "path levels"))
      return (0..<width).map { _ in stream.normal() }
    }
    return plans.indices.map { q in
      var levels = [Double](repeating: 0, count: width)
      for other in own.indices where mixing[q][other] != 0 {
        for i in 0..<width { levels[i] += mixing[q][other] * own[other][i] }
      }
      return plans[q].draw(levels, seed: seed, number: number, name: queues[q])
    }
  }
}

/// Everything about one queue that all its paths share.
private struct QueuePlan: Sendable {
  struct Cell {
    let day: Int
    let curve: QuantileCurve
    /// Where its loadings begin.
    let offset: Int
    /// The weight of the noise of its own.
    let noise: Double
    let isDrawn: Bool
  }

  /// By interval.
  private(set) var cells: [Cell] = []
  /// Correlations of the interval's normal with the factors and the growth of the level, by interval.
  private var loadings: [Double] = []
  private let factors: Int
  /// The factor that is most of all the level of the day; -1 where there is none.
  private let levelFactor: Int
  private let persistence: [Persistence]
  private let neighborCorrelation: Double

  /// A band this much wider than what the past explains is a doubt about the day as a whole, such as that of a holiday.
  private static let usualExcess = 1.5

  init(
    _ queue: QueueForecast, _ known: DayDependence?, grid: TimeGrid, firstDay: CivilDate
  ) {
    let slots = grid.length.slotsPerDay
    let fits = known.map { $0.slotCount == slots } ?? false
    let dependence = fits ? known : nil
    factors = dependence?.shapes.count ?? 0
    persistence = dependence?.persistence ?? []
    neighborCorrelation = dependence?.neighborCorrelation ?? 0
    let usual = dependence?.usual ?? []
    let moves = (dependence?.shapes ?? []).map { shape in
      usual.indices.reduce(0) { $0 + max(usual[$1], 0).squareRoot() * shape[$1] }
    }
    levelFactor = moves.indices.max { abs(moves[$0]) < abs(moves[$1]) } ?? -1
    let signs = moves.indices.map { $0 == levelFactor && moves[$0] < 0 ? -1.0 : 1 }

    var byDay: [(day: Int, range: Range<Int>)] = []
    let days = queue.intervals.map { grid.date(of: $0.start).days(since: firstDay) }
    for (index, day) in days.enumerated() {
      if let last = byDay.last, last.day == day {
        byDay[byDay.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        byDay.append((day, index..<index + 1))
      }
    }
    var lead = 0
    for (day, range) in byDay {
      let isOpen = queue.intervals[range].contains { $0.offered > 0 }
      addDay(
        Array(queue.intervals[range]), day: day, lead: lead, dependence, signs: signs, grid: grid)
      if isOpen { lead += 1 }
    }
  }

  private mutating func addDay(
    _ intervals: [ForecastInterval], day: Int, lead: Int, _ dependence: DayDependence?,
    signs: [Double], grid: TimeGrid
  ) {
    let curves = intervals.map { QuantileCurve(mean: $0.offered, quantiles: $0.quantiles) }
    let noise = dependence?.noise ?? 1
    let extra = dependence?.level.extra(lead: lead) ?? 0
    var shapes: [[Double]] = []
    var growths: [Double] = []
    var expected = 0.0
    var banded = 0.0
    for (interval, curve) in zip(intervals, curves) {
      let mean = interval.offered
      let poisson = max(RootCounts.moments(mean).variance, 1e-9)
      let shape = dependence?.loadings(slot: grid.slot(of: interval.start), mean: mean) ?? []
      let growth = mean > 0 ? extra * mean / 4 / poisson : 0
      shapes.append(shape)
      growths.append(growth)
      guard mean > 0, !curve.isCertain else { continue }
      expected += (shape.reduce(noise + growth) { $0 + $1 * $1 }) * poisson
      banded += curve.rootDeviation * curve.rootDeviation
    }
    let excess = expected > 0 ? max(0, banded / expected / Self.usualExcess - 1) : 0
    // The part of a day that is left after some was seen varies less than a day ahead, by its bands.
    let isPartlySeen = zip(intervals, curves).contains { $0.offered > 0 && $1.isCertain }
    for (index, curve) in curves.enumerated() {
      var shape = zip(shapes[index], signs).map { $0 * $1 }
      let signal = shape.reduce(growths[index]) { $0 + $1 * $1 }
      var growth = growths[index] + excess * (signal + noise)
      if isPartlySeen, signal > 0 {
        let poisson = max(RootCounts.moments(intervals[index].offered).variance, 1e-9)
        let left = curve.rootDeviation * curve.rootDeviation / poisson - noise
        let kept = min(max(left / signal, 0), 1)
        shape = shape.map { $0 * kept.squareRoot() }
        growth *= kept
      }
      let whole = shape.reduce(growth + noise) { $0 + $1 * $1 }
      cells.append(
        Cell(
          day: day, curve: curve, offset: loadings.count,
          noise: whole > 0 ? (noise / whole).squareRoot() : 1,
          isDrawn: intervals[index].offered > 0))
      loadings += shape.map { $0 / whole.squareRoot() }
      loadings.append((growth / whole).squareRoot())
    }
  }

  /// One path of the queue.
  func draw(_ levels: [Double], seed: UInt64, number: Int, name: String) -> [Double] {
    var shapes = Xoshiro256(
      StreamKey(seed: seed, replication: number, name: name, purpose: "path shapes"))
    var noises = Xoshiro256(
      StreamKey(seed: seed, replication: number, name: name, purpose: "path noise"))
    let lasting = persistence.indices.map { $0 == levelFactor ? levels[0] : shapes.normal() }
    var carried = persistence.indices.map { _ in 0.0 }
    var scores = [Double](repeating: 0, count: factors + 1)
    var walk = 0.0
    var steps = 0.0
    var result = [Double](repeating: 0, count: cells.count)
    var day = -1
    var isReady = false
    var noise = 0.0
    var rest = 0.0
    let renewal = (1 - neighborCorrelation * neighborCorrelation).squareRoot()
    for (index, cell) in cells.enumerated() {
      if cell.day != day {
        day = cell.day
        isReady = false
      }
      guard cell.isDrawn else { continue }
      if !isReady {
        isReady = true
        for k in persistence.indices {
          let fresh = k == levelFactor ? levels[1 + 2 * day] : shapes.normal()
          let carry = steps > 0 ? persistence[k].carry : 0
          carried[k] = carry * carried[k] + (1 - carry * carry).squareRoot() * fresh
          let share = persistence[k].lasting
          scores[k] = share.squareRoot() * lasting[k] + (1 - share).squareRoot() * carried[k]
        }
        // A level that wanders: its error at a later day holds that at an earlier one.
        walk += levels[2 + 2 * day]
        steps += 1
        scores[factors] = walk / steps.squareRoot()
        noise = noises.normal()
        rest = noises.uniform()
      } else {
        noise = neighborCorrelation * noise + renewal * noises.normal()
      }
      var deviate = cell.noise * noise
      for k in 0...factors { deviate += loadings[cell.offset + k] * scores[k] }
      // Whole contacts: what is cut off here is handed to the next interval, so that the day keeps its total.
      let wanted = rest + cell.curve.value(at: deviate)
      let whole = wanted.rounded(.down)
      result[index] = whole
      rest = wanted - whole
    }
    return result
  }
}
