public import ContactCenter

extension SimulationModel {
  /// The model that the plan's nouns describe.
  ///
  /// It covers the intervals of `grid` from the first to the last of the forecast. A group's queues are served by
  /// the queues' priority (1 first), live before deferred work, then in the group's own order. A contact first tries
  /// the groups that serve the fewest queues, so that the agents who can do everything stay free; among equals the
  /// agent idle longest. Agents count while their roster says work.
  ///
  /// *Throws*: ``SimulationError`` if nothing is forecast, or a queue has contacts but no handle time.
  public static func assemble(
    queues: [Queue], groups: [AgentGroup], forecast: DemandForecast, staffing: PlannedStaffing,
    grid: TimeGrid, options: AssemblyOptions = AssemblyOptions()
  ) throws(SimulationError) -> AssembledModel {
    var assembly = try ModelAssembly(queues: queues, forecast: forecast, grid: grid)
    try assembly.addQueues(options)
    try assembly.addStaff(staffing, groups: groups, options)
    assembly.addRouting()
    assembly.addPeriods(grid)
    let model = assembly.model.warmedUp(days: min(options.warmUpDays, 28))
    return AssembledModel(model: model, findings: assembly.findings)
  }
}

/// A model under construction.
struct ModelAssembly {
  private let queues: [Queue]
  private let forecast: DemandForecast
  private let indexOfStart: [Instant: Int]
  private(set) var model: SimulationModel
  private(set) var findings: [Finding] = []

  init(queues: [Queue], forecast: DemandForecast, grid: TimeGrid) throws(SimulationError) {
    self.queues = queues.sorted { $0.name < $1.name }
    self.forecast = forecast
    let starts = forecast.queues.flatMap { $0.intervals.map(\.start) }
    guard let first = starts.min(), let last = starts.max() else {
      throw SimulationError(
        "the forecast has no interval", place: "forecast", advice: "Maybe the horizon is empty.")
    }
    let intervals = grid.intervals(from: first, to: grid.interval(containing: last).end)
    indexOfStart = Dictionary(
      intervals.enumerated().map { ($1.start, $0) }, uniquingKeysWith: { first, _ in first })
    model = SimulationModel(
      intervals: intervals, queues: [], groups: [], staffing: .counts([:]))
    for queue in forecast.queues where !queues.contains(where: { $0.name == queue.queue }) {
      findings.append(
        Finding(
          .warning, code: "simulation.unknown-queue",
          "the forecast has the queue \(queue.queue), which is not in the plan; it is left out",
          place: queue.queue, advice: "Maybe the name is misspelled."))
    }
  }

  mutating func addQueues(_ options: AssemblyOptions) throws(SimulationError) {
    for queue in queues {
      let demand = forecast[queue: queue.name]
      if demand == nil {
        findings.append(
          Finding(
            .warning, code: "simulation.no-forecast",
            "the queue \(queue.name) has no forecast; no contacts are simulated",
            place: queue.name, advice: "Maybe its history is missing."))
      }
      var contacts = [Double](repeating: 0, count: model.intervals.count)
      var handle = [Double](repeating: queue.handleTime?.value ?? 0, count: contacts.count)
      for interval in demand?.intervals ?? [] {
        guard let index = indexOfStart[interval.start] else {
          throw SimulationError(
            "the forecast has an interval that is none of the plan's grid", place: queue.name,
            advice: "Maybe the forecast was made with another interval length or time zone.")
        }
        contacts[index] += interval.offered
        if let mean = interval.handleSecondsMean { handle[index] = mean }
        if interval.offered > 0, interval.handleSecondsMean == nil, queue.handleTime == nil {
          throw SimulationError(
            "contacts are forecast, but no handle time is known", place: queue.name,
            advice: "Maybe give the queue a handle time in the plan.")
        }
      }
      let variation =
        options.usesForecastUncertainty
        ? demand.map(ForecastUncertainty.busynessVariation) ?? 0 : 0
      model.queues.append(
        QueueModel(
          name: queue.name, channel: queue.channel.name, expectedContacts: contacts,
          meanHandleSeconds: handle, handleTimeVariation: queue.handleTimeVariation,
          meanPatienceSeconds: queue.patience?.value, busynessVariation: variation,
          target: queue.target, sessions: queue.sessions,
          initialBacklog: options.initialBacklog[queue.name] ?? 0))
    }
  }

  mutating func addStaff(
    _ staffing: PlannedStaffing, groups: [AgentGroup], _ options: AssemblyOptions
  ) throws(SimulationError) {
    let ordered = groups.map { GroupModel(name: $0.name, queues: inOrder($0.queues)) }
    switch staffing {
    case .requirement(let requirement):
      model.groups = queues.map { GroupModel(name: $0.name, queues: [$0.name]) }
      var counts: [String: [Int]] = [:]
      for queue in requirement.queues where model.groups.contains(where: { $0.name == queue.queue })
      {
        counts[queue.queue] = try numbers(
          queue.intervals.map { ($0.start, $0.agents) }, place: queue.queue)
      }
      model.staffing = .counts(counts)
    case .groupRequirement(let rows):
      model.groups = ordered
      var counts: [String: [Int]] = [:]
      for (name, own) in Dictionary(grouping: rows, by: \.group).sorted(by: { $0.key < $1.key }) {
        counts[name] = try numbers(own.map { ($0.start, $0.agents) }, place: name)
      }
      model.staffing = .counts(counts)
    case .roster(let roster, let agents):
      let origin = model.intervals.first?.start ?? Instant(secondsSinceEpoch: 0)
      let spans = RosterSpans(roster, agents: agents, groups: groups, origin: origin) {
        inOrder($0)
      }
      model.groups = spans.groups
      model.staffing = .roster(spans.spans)
      model.absence = options.absence.value
      findings += spans.findings
    }
  }

  /// Queue names by priority, live before deferred work, then as given.
  private func inOrder(_ names: [String]) -> [String] {
    names.enumerated().sorted { first, second in
      key(first) < key(second)
    }.map(\.element)
  }

  private func key(_ item: (offset: Int, element: String)) -> (Int, Int, Int) {
    let queue = queues.first { $0.name == item.element }
    return (queue?.priority ?? 1, queue?.channel.mode == .deferred ? 1 : 0, item.offset)
  }

  private func numbers(
    _ rows: [(start: Instant, agents: Int)], place: String
  ) throws(SimulationError) -> [Int] {
    var result = [Int](repeating: 0, count: model.intervals.count)
    for row in rows {
      // A requirement may cover more than the forecast that is simulated.
      if let index = indexOfStart[row.start] { result[index] = row.agents }
    }
    return result
  }

  mutating func addRouting() {
    for index in model.queues.indices {
      let name = model.queues[index].name
      let serving = model.groups.filter { $0.queues.contains(name) }
      let sizes = Set(serving.map(\.queues.count)).sorted()
      model.queues[index].groupTiers = sizes.map { size in
        serving.filter { $0.queues.count == size }.map(\.name).sorted()
      }
      if serving.isEmpty, model.queues[index].expectedContacts.contains(where: { $0 > 0 }) {
        findings.append(
          Finding(
            .warning, code: "simulation.queue-without-agents",
            "no agent serves the queue \(name): all its contacts wait or give up", place: name,
            advice: "Maybe a group or a skill is missing."))
      }
    }
  }

  /// Days and weeks, by the local date on which an interval begins; weeks begin on Monday.
  mutating func addPeriods(_ grid: TimeGrid) {
    let dates = model.intervals.map { grid.date(of: $0.start) }
    model.days = Self.runs(dates.map(\.daysSinceEpoch))
    // 1970-01-01 was a Thursday.
    model.weeks = Self.runs(dates.map { ($0.daysSinceEpoch + 3 + 7_000_000) / 7 })
  }

  /// The ranges of equal neighbors.
  private static func runs(_ values: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in values.indices
    where index + 1 == values.count || values[index + 1] != values[index] {
      result.append(start..<(index + 1))
      start = index + 1
    }
    return result
  }
}
