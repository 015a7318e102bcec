internal import ContactCenter
internal import Probability

/// The rows of an outcome while replications are taken in.
struct OutcomeEstimates {
  private let layout: ModelLayout
  private let origin: Instant
  let subjects: [OutcomeSubject]
  private let periods: [OutcomePeriod]
  private let scheduled: ScheduledAgents
  /// At `period * subjects + subject`.
  private var rows: [OutcomeAccumulator]
  /// The contacts expected in each row; nil where arrivals are no control.
  private let expected: [Double?]
  private var waits: WaitQuantiles
  private var agents: AgentEstimates
  private var definitions: ServiceLevelsByDefinition
  /// The run of each subject, replication by replication.
  private(set) var runs: [[RunSums]]
  /// How many replications belong together: antithetic ones come in pairs and only the pairs are independent.
  let unitSize: Int
  private var unit: [ReplicationTally] = []
  /// Where the members of a unit are summed up over a period.
  private var books: [PeriodTallies]
  private(set) var replications = 0
  /// The contacts of all replications, whatever is reported.
  private(set) var total = QueueTally()

  init(_ model: SimulationModel, _ layout: ModelLayout, _ options: SimulationOptions) {
    self.layout = layout
    origin = model.intervals.first?.start ?? Instant(secondsSinceEpoch: 0)
    subjects = OutcomeSubject.all(layout)
    periods = OutcomePeriod.all(model, layout)
    scheduled = ScheduledAgents(layout)
    rows = Array(repeating: OutcomeAccumulator(), count: periods.count * subjects.count)
    let control = options.usesControlVariates ? ArrivalControl(layout) : nil
    var expected: [Double?] = []
    for period in periods {
      for subject in subjects {
        expected.append(control?.expected(subject.queues, over: period.intervals))
      }
    }
    self.expected = expected
    waits = WaitQuantiles(queueCount: layout.queues.count)
    agents = AgentEstimates(deskNames: layout.agentNames)
    definitions = ServiceLevelsByDefinition(subjects)
    runs = Array(repeating: [], count: subjects.count)
    unitSize = options.sampling == .antithetic ? 2 : 1
    books = Array(repeating: PeriodTallies(layout), count: unitSize)
  }

  /// Takes in the next replication.
  ///
  /// *Throws*: if the replication lost or invented a contact, which would be a bug of the engine.
  mutating func add(_ tally: ReplicationTally) throws(SimulationError) {
    for cell in tally.queues {
      guard cell.isConserved else { throw .notConserved(cell) }
      total += cell
    }
    // A backlog is a state: over intervals and replications it adds up to nothing.
    total.backlog = 0
    total.backlogAgeSeconds = 0
    replications += 1
    waits.add(tally.waits)
    unit.append(tally)
    if unit.count == unitSize { closeUnit() }
  }

  /// Takes in what is left of a pair: an odd last replication is a unit of its own.
  mutating func finish() {
    if !unit.isEmpty { closeUnit() }
  }

  private mutating func closeUnit() {
    for period in periods.indices {
      for member in unit.indices {
        books[member].fill(unit[member], over: periods[period].intervals)
      }
      if period == 0 { definitions.add(books.prefix(unit.count).map(\.queues)) }
      for subject in subjects.indices { addRow(period, subject) }
    }
    agents.add(unit)
    unit.removeAll(keepingCapacity: true)
  }

  private mutating func addRow(_ period: Int, _ subject: Int) {
    let row = period * subjects.count + subject
    let first = books[0].sample(of: subjects[subject])
    let second = unit.count > 1 ? books[1].sample(of: subjects[subject]) : nil
    rows[row].add(first, second, to: subjects[subject], expected: expected[row])
    if period == 0 {
      runs[subject].append(RunSums(first))
      if let second { runs[subject].append(RunSums(second)) }
    }
  }

  /// The 95 % half-width of the center's service level in the run; nil where there is none yet.
  var halfWidth: Double? {
    let width = rows[0].serviceLevelInterval.halfWidth
    return width.isFinite ? width : nil
  }

  /// The run's service levels under every definition.
  var serviceLevels: [ServiceLevelEstimate] { definitions.estimates }

  /// The outcome with the record's decimals.
  func outcome() -> Outcome {
    var result: [OutcomeRow] = []
    result.reserveCapacity(rows.count)
    let quantiles = StudentQuantiles(count: rows[0].units)
    for (number, period) in periods.enumerated() {
      for (index, subject) in subjects.enumerated() {
        let accumulator = rows[number * subjects.count + index]
        if accumulator.replications > 0 {
          result.append(row(accumulator, period, subject, quantiles))
        }
      }
    }
    if let run = periods.first {
      result += agents.rows(start: start(run), seconds: layout.boundaries[layout.intervalCount])
    }
    return Outcome(rows: result).rounded()
  }

  private func start(_ period: OutcomePeriod) -> Instant {
    origin.advanced(by: Int(layout.boundaries[period.intervals.lowerBound]))
  }

  private func row(
    _ accumulator: OutcomeAccumulator, _ period: OutcomePeriod, _ subject: OutcomeSubject,
    _ quantiles: StudentQuantiles
  ) -> OutcomeRow {
    var row = OutcomeRow(
      period: period.kind, start: start(period), level: subject.level, name: subject.name)
    if !subject.queues.isEmpty {
      accumulator.fillContacts(&row, hasTarget: subject.target != nil, quantiles)
      row.serviceLevelDefinition = subject.definition
      row.thresholdSeconds = subject.thresholdSeconds
      if let days = period.days {
        let histogram = waits.histogram(days: days, queues: subject.queues)
        row.waitP50Seconds = WaitQuantiles.quantile(histogram, probability: 0.5)
        row.waitP90Seconds = WaitQuantiles.quantile(histogram, probability: 0.9)
        row.waitP95Seconds = WaitQuantiles.quantile(histogram, probability: 0.95)
      }
    }
    if !subject.groups.isEmpty {
      accumulator.fillAgents(&row, hasCost: subject.hasCost, quantiles)
      let seconds =
        layout.boundaries[period.intervals.upperBound]
        - layout.boundaries[period.intervals.lowerBound]
      // Spans that begin or end inside a second may leave a rounding below zero where nobody came.
      row.agents = max(
        0,
        scheduled.meanAgents(of: subject.groups, over: period.intervals)
          - accumulator.absentSecondsMean / seconds)
    }
    return row
  }
}

extension SimulationError {
  /// A replication lost or invented a contact.
  static func notConserved(_ cell: QueueTally) -> SimulationError {
    let fates: [(String, Int)] = [
      ("answered", cell.answered), ("abandoned", cell.abandoned), ("blocked", cell.blocked),
      ("contained", cell.contained), ("not reached", cell.unreached), ("moved", cell.movedOut),
      ("waiting", cell.waiting), ("in self-service", cell.inSelfService),
    ]
    let told = fates.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    return SimulationError(
      "\(cell.offered) contacts offered, but \(told)", place: "simulation",
      advice: "Maybe report this: it is a bug of the simulation.")
  }
}
