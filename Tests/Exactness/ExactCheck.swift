internal import Probability

/// One measure of one case held against its exact value.
public struct ExactCheck: Sendable {
  /// The case.
  public let place: String
  /// The measure.
  public let name: String
  /// The seed.
  public let seed: UInt64
  /// The exact value.
  public let exact: Double
  /// The simulated value.
  public let estimate: Double
  /// Half of its 99.9 % interval.
  public let halfWidth: Double
  /// The deviation on the scale of the standard normal distribution; nil where too few events were seen for one.
  public let score: Double?
  /// Whether the half-width is a share's.
  public let isShare: Bool

  /// The smallest number of events for which a sum is close enough to normal to be scored.
  ///
  /// Blocked contacts and long queues come in clusters, so that a thousand events are a hundred independent ones or so.
  static let eventsForScore = 1000.0
  /// The smallest number of replications that must have seen the event, where not all have.
  static let hitsForScore = 100
  /// What a measure with fewer events may deviate by, or twice its half-width: half of what a share's half-width may be.
  ///
  /// A line that is nearly always long is short a few times in a run and for long then: its half-width says little.
  static let rareTolerance = 0.0015

  init(
    _ place: String, _ measure: ExactMeasure, _ statistics: RatioStatistics, hits: Int,
    seed: UInt64,
    contacts: Double
  ) {
    self.place = place
    self.seed = seed
    name = measure.name
    exact = measure.exact
    isShare = measure.isShare
    let interval = statistics.interval(confidence: 0.999)
    estimate = interval.estimate
    halfWidth = interval.halfWidth
    let isSpread = hits == statistics.count || hits >= Self.hitsForScore
    guard measure.chance * contacts >= Self.eventsForScore, isSpread else {
      score = nil
      return
    }
    // Student's t with the replications there were, brought to the normal scale: with 60 of them a t of 4.5 is
    // as unlikely as a normal 4.1.
    let deviation = abs(estimate - exact)
    let t = deviation == 0 ? 0 : deviation / interval.standardError
    let tail = StudentT(degreesOfFreedom: Double(statistics.count - 1)).cumulative(-t)
    let normal = tail > 0 ? -Normal(mean: 0, standardDeviation: 1).quantile(tail) : t
    score = estimate < exact ? -normal : normal
  }

  /// Whether the exact value is outside the 99.9 % interval, or a rare event is not rare.
  public var isOutside: Bool {
    guard score != nil else {
      return !(abs(estimate - exact) <= max(Self.rareTolerance, 2 * halfWidth))
    }
    return !(abs(estimate - exact) <= halfWidth)
  }

  /// Model, seed, measured ± half-width, exact, score.
  public var text: String {
    let words = score.map { "z \(($0 * 100).rounded() / 100)" } ?? "too rare to score"
    return "\(place), \(name), seed \(seed): \(estimate) ± \(halfWidth), exact \(exact), \(words)"
  }
}
