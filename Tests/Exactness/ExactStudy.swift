internal import Probability
internal import Simulation

/// Replications of a case until every share is known sharply enough.
public struct ExactStudy: Sendable {
  /// The largest half-width of a share's 99.9 % interval.
  public static let width = 0.003
  /// Replications before the first look: enough for an error of the error of 9 %.
  static let firstReplications = 64
  /// Where a case that does not get sharp ends.
  static let mostReplications = 40_000

  let example: ExactCase
  let seed: UInt64
  private var statistics: [RatioStatistics]
  /// Replications in which the event, and its absence, were seen.
  private var hits: [Int]
  private var replications = 0

  /// Simulates a case.
  ///
  /// The number of replications follows from the half-widths seen, 4 % more than they ask for, in at most a few steps.
  ///
  /// *Throws*: `SimulationError` if the model cannot be simulated.
  public init(_ example: ExactCase, seed: UInt64, width: Double = ExactStudy.width) throws {
    self.example = example
    self.seed = seed
    statistics = Array(repeating: RatioStatistics(), count: example.measures.count)
    hits = Array(repeating: 0, count: example.measures.count)
    var target = Self.firstReplications
    while replications < target {
      try run(upTo: target)
      let needed = Double(replications) * (widest / width) * (widest / width)
      // The widest of many half-widths seen after few replications is too wide by luck: half of the way first.
      let step = needed > 3 * Double(replications) ? 0.5 * needed : 1.02 * needed
      if widest > width { target = min(Self.mostReplications, Int(step) + 8) }
    }
  }

  /// The widest interval of a share.
  private var widest: Double {
    zip(example.measures, statistics)
      .map { measure, own in
        measure.isShare ? own.interval(confidence: 0.999).halfWidth : 0
      }
      .reduce(0) { $1.isNaN ? $0 : max($0, $1) }
  }

  private mutating func run(upTo target: Int) throws {
    while replications < target {
      let tally = try simulateOnce(example.model, seed: seed, replication: replications)
      replications += 1
      for (index, measure) in example.measures.enumerated() {
        let (numerator, denominator) = measure.value(tally)
        if numerator != 0, numerator != denominator || !measure.isShare { hits[index] += 1 }
        statistics[index].add(numerator: numerator, denominator: denominator)
      }
      if let broken = tally.queues.firstIndex(where: { !$0.isConserved }) {
        throw ExactnessError(
          "\(example.name): contacts are lost in cell \(broken) of replication \(replications - 1)")
      }
    }
  }

  /// Every measure beside its exact value.
  public var checks: [ExactCheck] {
    example.measures.indices.map { index in
      ExactCheck(
        example.name, example.measures[index], statistics[index], hits: hits[index], seed: seed,
        contacts: example.contacts * Double(replications))
    }
  }
}

/// Why the exactness study cannot go on.
public struct ExactnessError: Error, CustomStringConvertible {
  /// What is wrong.
  public let description: String

  init(_ description: String) { self.description = description }
}
