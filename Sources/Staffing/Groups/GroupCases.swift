internal import ContactCenter
internal import Simulation

/// The cases of a forecast: each interval of each part of the center that shares no agents with the rest.
struct GroupCases {
  /// The starts of all forecast intervals.
  let starts: [Instant]
  /// Queues and groups that hang together; by name of the first queue.
  let parts: [CenterPart]
  /// What was noticed.
  private(set) var findings: [Finding]
  private let request: GroupStaffingRequest
  private let assembled: SimulationModel
  private let links: [(from: String, to: String)]
  private let fed: Set<String>
  /// Queues that waiting contacts are moved to: no requirement by queue knows of these.
  private let movedInto: Set<String>
  /// Queues whose work may wait for hours.
  private let deferred: Set<String>
  private let position: [Instant: Int]
  private let demand: [String: [Instant: ForecastInterval]]
  private let needs: [String: [Instant: RequirementInterval]]
  /// What the intervals of queues whose customers wait are sized for, by the method over time and the risk.
  private let loads: [String: [Instant: Load]]

  /// The traffic that stands for an interval.
  private struct Load {
    var arrivalsPerSecond: Double
    var handleSeconds: Double
  }

  /// Prepares the cases; `requirement` is that of each queue on its own.
  ///
  /// *Throws*: `SimulationError` for a center that cannot be simulated; `StaffingError`.
  init(
    _ forecast: DemandForecast, _ request: GroupStaffingRequest, requirement: StaffingRequirement
  ) throws {
    let queues = request.staffing.queues
    var request = request
    // As in the requirement by queue, a list to dial is work that may wait.
    request.staffing.queues = queues.map {
      $0.behavior.outbound == nil ? $0 : OutboundInflow.queue($0)
    }
    self.request = request
    deferred = Set(
      request.staffing.queues.filter { $0.channel.mode == .deferred }.map(\.name))
    let model = try SimulationModel.assemble(
      queues: queues, groups: request.groups, forecast: forecast, staffing: .groupRequirement([]),
      grid: request.staffing.grid,
      options: AssemblyOptions(usesForecastUncertainty: false, lineGroups: request.lines))
    assembled = model.model
    let codes = ["simulation.queue-without-agents", "simulation.unknown-group"]
    findings = model.findings.filter { codes.contains($0.code) }
    position = Dictionary(
      assembled.intervals.enumerated().map { ($1.start, $0) }, uniquingKeysWith: { a, _ in a })
    demand = Dictionary(
      forecast.queues.map { queue in
        (
          queue.queue,
          Dictionary(
            queue.intervals.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
        )
      }, uniquingKeysWith: { first, _ in first })
    needs = Dictionary(
      requirement.queues.map { queue in
        (
          queue.queue,
          Dictionary(
            queue.intervals.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
        )
      }, uniquingKeysWith: { first, _ in first })
    loads = try Self.loads(forecast, request.staffing)
    let known = Set(queues.map(\.name))
    starts = Set(
      forecast.queues.filter { known.contains($0.queue) }.flatMap { $0.intervals.map(\.start) }
    ).sorted()
    links = CenterPart.links(queues)
    fed = Set(links.map(\.to))
    movedInto = Set(
      queues.flatMap(\.steps).compactMap { step in
        if case .move(let target) = step.action { target } else { nil }
      })
    parts = CenterPart.all(
      queues: known, groups: assembled.groups, links: links, lines: request.lines)
  }

  /// The case of a part at the start of an interval.
  func groupCase(_ part: CenterPart, at start: Instant) -> GroupCase {
    let groups = part.groups.compactMap { name in assembled.groups.first { $0.name == name } }
    var works: [GroupCase.Work] = []
    var goals: [GroupGoal] = []
    var bounds: [PooledBound.Work] = []
    var queues: [Queue] = []
    for name in part.queues {
      guard let model = assembled.queues.first(where: { $0.name == name }),
        let queue = request.staffing.queues.first(where: { $0.name == name })
      else { continue }
      let serving = groups.indices.filter { groups[$0].queues.contains(name) }
      works.append(work(queue, model, start, serving))
      queues.append(queue)
    }
    mark(&works)
    let span = Double(GroupCase.spans(works).measured)
    for (index, queue) in queues.enumerated() where isOpen(queue, at: start) {
      goals += self.goals(of: queue, works[index], index, groups, span: span)
      bounds.append(bound(queue, works[index], groups, at: start))
    }
    let costs = groups.map { $0.costPerHour > 0 && $0.costPerHour.isFinite ? $0.costPerHour : 1 }
    return GroupCase(
      groups: groups, costs: costs, queues: works,
      goals: goals, bound: PooledBound(bounds),
      start: PooledStart.rows(works, groups),
      lines: request.lines.filter { !Set($0.queues).isDisjoint(with: part.queues) },
      limits: limits(groups, at: start))
  }

  /// Sites that have a minimum and a group that serves an open queue.
  func sitesToOccupy(at start: Instant) -> [Site] {
    let open = openQueues(at: start)
    return request.sites.filter { site in
      site.minimumAgents > 0
        && request.groups.contains {
          $0.site == site.name && !open.isDisjoint(with: $0.queues)
        }
    }
  }

  private func openQueues(at start: Instant) -> Set<String> {
    Set(request.staffing.queues.filter { isOpen($0, at: start) }.map(\.name))
  }

  private func limits(_ groups: [GroupModel], at start: Instant) -> GroupLimits {
    let open = openQueues(at: start)
    let staffed = Set(parts.flatMap(\.groups))
    return GroupLimits(
      groups.map(\.name), isOpen: groups.map { !open.isDisjoint(with: $0.queues) },
      groups: request.groups.filter { staffed.contains($0.name) }, sites: request.sites)
  }

  /// Tells each queue whether contacts reach it, and work that may wait whether a simulation may judge it.
  private func mark(_ works: inout [GroupCase.Work]) {
    var reached = Set(works.filter { $0.arrivalsPerSecond > 0 }.map(\.model.name))
    while true {
      let next = links.filter { reached.contains($0.from) && !reached.contains($0.to) }
      if next.isEmpty { break }
      reached.formUnion(next.map(\.to))
    }
    for index in works.indices {
      works[index].isReached =
        !works[index].groups.isEmpty && reached.contains(works[index].model.name)
    }
    let live = Set(works.filter { $0.isReached && !$0.isDeferred }.flatMap(\.groups))
    for (index, work) in works.enumerated() where work.isDeferred && work.isReached {
      guard !live.isDisjoint(with: work.groups) || movedInto.contains(work.model.name) else {
        continue
      }
      works[index].deadline = work.model.target.threshold.value
    }
  }

  /// The promises of a queue that a simulation of `span` seconds can judge.
  private func goals(
    of queue: Queue, _ work: GroupCase.Work, _ index: Int, _ groups: [GroupModel], span: Double
  ) -> [GroupGoal] {
    guard work.isReached else { return [] }
    let all = GroupGoal.all(
      of: queue.target, queue: queue.name, index: index, groups: work.groups,
      slots: work.groups.map { slots(groups[$0]) })
    guard work.isDeferred else { return all }
    guard let deadline = work.deadline else { return [] }
    return span >= GroupCase.fewestDeadlines * deadline
      ? all : all.filter { $0.measure == .occupancy }
  }

  private func work(
    _ queue: Queue, _ model: QueueModel, _ start: Instant, _ serving: [Int]
  ) -> GroupCase.Work {
    let interval = position[start] ?? 0
    let need = needs[queue.name]?[start]
    var model = model
    model.busynessVariation = 0
    model.behavior.intervalVariation = 0
    model.behavior.busynessCorrelation = Share(0)
    // Their responses are in the forecast.
    model.behavior.campaigns = []
    model.arrivals = .rates
    model.openSeconds = nil
    model.initialBacklog = 0
    // The rate of work that may wait has all who come, come back, or are handed on.
    model.behavior.transfers.removeAll { deferred.contains($0.queue) }
    if let again = model.behavior.redial, deferred.contains(again.queue ?? queue.name) {
      model.behavior.redial = nil
    }
    if let again = model.behavior.recontact, deferred.contains(again.queue ?? queue.name) {
      model.behavior.recontact = nil
    }
    let handle = model.meanHandleSeconds[interval]
    var work = GroupCase.Work(
      model: model, arrivalsPerSecond: 0, handleSeconds: handle,
      dedicatedAgents: need?.agents ?? 0, isDeferred: deferred.contains(queue.name),
      groups: serving)
    guard isOpen(queue, at: start), !serving.isEmpty else { return work }
    if work.isDeferred {
      // Work that may wait comes at the rate at which the fluid requirement works it off.
      work.model.behavior.selfService = nil
      let seconds = need?.handleSecondsMean ?? handle
      work.arrivalsPerSecond = seconds > 0 ? erlangs(queue, at: start) / seconds : 0
    } else if let load = loads[queue.name]?[start] {
      work.arrivalsPerSecond = load.arrivalsPerSecond
      work.handleSeconds = load.handleSeconds
    }
    return work
  }

  /// The loads of all queues whose customers wait: rates and risk as a requirement by queue has them.
  private static func loads(
    _ forecast: DemandForecast, _ request: StaffingRequest
  ) throws(StaffingError) -> [String: [Instant: Load]] {
    var result: [String: [Instant: Load]] = [:]
    for queue in request.queues where queue.channel.mode != .deferred {
      guard let demand = forecast[queue: queue.name], !demand.intervals.isEmpty else { continue }
      let loads = try WaitingLoads(demand, queue, request)
      var own: [Instant: Load] = [:]
      for (number, block) in loads.profile.blocks.enumerated() where loads.arrives(in: number) {
        for step in block.steps {
          own[demand.intervals[step].start] = Load(
            arrivalsPerSecond: loads.sized[number], handleSeconds: block.handleSeconds)
        }
      }
      result[queue.name] = own
    }
    return result
  }

  /// What the requirement of work that may wait works off at a time.
  private func erlangs(_ queue: Queue, at start: Instant) -> Double {
    let perAgent = Double(queue.sessions) * min(1, queue.target.maximumOccupancy?.value ?? 1)
    return (needs[queue.name]?[start]?.agentsExact ?? 0) * perAgent
  }

  private func isOpen(_ queue: Queue, at start: Instant) -> Bool {
    let interval =
      demand[queue.name]?[start]
      ?? ForecastInterval(start: start, offered: 0, handleSecondsMean: nil)
    // Without opening hours a queue is open where contacts are forecast; one that others hand them to, always.
    return request.staffing.isOpen(queue, at: interval)
      || (queue.openingHours == nil && fed.contains(queue.name))
      || (deferred.contains(queue.name) && erlangs(queue, at: start) > 0)
  }

  /// How many contacts an agent of a group can have at once.
  private func slots(_ group: GroupModel) -> Int {
    max(
      1,
      request.staffing.queues.filter { group.queues.contains($0.name) }.map(\.sessions).max() ?? 1)
  }

  /// What can be proven of a queue.
  ///
  /// Work that may wait needs what its own requirement has in the interval, whatever becomes of its contacts.
  private func bound(
    _ queue: Queue, _ work: GroupCase.Work, _ groups: [GroupModel], at start: Instant
  ) -> PooledBound.Work {
    let target = queue.target
    let speed = work.groups.map { groups[$0].proficiencies[queue.name] ?? 1 }.max() ?? 1
    let countsAll = target.definition == .offered || target.definition == .genesys
    let level = countsAll ? target.serviceLevel?.value : nil
    // Without any target a queue is staffed to carry its load.
    let isPatient = queue.patience == nil || target.text.isEmpty
    let answered =
      isPatient || work.isDeferred
      ? 1 : max(level ?? 0, 1 - (target.maximumAbandonment?.value ?? 1))
    let shape = queue.handleTimeShape ?? .usual(variation: queue.handleTimeVariation)
    let isExponential = shape == .exponential && !work.isDeferred
    let isKnown = !work.groups.isEmpty && isPlain(queue, work)
    let load = work.groups.isEmpty ? 0 : erlangs(queue, at: start)
    return PooledBound.Work(
      queue: queue.name,
      arrivalsPerSecond: work.isDeferred ? load : isKnown ? work.arrivalsPerSecond : 0,
      handleSeconds: (work.isDeferred ? 1 : work.handleSeconds) / max(speed, 1e-6),
      groups: work.groups.map { groups[$0].name }, answered: min(1, max(0, answered)),
      inTime: isExponential ? level : nil, thresholdSeconds: target.threshold.value,
      sessions: queue.sessions, slots: work.groups.map { slots(groups[$0]) }.max(),
      occupancy: target.maximumOccupancy?.value ?? 1,
      minimumAgents: work.groups.isEmpty ? 0 : max(0, queue.minimumAgents))
  }

  /// Whether all contacts forecast, and no others, wait for an agent here.
  private func isPlain(_ queue: Queue, _ work: GroupCase.Work) -> Bool {
    let moves = queue.steps.contains { step in
      if case .open = step.action { false } else { true }
    }
    return work.model.behavior == QueueBehavior() && !moves && !fed.contains(queue.name)
      && !request.lines.contains { $0.queues.contains(queue.name) }
  }
}
