internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: a queue whose days do not differ gets no factor, so that nothing done with this can hurt it;
// variances free of the noise of counts; cheap enough to be made for every queue of a run.

/// How the errors of one queue's forecasts hang together: within a day, from day to day, and over the lead.
///
/// On the scale of roots (`RootCounts`), where the noise of counts is the same everywhere, errors of a day ahead are
/// a few factors per day, each with a shape over the slots, and noise. The factors come from the singular values of
/// past errors with the noise taken off (`SpikedFactors`); past errors from a replay (`DayReplay`).
///
/// *Source*: root transform and low-rank days: Shen and Huang (2008), Manufacturing & Service Operations Management
/// 10:391-410; day factors: Avramidis, Deslauriers and L'Ecuyer (2004), Management Science 50:896-908.
public struct DayDependence: Sendable {
  /// Slots per day.
  public let slotCount: Int
  /// By factor, then slot: what one standard deviation of the factor does to the root of the slot at its usual volume, in
  /// standard deviations of Poisson noise.
  public internal(set) var shapes: [[Double]] = []
  /// How long a surprise in each factor lasts.
  public internal(set) var persistence: [Persistence] = []
  /// The noise variance in units of Poisson noise, at least 1.
  public internal(set) var noise = 1.0
  /// The correlation of the noise of neighboring slots, 0 or more.
  public internal(set) var neighborCorrelation = 0.0
  /// Mean contacts forecast per slot over the days learned from.
  public internal(set) var usual: [Double]
  /// Days learned from.
  public internal(set) var dayCount = 0
  /// Relative errors of past days a day ahead, ascending by days since 1970-01-01.
  public internal(set) var dayErrors: [(ordinal: Int, error: Double)] = []
  /// How errors of the level grow with the lead.
  var level = LevelErrors([], weekdayCount: 1, noise: 0)

  /// Days of history looked at.
  static let window = 364
  /// A day whose error is this many times the median day's counts as one that is: a strike shall not bend the
  /// shapes of all days.
  private static let largestNorm = 2.0

  /// Learns from the past.
  ///
  /// *Edge cases*: a history too short to replay, or numbers that LAPACK refuses, give no factor and Poisson noise.
  ///
  /// *Complexity*: O(days · slots · min(days, slots)).
  public init(_ series: DaySeries) {
    slotCount = series.slotCount
    usual = [Double](repeating: 0, count: series.slotCount)
    let recent = series.prefix(series.days.count, last: Self.window)
    let clean = CleanDays(recent)
    let replay = DayReplay(clean)
    guard replay.days.count > 2 else { return }
    dayCount = replay.days.count
    dayErrors = replay.days.map {
      ($0.ordinal, exp(min(max($0.error, -1), 1)) - 1)
    }
    for forecast in replay.forecasts {
      for s in usual.indices { usual[s] += forecast[s] / Double(dayCount) }
    }
    let open = usual.indices.filter { usual[$0] > 0 }
    let rows = Self.whitened(recent, clean, replay, open: open)
    learnFactors(rows, open: open)
    let total = replay.days.reduce(0) { $0 + $1.total } / Double(dayCount)
    level = LevelErrors(
      replay.errorsByOrigin(leads: 4 * clean.weekdayCount), weekdayCount: clean.weekdayCount,
      noise: noise / max(total, 0.5))
    settlePersistence(rows, open: open, week: clean.weekdayCount)
  }

  /// Errors on the root scale by day, then open slot, in standard deviations of Poisson noise; 0 where closed or
  /// missing.
  private static func whitened(
    _ series: DaySeries, _ clean: CleanDays, _ replay: DayReplay, open: [Int]
  ) -> [[Double]] {
    var rows = zip(replay.days, replay.forecasts).map { day, forecast in
      open.map { s -> Double in
        let count = series.counts[clean.days[day.index].index * series.slotCount + s]
        guard !count.isNaN, forecast[s] > 0 else { return 0 }
        let usual = RootCounts.moments(forecast[s])
        return usual.variance > 1e-6
          ? (RootCounts.root(count) - usual.mean) / usual.variance.squareRoot() : 0
      }
    }
    let norms = rows.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let limit = largestNorm * median(norms)
    for d in rows.indices where limit > 0 && norms[d] > limit {
      for c in rows[d].indices { rows[d][c] *= limit / norms[d] }
    }
    return rows
  }

  private mutating func learnFactors(_ rows: [[Double]], open: [Int]) {
    guard open.count > 1, let found = try? SpikedFactors(Matrix(rows: rows), leastNoise: 1) else {
      return
    }
    noise = found.noise
    shapes = zip(found.directions, found.variances).map { direction, variance in
      var shape = [Double](repeating: 0, count: slotCount)
      for (c, s) in open.enumerated() { shape[s] = direction[c] * variance.squareRoot() }
      return shape
    }
    var products = 0.0
    var squares = 0.0
    for row in rows {
      var left = row
      for direction in found.directions {
        let score = zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 }
        for c in left.indices { left[c] -= score * direction[c] }
      }
      for c in left.indices.dropFirst() { products += left[c] * left[c - 1] }
      for value in left { squares += value * value }
    }
    // Days that repeat each other to the contact leave less than noise, and that says nothing about noise to come.
    let expected = noise * Double(rows.count * open.count)
    let correlation = products / max(squares, expected)
    neighborCorrelation = min(max(correlation, 0), 0.95)
  }

  /// A factor lasts as the level does by the part of it that is level, and as its own scores do by the rest.
  private mutating func settlePersistence(_ rows: [[Double]], open: [Int], week: Int) {
    let plain = open.map {
      (usual[$0] / max(RootCounts.moments(usual[$0]).variance, 1e-6)).squareRoot()
    }
    let plainNorm = plain.reduce(0) { $0 + $1 * $1 }
    persistence = shapes.map { shape in
      let direction = open.map { shape[$0] }
      let variance = direction.reduce(0) { $0 + $1 * $1 }
      guard variance > 0, plainNorm > 0 else { return .none }
      let along = zip(direction, plain).reduce(0) { $0 + $1.0 * $1.1 }
      let levelShare = min(along * along / variance / plainNorm, 1)
      let scores = rows.map { row in
        zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 } / variance
      }
      let correlations = (1...max(1, 2 * week - 1)).map { lag -> Double in
        guard scores.count > lag else { return 0 }
        let sum = (lag..<scores.count).reduce(0) { $0 + scores[$1] * scores[$1 - lag] }
        return sum / Double(scores.count - lag)
      }
      let own = Persistence(correlations: correlations, longFrom: week)
      let shared = level.persistence
      return Persistence(
        lasting: levelShare * shared.lasting + (1 - levelShare) * own.lasting,
        carry: levelShare * shared.carry + (1 - levelShare) * own.carry)
    }
  }

  /// The loadings of a slot on the factors when its forecast is `mean`, in standard deviations of Poisson noise.
  ///
  /// A factor moves a slot by a share of its volume, so its weight beside the noise grows with the root of the volume.
  func loadings(slot: Int, mean: Double) -> [Double] {
    let ratio = scale(slot: slot, mean: mean)
    return shapes.map { $0[slot] * ratio }
  }

  /// How much more a factor weighs at `mean` than at the slot's usual volume.
  func scale(slot: Int, mean: Double) -> Double {
    guard mean > 0, usual[slot] > 0 else { return 0 }
    let now = mean / max(RootCounts.moments(mean).variance, 1e-9)
    let then = usual[slot] / max(RootCounts.moments(usual[slot]).variance, 1e-9)
    return min((now / then).squareRoot(), 10)
  }

  /// The variance of a day's total relative to its square that the factors bring, at the usual volumes.
  public var dayVariance: Double {
    let total = usual.reduce(0, +)
    guard total > 0 else { return 0 }
    return shapes.reduce(0) { sum, shape in
      // A root that moves by δ moves its count by 2√f·δ.
      let move = usual.indices.reduce(0) {
        $0 + 2
          * (usual[$1] * RootCounts.moments(usual[$1]).variance).squareRoot() * shape[$1]
      }
      return sum + (move / total) * (move / total)
    }
  }

  /// The share of the variance of day errors that is not noise of counts.
  var signalShare: Double {
    let total = usual.reduce(0, +)
    guard total > 0 else { return 0 }
    return dayVariance / (dayVariance + noise / total)
  }

  /// What was learned, as rows.
  public var parameters: [ModelRow] {
    [
      ModelRow("day factors", Double(shapes.count), note: "shapes in which days differ"),
      ModelRow(
        "day deviation", dayVariance.squareRoot(), note: "of a day's total, noise taken off"),
      ModelRow("noise", noise, note: "variance over that of Poisson counts"),
      ModelRow("lasting", level.persistence.lasting, note: "share of a level's error that stays"),
      ModelRow("carry-over", level.persistence.carry, note: "of the rest, to the next open day"),
    ]
  }
}
