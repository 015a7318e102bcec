public import ContactCenter
internal import Queueing

/// A queue's requirement under one way of counting service level.
public struct DefinitionComparison: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// How the service level is counted.
  public var definition: ServiceLevelDefinition
  /// Whether it is the definition of the queue's own target.
  public var isOwn: Bool
  /// The threshold.
  public var thresholdSeconds: Double
  /// The service level of the requirement's agents over all intervals, contacts counted alike.
  public var serviceLevel: Double?
  /// The most agents at once that the same target asks for when counted so.
  public var peakAgents: Int
  /// The agent-hours it asks for.
  public var agentHours: Double
}

extension Staffer {
  /// Every queue whose customers wait, under every definition.
  ///
  /// *Throws*: what `requirement` throws.
  /// *Complexity*: eight times that of `requirement`.
  public static func definitions(
    for forecast: DemandForecast, request: StaffingRequest, requirement: StaffingRequirement
  ) throws(StaffingError) -> [DefinitionComparison] {
    var result: [DefinitionComparison] = []
    for queue in request.queues.sorted(by: { $0.name < $1.name })
    where queue.channel.mode != .deferred {
      guard let demand = forecast[queue: queue.name], let rows = requirement[queue: queue.name]
      else { continue }
      let levels = try levels(queue, demand, rows, request)
      for definition in ServiceLevelDefinition.allCases {
        var single = request
        single.queues = [queue]
        single.queues[0].target.definition = definition
        let intervals =
          definition == queue.target.definition
          ? rows.intervals
          : try Self.requirement(for: DemandForecast(queues: [demand]), request: single)
            .requirement[queue: queue.name]?.intervals ?? []
        result.append(
          DefinitionComparison(
            queue: queue.name, definition: definition, isOwn: definition == queue.target.definition,
            thresholdSeconds: queue.target.threshold.value, serviceLevel: levels[definition],
            peakAgents: intervals.map(\.agents).max() ?? 0,
            agentHours: intervals.reduce(0) {
              $0 + Double($1.agents) * request.seconds(of: $1.start) / 3600
            }))
      }
    }
    return result
  }

  /// The level of a requirement's agents over all its intervals: a ratio of sums, not a mean of ratios.
  private static func levels(
    _ queue: Queue, _ demand: QueueForecast, _ rows: QueueRequirement, _ request: StaffingRequest
  ) throws(StaffingError) -> [ServiceLevelDefinition: Double] {
    let sizing = try WaitingSizing(queue: queue, options: request.options)
    let loads = try WaitingLoads(demand, queue, request)
    var inTime = [Double](repeating: 0, count: ServiceLevelDefinition.allCases.count)
    var counted = inTime
    let agents = Dictionary(uniqueKeysWithValues: rows.intervals.map { ($0.start, $0.agents) })
    for (index, block) in loads.profile.blocks.enumerated() {
      guard let first = block.steps.first, let count = agents[demand.intervals[first].start],
        let traffic = try? loads.traffic(index, rate: loads.expected[index], sizing),
        let measures = try? sizing.achieved(of: traffic, agents: count)
      else { continue }
      let contacts = loads.contacts[index]
      for (place, definition) in ServiceLevelDefinition.allCases.enumerated() {
        let share = definition.denominator(measures)
        inTime[place] += contacts * share * measures.serviceLevel(definition)
        counted[place] += contacts * share
      }
    }
    var levels: [ServiceLevelDefinition: Double] = [:]
    for (place, definition) in ServiceLevelDefinition.allCases.enumerated()
    where counted[place] > 0 {
      levels[definition] = inTime[place] / counted[place]
    }
    return levels
  }
}

extension ServiceLevelDefinition {
  /// The share of offered contacts in the denominator.
  fileprivate func denominator(_ measures: ServiceMeasures) -> Double {
    switch self {
    case .offered, .credit, .creditShort, .virtual, .genesys: 1
    case .answered: measures.answered
    case .forgive: measures.notAbandonedWithin
    case .forgiveShort: 1 - measures.abandonedWithinShort
    }
  }
}
