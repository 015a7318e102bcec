public import ContactCenter
public import Probability

/// What one scenario has over another, replication by replication.
///
/// Run both with the same seed: the n-th contact of a queue then is the same customer in both, and the intervals of the
/// differences are far smaller than those of the scenarios themselves.
///
/// *Formula*: the second scenario less the first; of ratios (service level, ASA, abandonment, occupancy) by the delta
/// method on the pairs of numerators and denominators, of means (offered, answered, cost) the paired t interval.
/// Antithetic replications are paired two by two.
public struct SimulationComparison: Sendable {
  /// What is compared.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The service level, each queue by its own target.
    case serviceLevel = "service_level"
    /// The average speed of answer in seconds.
    case asaSeconds = "asa_seconds"
    /// Abandonment.
    case abandonment
    /// Busy time over time present.
    case occupancy
    /// Mean contacts offered.
    case offered
    /// Mean contacts answered.
    case answered
    /// Mean cost of the agents' time.
    case cost
  }

  /// One measure of one subject in both scenarios.
  public struct Difference: Sendable, Equatable {
    /// What it is about.
    public let level: OutcomeRow.Level
    /// Its name.
    public let name: String
    /// What is compared.
    public let measure: Measure
    /// The first scenario's value over the common replications, without control variates.
    public let first: Double
    /// The second scenario's value.
    public let second: Double
    /// The second value less the first, with its 95 % interval; NaN for the half-width with fewer than two pairs.
    public let difference: ConfidenceInterval

    /// Whether the interval leaves out zero.
    public var isSignificant: Bool {
      difference.halfWidth.isFinite && !difference.contains(0)
    }
  }

  /// How many replications both have.
  public let replications: Int
  /// Center, channels, queues and groups that both have, by name; measures that one of them lacks are left out.
  public let differences: [Difference]

  /// Compares two results over the run.
  public init(first: SimulationResult, second: SimulationResult) {
    let common = min(first.replications, second.replications)
    let unitSize = max(first.unitSize, second.unitSize)
    var differences: [Difference] = []
    for run in first.runs {
      guard let other = second.runs.first(where: { $0.level == run.level && $0.name == run.name })
      else { continue }
      for measure in Self.measures(of: run.level) {
        let one = Self.units(run.sums.prefix(common), unitSize, measure)
        let two = Self.units(other.sums.prefix(common), unitSize, measure)
        guard let value = Self.ratio(one), let otherValue = Self.ratio(two) else { continue }
        if measure == .cost, value == 0, otherValue == 0 { continue }
        differences.append(
          Difference(
            level: run.level, name: run.name, measure: measure, first: value, second: otherValue,
            difference: PairedDifference.ofRatios(first: one, second: two)))
      }
    }
    replications = common
    self.differences = differences
  }

  /// The difference of one measure of one subject; nil where there is none.
  public subscript(
    _ level: OutcomeRow.Level, _ name: String, _ measure: Measure
  ) -> Difference? {
    differences.first { $0.level == level && $0.name == name && $0.measure == measure }
  }

  /// A group has no contacts of its own, and a queue or channel no agents.
  private static func measures(of level: OutcomeRow.Level) -> [Measure] {
    switch level {
    case .center: Measure.allCases
    case .group, .agent: [.occupancy, .cost]
    case .channel, .queue: [.serviceLevel, .asaSeconds, .abandonment, .offered, .answered]
    }
  }

  private static func units(
    _ sums: ArraySlice<RunSums>, _ size: Int, _ measure: Measure
  ) -> [PairedDifference.Fraction] {
    stride(from: sums.startIndex, to: sums.endIndex, by: size).map { start in
      sums[start..<min(start + size, sums.endIndex)]
        .map { $0.fraction(measure) }.reduce(PairedDifference.Fraction(0, 0), +)
    }
  }

  private static func ratio(_ fractions: [PairedDifference.Fraction]) -> Double? {
    let sum = fractions.reduce(PairedDifference.Fraction(0, 0), +)
    return sum.denominator > 0 ? sum.numerator / sum.denominator : nil
  }
}
