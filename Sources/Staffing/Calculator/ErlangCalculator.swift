internal import ContactCenter
internal import Queueing

/// Answers cases one after another, remembering how far above the load the last agents lay.
///
/// The answer does not depend on what is remembered.
public struct ErlangCalculator: Sendable {
  /// Whether answers hold the fractional number of agents and what the short-abandon threshold asks: eight more
  /// evaluations.
  public var isThorough: Bool
  private var search = WarmSearch()

  /// Creates a calculator that remembers nothing.
  public init(isThorough: Bool = false) { self.isThorough = isThorough }

  /// The answer to a case.
  ///
  /// One of volume, handle time and agents may be left out where the case has a goal, and is found: the most
  /// contacts, the longest handle time or the fewest agents that meet it. Without contacts nobody waits, and no
  /// agents are needed.
  ///
  /// *Throws*: `ErlangCaseError` where something is missing or the formula refuses.
  /// *Complexity*: one evaluation of the formula with agents given, two or three from a good guess without,
  /// some sixty for a volume or a handle time.
  public mutating func answer(_ question: ErlangCase) throws(ErlangCaseError) -> ErlangAnswer {
    let model = question.effectiveModel
    var goal = question.goal
    goal.thresholdSeconds = question.thresholdSeconds ?? 0
    if goal.serviceLevel != nil, question.thresholdSeconds == nil {
      throw .missing(.thresholdSeconds, model: model)
    }
    let load = CaseLoad(
      formula: try question.formula(model), patience: try question.meanPatience(model),
      servers: Double(try question.servers(model)), goal: goal)
    let unknown = try question.unknown(model)
    do throws(QueueingError) {
      try goal.validate()
      if question.contactsPerHour == 0, unknown != .handleSeconds {
        // What would be refused with contacts is refused without.
        if let handle = question.handleSeconds { _ = try load.traffic(1, handle) }
        if let agents = question.agents, !(0...1e8).contains(agents) {
          throw .outOfRange(quantity: "agents", value: agents, expected: "0.0 to 100000000.0")
        }
        return question.idle(model)
      }
      var contacts = question.contactsPerHour ?? 1
      var handle = question.handleSeconds ?? 1
      var agents = question.agents ?? 0
      var exact: Double?
      var known: ServiceMeasures?
      switch unknown {
      case .agents:
        (agents, exact, known) = try fewest(model, load, try load.traffic(contacts, handle))
      case .contactsPerHour:
        contacts = try load.mostContacts(model, agents: agents, handleSeconds: handle)
      case .handleSeconds:
        handle = try load.longestHandleSeconds(model, agents: agents, contactsPerHour: contacts)
      default: break
      }
      let traffic = try load.traffic(contacts, handle)
      let measures: ServiceMeasures
      if let known, !isThorough {
        measures = known
      } else {
        measures = try load.measures(of: traffic, model, agents: agents, isThorough: isThorough)
      }
      var answer = ErlangAnswer(
        model: model, found: unknown, contactsPerHour: contacts, handleSeconds: handle,
        agents: agents, agentsExact: exact,
        scheduledAgents: question.shrinkage.scheduled(forRequired: agents),
        isGoalMet: !goal.asksForAnything || goal.margin(of: measures) >= 0,
        definition: goal.definition, hasThreshold: question.thresholdSeconds != nil,
        measures: measures)
      question.complete(&answer, traffic, isThorough: isThorough)
      return answer
    } catch { throw .queueing(error) }
  }

  /// The fewest agents; their measures where they are known on the way.
  private mutating func fewest(
    _ model: ErlangModel, _ load: CaseLoad, _ traffic: Traffic
  ) throws(QueueingError) -> (agents: Double, exact: Double?, measures: ServiceMeasures?) {
    var goal = load.goal
    if model == .erlangB, let most = goal.maximumBlocking {
      // By the recursion, which knows blocking of 1e-300 as well as of 1 %.
      let lines = try ErlangB.agents(loadErlangs: traffic.loadErlangs, blockingAtMost: most)
      goal.maximumBlocking = nil
      guard goal.asksForAnything else { return (Double(lines), nil, nil) }
      goal.minimumAgents = max(goal.minimumAgents, lines)
    }
    let whole: Int
    var measures: ServiceMeasures?
    if load.formula.isMonotone(in: goal) {
      let found = try search.agents(for: traffic, goal: goal, formula: load.formula)
      (whole, measures) = (found.agents, found.measures)
    } else {
      // One agent more may take such a case away from its goal: every number has to be tried.
      var thorough = AgentSearch(load.formula)
      whole = try thorough.agents(for: traffic, goal: goal)
    }
    let exact =
      isThorough && load.formula.takesFractions
      ? AgentSearch(load.formula).fractionalAgents(for: traffic, goal: goal, whole: whole)
        / load.servers : nil
    let agents = (Double(whole) / load.servers).rounded(.up)
    return (agents, exact, agents * load.servers == Double(whole) ? measures : nil)
  }
}

/// A case without its volume, handle time and agents.
struct CaseLoad {
  let formula: any QueueingModel
  let patience: Double
  /// Servers that one agent counts for.
  let servers: Double
  let goal: ServiceGoal

  func traffic(_ contacts: Double, _ handle: Double) throws(QueueingError) -> Traffic {
    try Traffic(
      contacts: contacts, inSeconds: 3600, meanHandleSeconds: handle, meanPatienceSeconds: patience)
  }

  /// What agents achieve; short abandons are computed only where they are asked for.
  func measures(
    of traffic: Traffic, _ model: ErlangModel, agents: Double, isThorough: Bool
  ) throws(QueueingError) -> ServiceMeasures {
    if model == .erlangB, agents == 0 {
      var nobody = ServiceMeasures(
        agents: 0, loadErlangs: traffic.loadErlangs, thresholdSeconds: goal.thresholdSeconds)
      nobody.blocking = 1
      nobody.answered = 0
      nobody.answeredWithin = 0
      return nobody
    }
    let isShort = isThorough || goal.definition.asksForShort
    return try formula.measures(
      of: traffic, agents: agents * servers, threshold: goal.thresholdSeconds,
      shortThreshold: isShort ? goal.shortAbandonSeconds : goal.thresholdSeconds)
  }

  /// The largest volume with which agents meet the goal, in contacts an hour.
  ///
  /// *Throws*: `QueueingError.unreachable` where even the least misses it, or the most that is thinkable meets it.
  func mostContacts(
    _ model: ErlangModel, agents: Double, handleSeconds: Double
  ) throws(QueueingError) -> Double {
    if let load = try largestLoss(model, agents: agents) { return load * 3600 / handleSeconds }
    let most = try LoadSearch(formula).largestArrivalRate(
      for: try traffic(3600 / handleSeconds, handleSeconds), agents: agents * servers, goal: goal)
    guard most.isFinite else {
      throw .unreachable(goal: "less than \(goal.text)", loadErlangs: 1e7)
    }
    return most * 3600
  }

  /// The longest mean handle time with which agents meet the goal.
  ///
  /// *Throws*: as `mostContacts`.
  func longestHandleSeconds(
    _ model: ErlangModel, agents: Double, contactsPerHour: Double
  ) throws(QueueingError) -> Double {
    if let load = try largestLoss(model, agents: agents) { return load * 3600 / contactsPerHour }
    let longest = try LoadSearch(formula).longestHandleTime(
      for: try traffic(contactsPerHour, 3600 / contactsPerHour), agents: agents * servers,
      goal: goal)
    guard longest.isFinite else {
      throw .unreachable(goal: "less than \(goal.text)", loadErlangs: 1e7)
    }
    return longest
  }

  /// The largest load of Erlang B, which knows a blocking of 1e-300 as well as of 1 %; nil for other goals.
  private func largestLoss(
    _ model: ErlangModel, agents: Double
  ) throws(QueueingError) -> Double? {
    var others = goal
    others.maximumBlocking = nil
    guard model == .erlangB, let most = goal.maximumBlocking, !others.asksForAnything else {
      return nil
    }
    return try ErlangB.load(agents: agents, blockingAtMost: most)
  }
}
