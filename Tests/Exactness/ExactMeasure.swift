public import Simulation

/// A number whose exact value is known, and how a replication measures it.
public struct ExactMeasure: Sendable {
  /// What is measured, such as `gold P(abandon)`.
  public let name: String
  /// The exact value.
  public let exact: Double
  /// Whether it is a share, whose half-width must come down to the width asked for; waits and lengths have no points.
  public let isShare: Bool
  /// The probability, for a contact, of the event that is counted; decides whether enough were seen for a score.
  public let chance: Double
  /// The share's numerator and denominator in one replication.
  public let value: @Sendable (ReplicationTally) -> (Double, Double)

  /// A share of contacts.
  public static func share(
    _ name: String, _ exact: Double,
    _ value: @escaping @Sendable (ReplicationTally) -> (Double, Double)
  ) -> ExactMeasure {
    ExactMeasure(
      name: name, exact: exact, isShare: true, chance: min(abs(exact), abs(1 - exact)), value: value
    )
  }

  /// A share of agents' time: every contact adds to it.
  public static func occupancy(
    _ name: String, _ exact: Double,
    _ value: @escaping @Sendable (ReplicationTally) -> (Double, Double)
  ) -> ExactMeasure {
    ExactMeasure(name: name, exact: exact, isShare: true, chance: 1, value: value)
  }

  /// A mean that only contacts with an event of probability `chance` add to.
  public static func mean(
    _ name: String, _ exact: Double, chance: Double = 1,
    _ value: @escaping @Sendable (ReplicationTally) -> (Double, Double)
  ) -> ExactMeasure {
    ExactMeasure(name: name, exact: exact, isShare: false, chance: chance, value: value)
  }
}

extension ReplicationTally {
  /// The tally of a queue over several intervals, which need not be neighbors.
  public func queue(_ queue: Int, at intervals: [Int]) -> QueueTally {
    var sum = QueueTally()
    for interval in intervals { sum += queues[interval * queueCount + queue] }
    return sum
  }

  /// The tally of a group over several intervals, which need not be neighbors.
  public func group(_ group: Int, at intervals: [Int]) -> GroupTally {
    var sum = GroupTally()
    for interval in intervals { sum += groups[interval * groupCount + group] }
    return sum
  }
}
