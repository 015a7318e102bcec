internal import ContactCenter
internal import Queueing

/// The parts of a requirement of a queue whose customers wait, for `Staffer.explain`.
struct WaitingParts {
  private let row: RequirementInterval
  private let queue: Queue
  private let traffic: Traffic
  private let sized: Traffic
  private let options: StaffingOptions
  private let sizing: WaitingSizing

  init(
    _ interval: ForecastInterval, _ row: RequirementInterval, _ queue: Queue,
    _ request: StaffingRequest, _ demand: QueueForecast
  ) throws(StaffingError) {
    self.row = row
    self.queue = queue
    self.options = request.options
    self.sizing = try WaitingSizing(queue: queue, options: request.options)
    let loads = try WaitingLoads(demand, queue, request)
    let index = demand.intervals.firstIndex { $0.start == interval.start }
    guard let index, let block = loads.profile.blocks.firstIndex(where: { $0.steps ~= index })
    else {
      throw .noInterval(queue: queue.name, start: interval.start)
    }
    do {
      traffic = try loads.traffic(block, rate: loads.expected[block], sizing)
      sized = try loads.traffic(block, rate: loads.sized[block], sizing)
    } catch {
      throw .queueing(queue: queue.name, start: interval.start, error)
    }
  }

  /// From the load to the whole number of agents.
  mutating func steps() throws(StaffingError) -> [StaffingExplanation.Step] {
    guard row.agentsExact != nil else { return try stepsTogether() }
    var service = queue
    service.minimumAgents = 0
    service.maximumAgents = nil
    service.target.maximumOccupancy = nil
    service.target.maximumASA = nil
    service.target.maximumAbandonment = nil
    let level = try answer(service)
    let levelExact = level.agentsExact ?? Double(level.agents)
    service.target.maximumASA = queue.target.maximumASA
    service.target.maximumAbandonment = queue.target.maximumAbandonment
    let limited = try answer(service)
    service.target.maximumOccupancy = queue.target.maximumOccupancy
    let capped = try answer(service)
    let perAgent = sized.loadErlangs / Double(queue.sessions)
    let stable = sizing.model.agentsToExceed(for: sized) / Double(sizing.slots)
    var steps: [StaffingExplanation.Step] = [
      .init(
        "smallest stable", Double(Int(stable) + 1), "agents",
        source: stable > 0 ? "more agents than load" : "none: customers give up"),
      .init(
        "queueing margin", levelExact - perAgent, "agents",
        source: "\(sizing.model.name) for the service level, over the load per agent"),
      .init("agents exact", levelExact, "agents", source: "load per agent + margin"),
      .init(
        "rounding", Double(level.agents) - levelExact, "agents", source: "to whole agents"),
    ]
    add(&steps, "limits on wait and abandonment", limited.agents - level.agents)
    add(&steps, "occupancy cap", capped.agents - limited.agents)
    add(&steps, "minimum agents", max(0, row.agents - capped.agents))
    add(&steps, "maximum agents", min(0, row.agents - capped.agents))
    if let last = lastAgent() { steps.append(last) }
    return steps
  }

  /// Where the interval does not stand alone: what it would need if it did, and what the others change.
  private func stepsTogether() throws(StaffingError) -> [StaffingExplanation.Step] {
    var single = queue
    single.target.span = .interval
    let alone = try answer(single)
    var steps: [StaffingExplanation.Step] = [
      .init(
        "agents alone", Double(alone.agents), "agents",
        source: "\(sizing.model.name) for the same target in this interval alone"),
      .init(
        "together", Double(row.agents - alone.agents), "agents",
        source: queue.target.span == .interval
          ? "what simulation asks of the intervals around"
          : "the \(queue.target.span.rawValue)'s contacts together need the fewest so"),
    ]
    if let last = lastAgent() { steps.append(last) }
    return steps
  }

  /// One to five agents fewer and more.
  func neighbors() -> [StaffingExplanation.Neighbor] {
    (max(1, row.agents - 5)...max(1, row.agents + 5)).map { agents in
      var neighbor = StaffingExplanation.Neighbor(agents: agents)
      if let measures = try? sizing.measures(of: traffic, agents: agents) {
        neighbor.serviceLevel = measures.serviceLevel(queue.target.definition)
        neighbor.asaSeconds = measures.meanWaitAnsweredSeconds
        neighbor.asaAllSeconds = measures.meanWaitSeconds
        neighbor.isTargetMet = sizing.goal.margin(of: measures) >= 0
        neighbor.abandonment = measures.abandonment
        neighbor.occupancy = measures.occupancy
      }
      return neighbor
    }
  }

  /// The definitions side by side: what the agents reach, and how many the interval alone would need.
  func definitions() -> [StaffingExplanation.Definition] {
    guard let measures = try? sizing.achieved(of: traffic, agents: row.agents) else { return [] }
    return ServiceLevelDefinition.allCases.map { definition in
      var own = queue
      own.target.definition = definition
      own.target.span = .interval
      return StaffingExplanation.Definition(
        definition: definition, serviceLevel: measures.serviceLevel(definition),
        agents: queue.target.serviceLevel == nil ? nil : (try? answer(own))?.agents)
    }
  }

  private func answer(_ queue: Queue) throws(StaffingError) -> WaitingSizing.Answer {
    var sizing = try WaitingSizing(queue: queue, options: options)
    do {
      return try sizing.size(for: sized, expected: traffic)
    } catch {
      throw .queueing(queue: queue.name, start: row.start, error)
    }
  }

  private func add(
    _ steps: inout [StaffingExplanation.Step], _ name: String, _ agents: Int
  ) {
    guard agents != 0 else { return }
    steps.append(.init(name, Double(agents), "agents", source: "plan, queue \(queue.name)"))
  }

  /// What the last agent brings: the contacts that would otherwise be lost, and so the price of a lost contact
  /// at which that agent costs nothing.
  private func lastAgent() -> StaffingExplanation.Step? {
    guard row.agents > 1, traffic.isPatienceFinite, let offered = row.offered,
      let with = try? sizing.measures(of: traffic, agents: row.agents),
      let without = try? sizing.measures(of: traffic, agents: row.agents - 1)
    else { return nil }
    let saved = offered * (without.abandonment - with.abandonment)
    return .init(
      "cost-neutral", saved, "contacts",
      source: "saved by the last agent, who pays if these are worth an interval's wage")
  }
}
