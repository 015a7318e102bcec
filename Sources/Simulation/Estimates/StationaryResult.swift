public import ContactCenter
internal import Probability

/// What one long run of an unchanging center found.
public struct StationaryResult: Sendable {
  /// One row of period `run` for the center, its channels, queues and groups, with the record's decimals.
  ///
  /// Volumes and cost are those of the measured time; half-widths are of batch means; quantiles and the probability of
  /// the target are over batches.
  public let outcome: Outcome
  /// The service level of center, channels and queues under every definition, with half-widths of batch means.
  public let serviceLevels: [ServiceLevelEstimate]
  /// Seconds at the start that are left out, found by MSER-5.
  public let warmUpSeconds: Double
  /// Seconds that are measured.
  public let measuredSeconds: Double
  /// How many batches they are cut into.
  public let batches: Int
  /// The correlation of the mean waits of neighboring batches.
  ///
  /// Where it is clearly positive, above 0.3 say, batches are too short and the half-widths too small: a longer run helps.
  public let batchCorrelation: Double

  init(
    _ tally: ReplicationTally, _ estimate: StationaryEstimate, _ model: SimulationModel,
    _ layout: ModelLayout
  ) {
    let subjects = OutcomeSubject.all(layout)
    var rows = Array(repeating: OutcomeAccumulator(), count: subjects.count)
    var definitions = ServiceLevelsByDefinition(subjects)
    var tallies = PeriodTallies(layout)
    for batch in estimate.batches {
      tallies.fill(tally, over: batch)
      definitions.add([tallies.queues])
      for (index, subject) in subjects.enumerated() {
        rows[index].add(tallies.sample(of: subject), nil, to: subject, expected: nil)
      }
    }
    let count = estimate.batches.count
    let measured = estimate.warmUpCells..<layout.intervalCount
    warmUpSeconds = layout.boundaries[measured.lowerBound]
    measuredSeconds = layout.boundaries[measured.upperBound] - warmUpSeconds
    batches = count
    batchCorrelation = estimate.batchCorrelation
    serviceLevels = definitions.estimates
    let origin = model.intervals.first?.start ?? Instant(secondsSinceEpoch: 0)
    let start = origin.advanced(by: Int(warmUpSeconds))
    let scheduled = ScheduledAgents(layout)
    let seconds = measuredSeconds
    let quantiles = StudentQuantiles(count: count)
    outcome = Outcome(
      rows: zip(subjects, rows).map { subject, accumulator in
        var row = OutcomeRow(period: .run, start: start, level: subject.level, name: subject.name)
        if !subject.queues.isEmpty {
          accumulator.fillContacts(
            &row, hasTarget: subject.target != nil, quantiles, scale: Double(count))
          row.serviceLevelDefinition = subject.definition
          row.thresholdSeconds = subject.thresholdSeconds
        }
        if !subject.groups.isEmpty {
          accumulator.fillAgents(&row, hasCost: subject.hasCost, quantiles, scale: Double(count))
          let absent = accumulator.absentSecondsMean * Double(count) / seconds
          row.agents = max(0, scheduled.meanAgents(of: subject.groups, over: measured) - absent)
        }
        return row
      }
    ).rounded()
  }
}
