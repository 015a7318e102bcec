internal import ContactCenter
internal import Probability

/// What one row of the outcome collects over replications.
struct OutcomeAccumulator {
  private(set) var replications = 0
  private var contacts = ContactSums()
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

  /// Takes in replications that are independent of all others: one, or the `second` of an antithetic pair with it.
  ///
  /// Counts, quantiles and targets are each replication's own; ratios and their errors are the unit's. `expected` are the
  /// contacts expected to come for the first time in a replication; nil to do without control variates.
  mutating func add(
    _ first: RowSample, _ second: RowSample?, to subject: OutcomeSubject, expected: Double?
  ) {
    var unit = first
    if let second { unit += second }
    let count = second == nil ? 1 : 2
    replications += count
    if !subject.queues.isEmpty {
      contacts += unit.contacts
      addRealized(first, subject.target)
      if let second { addRealized(second, subject.target) }
      addRatios(unit, control: expected.map { unit.contacts.fresh - $0 * Double(count) })
    }
    if !subject.groups.isEmpty {
      groups += unit.agents
      cost += unit.cost
      occupancy.add(numerator: unit.agents.busySeconds, denominator: unit.agents.staffedSeconds)
    }
  }

  /// A period in which nothing was counted has met its target: nobody was let down.
  private mutating func addRealized(_ sample: RowSample, _ target: Double?) {
    if sample.contacts.backlog > 0 { backlogAge.add(sample.contacts.backlogAgeSeconds) }
    let share = sample.level.share
    if let share { realized.append(share) }
    // A share of exactly the target, such as 4 of 5 for 80 %, must not fail by a rounding.
    if let target, (share ?? 1) >= target - 1e-12 { targetsMet += 1 }
  }

  private mutating func addRatios(_ unit: RowSample, control: Double?) {
    let contacts = unit.contacts
    if let control {
      serviceLevel.add(
        numerator: unit.level.met, denominator: unit.level.counted, control: control)
      asa.add(numerator: contacts.waitSeconds, denominator: contacts.prompt, control: control)
      abandonment.add(
        numerator: contacts.abandoned, denominator: contacts.exposed, control: control)
    } else {
      serviceLevel.add(numerator: unit.level.met, denominator: unit.level.counted)
      asa.add(numerator: contacts.waitSeconds, denominator: contacts.prompt)
      abandonment.add(numerator: contacts.abandoned, denominator: contacts.exposed)
    }
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
    row.offered = contacts.offered / count
    row.answered = contacts.answered / count
    row.abandoned = contacts.abandoned / count
    row.blocked = contacts.blocked / count
    row.contained = contacts.contained / count
    row.redialed = contacts.redialed / count
    row.recontacted = contacts.recontacted / count
    row.transferred = contacts.transferred / count
    row.callbacks = contacts.callbacks / count
    row.backlog = contacts.backlog / Double(replications)
    row.backlogAgeSeconds = backlogAge.count > 0 ? backlogAge.mean : nil
    let waited = contacts.prompt + contacts.abandoned
    if waited > 0 {
      row.asaAllSeconds = (contacts.waitSeconds + contacts.abandonedWaitSeconds) / waited
    }
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
