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

  /// Contacts of a queue that arrived on these days of the model and were answered within a time.
  ///
  /// The time must be where two buckets of the histogram meet, as 10, 20, 30 and 60 seconds are.
  public func answered(_ queue: Int, within seconds: Double, onDays days: [Int]) -> Int {
    let buckets = (0..<WaitHistograms.size).prefix {
      WaitHistograms.edges(of: $0).upperBound <= seconds
    }
    precondition(WaitHistograms.edges(of: buckets.count).lowerBound == seconds)
    var sum = 0
    for day in days {
      let histogram = waits.histogram(day: day, queue: queue)
      for count in histogram.prefix(buckets.count) { sum += Int(count) }
    }
    return sum
  }

  /// The tally of a group over several intervals, which need not be neighbors.
  public func group(_ group: Int, at intervals: [Int]) -> GroupTally {
    var sum = GroupTally()
    for interval in intervals { sum += groups[interval * groupCount + group] }
    return sum
  }
}
