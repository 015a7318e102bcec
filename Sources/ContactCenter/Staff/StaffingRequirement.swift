/// The agents one queue needs in one interval, and what they will achieve.
public struct RequirementInterval: Hashable, Sendable {
  /// The start of the interval.
  public var start: Instant
  /// Agents needed on contacts, a whole number.
  public var agents: Int
  /// Contacts offered.
  public var offered: Double?
  /// Mean handle time in seconds.
  public var handleSecondsMean: Double?
  /// Offered load in erlangs.
  public var loadErlangs: Double?
  /// The fractional number of agents that meets the target exactly.
  public var agentsExact: Double?
  /// Agents to schedule so that `agents` are left after shrinkage.
  public var scheduledAgents: Double?
  /// The target in words, such as `80%/20s`.
  public var target: String?
  /// The answer-time threshold in seconds.
  public var thresholdSeconds: Double?
  /// The service level expected with `agents`.
  public var serviceLevel: Double?
  /// How it is counted.
  public var serviceLevelDefinition: ServiceLevelDefinition?
  /// Average speed of answer in seconds, of answered contacts.
  public var asaSeconds: Double?
  /// Mean wait in seconds of all contacts, answered and abandoned.
  public var asaAllSeconds: Double?
  /// The share of contacts that abandon.
  public var abandonment: Double?
  /// The share of time agents are busy.
  public var occupancy: Double?
  /// The probability that the realized service level of the interval reaches the target.
  public var probabilityOfTarget: Double?
  /// The probability that the expected service level reaches it, given the forecast's uncertainty.
  public var probabilityOfAdequateStaff: Double?
  /// The formula used.
  public var method: String?

  /// Creates a requirement without its optional columns.
  public init(start: Instant, agents: Int) {
    self.start = start
    self.agents = agents
  }
}

/// The requirement of one queue.
public struct QueueRequirement: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// The channel's name.
  public var channel: String
  /// The intervals, ascending.
  public var intervals: [RequirementInterval]

  /// Creates a requirement of a queue.
  public init(queue: String, channel: String, intervals: [RequirementInterval]) {
    self.queue = queue
    self.channel = channel
    self.intervals = intervals
  }
}

/// How many agents each queue needs in each interval.
public struct StaffingRequirement: Hashable, Sendable {
  /// The requirements, in order of queue name.
  public var queues: [QueueRequirement]

  /// Creates a requirement from queues in any order.
  public init(queues: [QueueRequirement]) {
    self.queues = queues.sorted { $0.queue < $1.queue }
  }

  /// The requirement of a queue.
  public subscript(queue name: String) -> QueueRequirement? { queues.first { $0.queue == name } }

  /// The same requirement with the record's decimals.
  public func rounded() -> StaffingRequirement {
    var copy = self
    for q in copy.queues.indices {
      for i in copy.queues[q].intervals.indices { copy.queues[q].intervals[i].round() }
    }
    return copy
  }
}

extension RequirementInterval {
  fileprivate mutating func round() {
    offered = offered.map { roundedToDecimals($0, RecordDecimals.contacts) }
    handleSecondsMean = handleSecondsMean.map { roundedToDecimals($0, RecordDecimals.seconds) }
    loadErlangs = loadErlangs.map { roundedToDecimals($0, RecordDecimals.agents) }
    agentsExact = agentsExact.map { roundedToDecimals($0, RecordDecimals.agents) }
    scheduledAgents = scheduledAgents.map { roundedToDecimals($0, RecordDecimals.agents) }
    thresholdSeconds = thresholdSeconds.map { roundedToDecimals($0, RecordDecimals.seconds) }
    serviceLevel = serviceLevel.map { roundedToDecimals($0, RecordDecimals.shares) }
    asaSeconds = asaSeconds.map { roundedToDecimals($0, RecordDecimals.seconds) }
    asaAllSeconds = asaAllSeconds.map { roundedToDecimals($0, RecordDecimals.seconds) }
    abandonment = abandonment.map { roundedToDecimals($0, RecordDecimals.shares) }
    occupancy = occupancy.map { roundedToDecimals($0, RecordDecimals.shares) }
    probabilityOfTarget = probabilityOfTarget.map { roundedToDecimals($0, RecordDecimals.shares) }
    probabilityOfAdequateStaff = probabilityOfAdequateStaff.map {
      roundedToDecimals($0, RecordDecimals.shares)
    }
  }
}

/// The agents one group needs in one interval, where groups serve several queues.
public struct GroupRequirementInterval: Hashable, Sendable {
  /// The start of the interval.
  public var start: Instant
  /// The group.
  public var group: String
  /// Agents needed on contacts.
  public var agents: Int
  /// Agents to schedule so that `agents` are left after shrinkage.
  public var scheduledAgents: Double?

  /// Creates a requirement.
  public init(start: Instant, group: String, agents: Int, scheduledAgents: Double? = nil) {
    self.start = start
    self.group = group
    self.agents = agents
    self.scheduledAgents = scheduledAgents
  }
}
