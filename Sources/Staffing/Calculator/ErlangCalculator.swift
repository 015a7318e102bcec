internal import ContactCenter
internal import Queueing

/// Answers cases one after another, remembering how far above the load the last agents lay.
///
/// The answer does not depend on what is remembered.
public struct ErlangCalculator: Sendable {
  /// Whether answers hold the fractional number of agents and what the short-abandon threshold asks: eight more
  /// evaluations.
  public var isThorough: Bool
  private var patient = AgentSearch(ErlangC.self)
  private var impatient = AgentSearch(ErlangA.self)

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
    if question.contactsPerHour == 0, unknown != .handleSeconds { return question.idle(model) }
    do throws(QueueingError) {
      try goal.validate()
      var contacts = question.contactsPerHour ?? 1
      var handle = question.handleSeconds ?? 1
      var agents = question.agents ?? 0
      var exact: Double?
      switch unknown {
      case .agents:
        (agents, exact) = try fewest(model, load, try load.traffic(contacts, handle))
      case .contactsPerHour:
        let seconds = handle
        contacts = try load.largest(agents: agents, from: agents * 3600 / seconds) {
          (contacts) throws(QueueingError) in try load.traffic(contacts, seconds)
        }
      case .handleSeconds:
        let volume = contacts
        handle = try load.largest(agents: agents, from: agents * 3600 / volume) {
          (handle) throws(QueueingError) in try load.traffic(volume, handle)
        }
      default: break
      }
      let measures = try load.measures(
        of: try load.traffic(contacts, handle), agents: agents, isThorough: isThorough)
      var answer = ErlangAnswer(
        model: model, found: unknown, contactsPerHour: contacts, handleSeconds: handle,
        agents: agents, agentsExact: exact,
        scheduledAgents: question.shrinkage.scheduled(forRequired: agents),
        isGoalMet: !goal.asksForAnything || goal.margin(of: measures) >= 0,
        definition: goal.definition, hasThreshold: question.thresholdSeconds != nil,
        measures: measures)
      question.complete(&answer)
      return answer
    } catch { throw .queueing(error) }
  }

  private mutating func fewest(
    _ model: ErlangModel, _ load: CaseLoad, _ traffic: Traffic
  ) throws(QueueingError) -> (agents: Double, exact: Double?) {
    var goal = load.goal
    if model == .erlangB, let most = goal.maximumBlocking {
      // By the recursion, which knows blocking of 1e-300 as well as of 1 %.
      let lines = try ErlangB.agents(loadErlangs: traffic.loadErlangs, blockingAtMost: most)
      goal.maximumBlocking = nil
      guard goal.asksForAnything else { return (Double(lines), nil) }
      goal.minimumAgents = max(goal.minimumAgents, lines)
    }
    var search =
      switch model {
      case .erlangA: impatient
      case .erlangC: patient
      default: AgentSearch(load.formula)
      }
    let whole = try search.agents(for: traffic, goal: goal)
    switch model {
    case .erlangA: impatient = search
    case .erlangC: patient = search
    default: break
    }
    let exact =
      isThorough && load.formula.takesFractions
      ? search.fractionalAgents(for: traffic, goal: goal, whole: whole) / load.servers : nil
    return ((Double(whole) / load.servers).rounded(.up), exact)
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
    of traffic: Traffic, agents: Double, isThorough: Bool
  ) throws(QueueingError) -> ServiceMeasures {
    let isShort =
      isThorough || goal.definition == .forgiveShort || goal.definition == .creditShort
    return try formula.measures(
      of: traffic, agents: agents * servers, threshold: goal.thresholdSeconds,
      shortThreshold: isShort ? goal.shortAbandonSeconds : goal.thresholdSeconds)
  }

  /// The largest volume, or handle time, with which agents meet the goal.
  ///
  /// Bisection on the ratio; service falls as either rises.
  ///
  /// *Throws*: `QueueingError.unreachable` where even a thousandth of `start` misses the goal, or a thousandfold
  /// meets it.
  func largest(
    agents: Double, from start: Double, _ traffic: (Double) throws(QueueingError) -> Traffic
  ) throws(QueueingError) -> Double {
    // The agents themselves, a threshold or a patience out of range are told as such.
    _ = try formula.measures(
      of: try traffic(start / 1000), agents: agents * servers, threshold: goal.thresholdSeconds,
      shortThreshold: goal.thresholdSeconds)
    func meets(_ value: Double) -> Bool {
      guard let traffic = try? traffic(value) else { return false }
      return goal.margin(of: traffic, agents: agents * servers, by: formula) >= 0
    }
    var low = start / 2
    while !meets(low) {
      low /= 2
      if low < start * 1e-9 {
        throw .unreachable(goal: goal.text, loadErlangs: try traffic(low).loadErlangs)
      }
    }
    var high = low * 2
    while meets(high) {
      low = high
      high *= 2
      if high > start * 1e6 {
        throw .unreachable(goal: goal.text, loadErlangs: try traffic(start).loadErlangs)
      }
    }
    for _ in 0..<100 where high - low > 1e-15 * high {
      let middle = low + (high - low) / 2
      if meets(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
