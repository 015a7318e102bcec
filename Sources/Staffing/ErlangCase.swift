public import ContactCenter
public import Queueing

/// One case of the calculator: rates and either agents or a target.
///
///     var erlang = ErlangCase(contactsPerHour: 200, handleSeconds: 180)
///     erlang.patienceSeconds = 120
///     erlang.target = ServiceTarget(text: "80/20")
///     try erlang.answer().agents   // 12
public struct ErlangCase: Hashable, Sendable {
  /// Contacts offered in an hour.
  public var contactsPerHour: Double
  /// Mean handle time.
  public var handleSeconds: Double
  /// Agents, whole or fractional; nil to find them by the target.
  public var agents: Double?
  /// The target to reach, or whose threshold and definition to show.
  public var target: ServiceTarget
  /// Mean patience; nil for customers who never give up.
  public var patienceSeconds: Double?
  /// The formula; nil for Erlang A with a patience and Erlang C without.
  public var method: String?
  /// Sessions that one agent holds.
  public var sessions: Int
  /// The time below which an abandoned contact counts as short.
  public var shortAbandonSeconds: Double
  /// Time lost before agents reach contacts.
  public var shrinkage: ShrinkageLedger

  /// Creates a case with the target 80/20.
  public init(contactsPerHour: Double, handleSeconds: Double) {
    self.contactsPerHour = contactsPerHour
    self.handleSeconds = handleSeconds
    self.target = ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20))
    self.sessions = 1
    self.shortAbandonSeconds = usualShortAbandonSeconds
    self.shrinkage = ShrinkageLedger()
  }

  /// The answer to a case.
  public struct Answer: Hashable, Sendable {
    /// The formula used.
    public var method: String
    /// Agents: those given, or the smallest whole number that reaches the target.
    public var agents: Double
    /// The fractional number that reaches the target exactly; nil where agents were given.
    public var agentsExact: Double?
    /// Agents to schedule so that `agents` are left.
    public var scheduledAgents: Double?
    /// Service level by the target's definition.
    public var serviceLevel: Double
    /// Whether the target and its limits are reached.
    public var isTargetMet: Bool
    /// All measures; their `agents` count sessions where an agent holds several.
    public var measures: ServiceMeasures
  }

  /// Computes the answer.
  ///
  /// *Throws*: `QueueingError` for a load beyond the agents without patience, a quantity out of range, an
  /// unknown formula or a target no number of agents reaches.
  public func answer() throws(QueueingError) -> Answer {
    guard (1...1000).contains(sessions) else {
      throw .outOfRange(
        quantity: "sessions per agent", value: Double(sessions), expected: "1 to 1000")
    }
    let queue = Queue(
      name: "", channel: Channel(name: "", mode: .live),
      patience: patienceSeconds.map { Seconds($0) }, target: target)
    let formula = try queue.formula(StaffingOptions(method: method))
    let traffic = try Traffic(
      contacts: contactsPerHour, inSeconds: 3600, meanHandleSeconds: handleSeconds,
      meanPatienceSeconds: patienceSeconds ?? .infinity)
    var goal = ServiceGoal(target, shortAbandonSeconds: shortAbandonSeconds)
    try goal.validate()
    var exact: Double?
    let count: Double
    if let agents {
      count = agents
    } else {
      if !goal.asksForAnything { goal.minimumAgents = Int(traffic.loadErlangs) + 1 }
      var search = AgentSearch(formula)
      let servers = try search.agents(for: traffic, goal: goal)
      exact = search.fractionalAgents(for: traffic, goal: goal, whole: servers) / Double(sessions)
      count = Double((servers + sessions - 1) / sessions)
    }
    let measures = try formula.measures(
      of: traffic, agents: count * Double(sessions), threshold: goal.thresholdSeconds,
      shortThreshold: goal.shortAbandonSeconds)
    return Answer(
      method: formula.name, agents: count, agentsExact: exact,
      scheduledAgents: shrinkage.scheduled(forRequired: count),
      serviceLevel: measures.serviceLevel(target.definition),
      isTargetMet: goal.margin(of: measures) >= 0, measures: measures)
  }
}
