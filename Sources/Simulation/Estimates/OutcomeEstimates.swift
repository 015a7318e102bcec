internal import ContactCenter

/// The rows of an outcome while replications are taken in.
struct OutcomeEstimates {
  /// A period of the outcome.
  struct Period {
    var kind: OutcomeRow.Period
    var intervals: Range<Int>
  }

  private let layout: ModelLayout
  private let origin: Instant
  private let subjects: [OutcomeSubject]
  private let periods: [Period]
  /// Scheduled agent-seconds at `interval * groups + group`.
  private let scheduled: ScheduledAgents
  /// At `period * subjects + subject`.
  private var rows: [OutcomeAccumulator]
  /// The contacts of all replications, whatever is reported.
  private(set) var total = QueueTally()

  init(_ model: SimulationModel, _ layout: ModelLayout) {
    self.layout = layout
    origin = model.intervals.first?.start ?? Instant(secondsSinceEpoch: 0)
    subjects = OutcomeSubject.all(layout)
    periods = Self.periods(model, count: layout.intervalCount)
    scheduled = ScheduledAgents(layout)
    rows = Array(repeating: OutcomeAccumulator(), count: periods.count * subjects.count)
  }

  /// Takes in the next replication.
  ///
  /// *Throws*: if the replication lost or invented a contact, which would be a bug of the engine.
  mutating func add(_ tally: ReplicationTally) throws(SimulationError) {
    for cell in tally.queues {
      guard cell.isConserved else {
        throw SimulationError(
          "\(cell.offered) contacts offered, but \(cell.answered) answered, \(cell.abandoned) abandoned and \(cell.waiting) waiting",
          place: "simulation", advice: "Maybe report this: it is a bug of the simulation.")
      }
      total += cell
    }
    let queueCount = layout.queues.count
    let groupCount = layout.groups.count
    for (number, period) in periods.enumerated() {
      let queues = (0..<queueCount).map { tally.queue($0, over: period.intervals) }
      let groups = (0..<groupCount).map { tally.group($0, over: period.intervals) }
      let levels = queues.indices.map {
        ServiceLevelCount(queues[$0], layout.queues[$0].target.definition)
      }
      for (index, subject) in subjects.enumerated() {
        var contacts = QueueTally()
        var level = ServiceLevelCount()
        var agents = GroupTally()
        for queue in subject.queues {
          contacts += queues[queue]
          level += levels[queue]
        }
        for group in subject.groups { agents += groups[group] }
        rows[number * subjects.count + index].add(
          contacts, level, agents, target: subject.target)
      }
    }
  }

  /// The outcome with the record's decimals.
  func outcome() -> Outcome {
    var result: [OutcomeRow] = []
    result.reserveCapacity(rows.count)
    for (number, period) in periods.enumerated() {
      let start = origin.advanced(by: Int(layout.boundaries[period.intervals.lowerBound]))
      for (index, subject) in subjects.enumerated() {
        let accumulator = rows[number * subjects.count + index]
        guard accumulator.replications > 0 else { continue }
        var row = OutcomeRow(
          period: period.kind, start: start, level: subject.level, name: subject.name)
        if subject.level != .group {
          accumulator.fillContacts(&row, hasTarget: subject.target != nil)
          row.serviceLevelDefinition = subject.definition
          row.thresholdSeconds = subject.thresholdSeconds
        }
        if !subject.groups.isEmpty {
          accumulator.fillOccupancy(&row)
          let seconds =
            layout.boundaries[period.intervals.upperBound]
            - layout.boundaries[period.intervals.lowerBound]
          // Spans that begin or end inside a second may leave a rounding below zero where nobody came.
          row.agents = max(
            0,
            scheduled.meanAgents(of: subject.groups, over: period.intervals)
              - accumulator.absentSecondsMean / seconds)
        }
        result.append(row)
      }
    }
    return Outcome(rows: result).rounded()
  }

  private static func periods(_ model: SimulationModel, count: Int) -> [Period] {
    let reported = min(max(0, model.firstReportedInterval), count - 1)..<count
    var periods = [Period(kind: .run, intervals: reported)]
    for week in model.weeks { periods.append(Period(kind: .week, intervals: week)) }
    for day in model.days { periods.append(Period(kind: .day, intervals: day)) }
    for interval in reported {
      periods.append(Period(kind: .interval, intervals: interval..<(interval + 1)))
    }
    return periods.compactMap { period in
      let clamped = period.intervals.clamped(to: reported)
      return clamped.isEmpty ? nil : Period(kind: period.kind, intervals: clamped)
    }
  }
}
