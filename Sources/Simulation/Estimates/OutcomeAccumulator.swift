internal import ContactCenter
internal import Probability

/// What one row of the outcome collects over replications.
struct OutcomeAccumulator {
  private(set) var replications = 0
  private(set) var tally = QueueTally()
  private(set) var groups = GroupTally()
  private(set) var serviceLevel = RatioStatistics()
  /// The realized service level of each replication in which something was counted.
  private(set) var realized: [Double] = []
  private(set) var targetsMet = 0

  /// Takes in one replication of this row.
  ///
  /// A period in which nothing was counted has met its target: nobody was let down.
  mutating func add(
    _ queues: QueueTally, _ level: ServiceLevelCount, _ agents: GroupTally, target: Double?
  ) {
    replications += 1
    tally += queues
    groups += agents
    serviceLevel.add(numerator: level.met, denominator: level.counted)
    if let share = level.share { realized.append(share) }
    // A share of exactly the target, such as 4 of 5 for 80 %, must not fail by a rounding.
    if let target, (level.share ?? 1) >= target - 1e-12 { targetsMet += 1 }
  }

  /// Writes what is known into the optional columns of a row about contacts.
  func fillContacts(_ row: inout OutcomeRow, hasTarget: Bool) {
    let count = Double(replications)
    row.offered = Double(tally.offered) / count
    row.answered = Double(tally.answered) / count
    row.abandoned = Double(tally.abandoned) / count
    row.asaSeconds =
      tally.answered > 0 ? tally.answeredWaitSeconds / Double(tally.answered) : nil
    row.abandonment = tally.offered > 0 ? Double(tally.abandoned) / Double(tally.offered) : nil
    let interval = serviceLevel.interval()
    row.serviceLevel = finite(interval.estimate)
    row.serviceLevelError = row.serviceLevel == nil ? nil : finite(interval.halfWidth)
    row.serviceLevelP10 = finite(SampleQuantile.of(realized, probability: 0.1))
    row.serviceLevelP90 = finite(SampleQuantile.of(realized, probability: 0.9))
    row.probabilityOfTarget = hasTarget ? Double(targetsMet) / count : nil
  }

  /// Writes the occupancy: busy time over time present.
  func fillOccupancy(_ row: inout OutcomeRow) {
    row.occupancy =
      groups.staffedSeconds > 0
      ? min(1, max(0, groups.busySeconds / groups.staffedSeconds)) : nil
  }

  /// Agent-seconds of shifts not worked, a mean over replications.
  var absentSecondsMean: Double { groups.absentSeconds / Double(max(1, replications)) }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
