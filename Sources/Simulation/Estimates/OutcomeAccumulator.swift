internal import ContactCenter
internal import Probability

/// What one row of the outcome collects over replications.
struct OutcomeAccumulator {
  private(set) var replications = 0
  private var tally = QueueTally()
  private var groups = GroupTally()
  private var cost = 0.0
  private var backlogAge = RunningStatistics()
  private var serviceLevel = ControlledRatioStatistics()
  private var asa = ControlledRatioStatistics()
  private var abandonment = ControlledRatioStatistics()
  private var occupancy = RatioStatistics()
  /// The realized service level of each replication in which something was counted.
  private var realized: [Double] = []
  private var targetsMet = 0

  /// Takes in what happened in one replication to a subject with contacts.
  ///
  /// A period in which nothing was counted has met its target: nobody was let down.
  mutating func addContacts(_ sample: RowSample, target: Double?) {
    replications += 1
    tally += sample.contacts
    if sample.contacts.backlog > 0 { backlogAge.add(sample.contacts.backlogAgeSeconds) }
    if let share = sample.level.share { realized.append(share) }
    // A share of exactly the target, such as 4 of 5 for 80 %, must not fail by a rounding.
    if let target, (sample.level.share ?? 1) >= target - 1e-12 { targetsMet += 1 }
  }

  /// Takes in the ratios of replications that are independent of all others: one, or an antithetic pair.
  ///
  /// `control` is how many more contacts came for the first time than expected; nil to do without.
  mutating func addRatios(_ unit: RowSample, control: Double?) {
    let contacts = unit.contacts
    func add(_ ratio: inout ControlledRatioStatistics, _ numerator: Double, _ denominator: Double) {
      if let control {
        ratio.add(numerator: numerator, denominator: denominator, control: control)
      } else {
        ratio.add(numerator: numerator, denominator: denominator)
      }
    }
    add(&serviceLevel, unit.level.met, unit.level.counted)
    add(&asa, contacts.answeredWaitSeconds, Double(contacts.answeredAfterWait))
    add(&abandonment, Double(contacts.abandoned), Double(contacts.exposed))
  }

  /// Takes in the agents' time in replications that are independent of all others.
  mutating func addAgents(_ unit: RowSample, replications count: Int, alone: Bool) {
    if alone { replications += count }
    groups += unit.agents
    cost += unit.cost
    occupancy.add(numerator: unit.agents.busySeconds, denominator: unit.agents.staffedSeconds)
  }

  /// How many independent observations there are: replications, or pairs of them.
  var units: Int { max(occupancy.count, serviceLevel.count) }

  /// The service level with its 95 % interval.
  var serviceLevelInterval: ConfidenceInterval { serviceLevel.interval() }

  /// Writes what is known of contacts into a row; `scale` turns a mean into the total of a batched run.
  func fillContacts(
    _ row: inout OutcomeRow, hasTarget: Bool, _ quantiles: StudentQuantiles, scale: Double = 1
  ) {
    let count = Double(replications) / scale
    row.offered = Double(tally.offered) / count
    row.answered = Double(tally.answered) / count
    row.abandoned = Double(tally.abandoned) / count
    row.blocked = Double(tally.blocked) / count
    row.contained = Double(tally.contained) / count
    row.redialed = Double(tally.redialed) / count
    row.recontacted = Double(tally.recontacted) / count
    row.transferred = Double(tally.transferredIn) / count
    row.callbacks = Double(tally.callbacks) / count
    row.backlog = Double(tally.backlog) / Double(replications)
    row.backlogAgeSeconds = backlogAge.count > 0 ? backlogAge.mean : nil
    fillRatios(&row, quantiles)
    let sorted = realized.sorted()
    row.serviceLevelP10 = finite(SampleQuantile.ofSorted(sorted, probability: 0.1))
    row.serviceLevelP90 = finite(SampleQuantile.ofSorted(sorted, probability: 0.9))
    row.probabilityOfTarget = hasTarget ? Double(targetsMet) / Double(replications) : nil
  }

  private func fillRatios(_ row: inout OutcomeRow, _ quantiles: StudentQuantiles) {
    // A control may carry an estimate past the end of what is possible.
    func within(_ value: Double, _ end: Double) -> Double? {
      value.isFinite ? min(end, max(0, value)) : nil
    }
    let level = serviceLevel.interval(quantiles)
    row.serviceLevel = within(level.estimate, 1)
    row.serviceLevelError = row.serviceLevel == nil ? nil : finite(level.halfWidth)
    let answer = asa.interval(quantiles)
    row.asaSeconds = within(answer.estimate, .infinity)
    row.asaErrorSeconds = row.asaSeconds == nil ? nil : finite(answer.halfWidth)
    let abandoned = abandonment.interval(quantiles)
    row.abandonment = within(abandoned.estimate, 1)
    row.abandonmentError = row.abandonment == nil ? nil : finite(abandoned.halfWidth)
  }

  /// Writes what is known of agents: busy time over time present, contacts at once, and cost.
  func fillAgents(
    _ row: inout OutcomeRow, hasCost: Bool, _ quantiles: StudentQuantiles, scale: Double = 1
  ) {
    row.takeOccupancy(occupancy.interval(quantiles))
    row.sessions =
      groups.busySeconds > 0 && groups.sessionSeconds > 0
      ? groups.sessionSeconds / groups.busySeconds : nil
    row.cost = hasCost ? finite(cost / Double(max(1, replications)) * scale) : nil
  }

  /// Agent-seconds of shifts not worked, a mean over replications.
  var absentSecondsMean: Double { groups.absentSeconds / Double(max(1, replications)) }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
