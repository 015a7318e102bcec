public import ContactCenter

extension SimulationModel {
  /// The model that the plan's nouns describe.
  ///
  /// It covers the intervals of `grid` from the first to the last of the forecast. A group's queues are served by
  /// the queues' priority (1 first), live before deferred work, then in the group's own order. A contact first tries
  /// the groups that serve the fewest queues, so that the agents who can do everything stay free; among equals the
  /// agent idle longest, unless the queue chooses otherwise. Agents count while their roster says work.
  ///
  /// Behaviors are copied as the queues have them. A queue is open in its week's hours where its clock or its closing
  /// asks for them. Where a requirement staffs each queue on its own, steps that open groups and reserves in groups do
  /// nothing, and a finding says so.
  ///
  /// *Throws*: ``SimulationError`` if nothing is forecast, a queue has contacts but no handle time, or forecast or
  /// paths are of another grid.
  public static func assemble(
    queues: [Queue], groups: [AgentGroup], forecast: DemandForecast, staffing: PlannedStaffing,
    grid: TimeGrid, options: AssemblyOptions = AssemblyOptions()
  ) throws(SimulationError) -> AssembledModel {
    var assembly = try ModelAssembly(queues: queues, groups: groups, forecast: forecast, grid: grid)
    try assembly.addQueues(options)
    try assembly.addPaths(options.paths)
    assembly.addContacts(options.contacts)
    try assembly.addStaff(staffing, options)
    assembly.addAttendance(options.attendance)
    assembly.addRouting(staffing)
    assembly.addPeriods()
    let model = assembly.model.warmedUp(days: min(options.warmUpDays, 28))
    return AssembledModel(model: model, findings: assembly.findings)
  }
}

/// A model under construction.
struct ModelAssembly {
  let queues: [Queue]
  let groups: [AgentGroup]
  let grid: TimeGrid
  private let forecast: DemandForecast
  private let indexOfStart: [Instant: Int]
  var model: SimulationModel
  var findings: [Finding] = []

  init(
    queues: [Queue], groups: [AgentGroup], forecast: DemandForecast, grid: TimeGrid
  ) throws(SimulationError) {
    self.queues = queues.sorted { $0.name < $1.name }
    self.groups = groups
    self.grid = grid
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

  /// The index of the interval that begins here, if the model has it.
  func index(of start: Instant) -> Int? { indexOfStart[start] }

  mutating func addQueues(_ options: AssemblyOptions) throws(SimulationError) {
    let fed = queuesFedByOthers
    for queue in queues {
      let demand = forecast[queue: queue.name]
      if demand == nil, !fed.contains(queue.name) {
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
      if !fed.isEmpty || queue.behavior != QueueBehavior() {
        handle = try filled(handle, contacts, queue.name, isFed: fed.contains(queue.name))
      }
      let variation =
        options.usesForecastUncertainty
        ? demand.map(ForecastUncertainty.busynessVariation) ?? 0 : 0
      model.queues.append(
        QueueModel(
          name: queue.name, channel: queue.channel.name, expectedContacts: contacts,
          meanHandleSeconds: handle, handleTimeVariation: queue.handleTimeVariation,
          meanPatienceSeconds: queue.patience?.value,
          busynessVariation: queue.busynessVariation ?? variation, target: queue.target,
          sessions: queue.sessions, initialBacklog: options.initialBacklog[queue.name] ?? 0,
          handleTimeShape: queue.handleTimeShape, patienceShape: queue.patienceShape,
          behavior: queue.behavior, agentChoice: queue.agentChoice, rank: queue.rank,
          openSeconds: openSeconds(of: queue), site: queue.site))
    }
  }

  /// Queues that others hand contacts to.
  var queuesFedByOthers: [String] {
    queues.flatMap { queue in
      let behavior = queue.behavior
      let moves: [String?] = queue.steps.map {
        if case .move(let target) = $0.action { target } else { nil }
      }
      return behavior.transfers.map(\.queue)
        + ([behavior.redial?.queue, behavior.recontact?.queue] + moves).compactMap { $0 }
    }
  }

  /// Handle times also for intervals without a forecast, into which contacts come that were elsewhere before.
  private func filled(
    _ handle: [Double], _ contacts: [Double], _ queue: String, isFed: Bool
  ) throws(SimulationError) -> [Double] {
    guard handle.contains(0) else { return handle }
    let known = handle.indices.filter { handle[$0] > 0 }
    var work = 0.0
    var weight = 0.0
    for index in known {
      work += handle[index] * contacts[index]
      weight += contacts[index]
    }
    let plain = known.reduce(0) { $0 + handle[$1] } / Double(max(1, known.count))
    let mean = weight > 0 ? work / weight : plain
    guard mean > 0 || !isFed else {
      throw SimulationError(
        "other queues hand contacts to it, but no handle time is known", place: queue,
        advice: "Maybe give the queue a handle time in the plan.")
    }
    return handle.map { $0 > 0 ? $0 : mean }
  }

  /// Days and weeks, by the local date on which an interval begins; weeks begin on Monday.
  mutating func addPeriods() {
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
