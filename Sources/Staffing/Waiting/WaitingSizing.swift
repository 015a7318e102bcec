internal import ContactCenter
internal import Queueing

/// Sizes one queue whose customers wait: live channels, and concurrent ones where an agent holds several
/// sessions.
///
/// Sessions: n agents with k sessions each serve as n·k servers, each contact at its own pace; exact where
/// sessions do not slow each other down and contacts go to the agent with the fewest. Where they do
/// (`handle_time_by_sessions`), sessions are spread evenly over agents and slow each other (`ConcurrentSessions`).
/// Handle time is then the length of a session, and the load is in sessions.
struct WaitingSizing {
  let queue: Queue
  let model: any QueueingModel
  /// What the model counts for one agent: sessions, or 1 where it knows of them.
  let slots: Int
  let goal: ServiceGoal
  private let risk: Share?
  private var search: AgentSearch

  /// One interval's answer before it becomes a record.
  struct Answer {
    var traffic: Traffic
    var agents: Int
    /// Agents that the queue's ceiling keeps away.
    var missing = 0
    /// Nil where the interval does not stand alone.
    var agentsExact: Double?
    var measures: ServiceMeasures
  }

  /// Prepares a queue.
  ///
  /// *Throws*: `StaffingError.badSessions`, or `.queueing` for an unknown formula or a target that is none.
  init(queue: Queue, options: StaffingOptions) throws(StaffingError) {
    guard queue.sessions >= 1, queue.sessions <= 1000 else {
      throw .badSessions(queue: queue.name, sessions: queue.sessions)
    }
    let levels = queue.behavior.handleTimeByLevel
    // Where sessions slow each other down, n agents are not n·k servers.
    let isSlowed = queue.sessions > 1 && levels.contains { $0 != levels.first }
    slots = isSlowed ? 1 : queue.sessions
    do {
      let formula = try queue.formula(options)
      model =
        isSlowed
        ? ConcurrentSessions.Model(
          sessions: queue.sessions,
          handleTimeByLevel: (0..<queue.sessions).map { levels[min($0, levels.count - 1)] })
        : PlainModel(formula)
      var goal = ServiceGoal(queue.target, shortAbandonSeconds: options.shortAbandon.value)
      goal.minimumAgents = max(0, min(queue.minimumAgents, 10_000_000)) * slots
      try goal.validate()
      self.goal = goal
    } catch {
      throw .queueing(queue: queue.name, start: nil, error)
    }
    self.queue = queue
    self.risk = options.risk
    self.search = AgentSearch(model)
  }

  /// The text of the `method` column: formula, method over time, and what else decides.
  func method(_ overTime: OverTimeMethod) -> String {
    "\(model.name) \(overTime.rawValue)"
      + (queue.sessions > 1 ? " with \(queue.sessions) sessions" : "")
      + (queue.target.span == .interval ? "" : " over the \(queue.target.span.rawValue)")
      + (risk.map { " at \($0.text) of the forecast" } ?? "")
  }

  /// The traffic of an interval.
  func traffic(rate: Double, handleSeconds: Double) throws(QueueingError) -> Traffic {
    try Traffic(
      arrivalsPerSecond: rate, meanHandleSeconds: handleSeconds,
      meanPatienceSeconds: queue.patience?.value ?? .infinity)
  }

  /// The smallest number of agents for the sizing traffic, and what they achieve with the expected one.
  mutating func size(
    for sizing: Traffic, expected: Traffic
  ) throws(QueueingError) -> Answer {
    var goal = goal
    if !goal.asksForAnything {
      // Without any target, carry the load.
      goal.minimumAgents = max(goal.minimumAgents, carrying(sizing))
    }
    let servers = try search.agents(for: sizing, goal: goal)
    let exact = search.fractionalAgents(for: sizing, goal: goal, whole: servers)
    let wanted = (servers + slots - 1) / slots
    let agents = min(wanted, queue.maximumAgents ?? wanted)
    return Answer(
      traffic: expected, agents: agents, missing: wanted - agents,
      agentsExact: exact / Double(slots),
      measures: try achieved(of: expected, agents: agents))
  }

  /// The smallest number of agents for a traffic.
  mutating func agents(for traffic: Traffic) throws(QueueingError) -> Int {
    var goal = goal
    if !goal.asksForAnything {
      goal.minimumAgents = max(goal.minimumAgents, carrying(traffic))
    }
    let servers = try search.agents(for: traffic, goal: goal)
    let wanted = (servers + slots - 1) / slots
    return min(wanted, queue.maximumAgents ?? wanted)
  }

  /// What a number of agents achieves.
  func measures(of traffic: Traffic, agents: Int) throws(QueueingError) -> ServiceMeasures {
    try model.measures(
      of: traffic, agents: Double(agents * slots), threshold: goal.thresholdSeconds,
      shortThreshold: goal.shortAbandonSeconds)
  }

  /// What a number of agents achieves in expectation, also where a ceiling or a low risk leaves too few: fewer than the
  /// load of patient customers are in overload.
  func achieved(of traffic: Traffic, agents: Int) throws(QueueingError) -> ServiceMeasures {
    let servers = Double(agents * slots)
    if agents == 0 || servers <= model.agentsToExceed(for: traffic) {
      return .overload(of: traffic, agents: servers, threshold: goal.thresholdSeconds)
    }
    return try measures(of: traffic, agents: agents)
  }

  /// What a handle time is multiplied by where an agent has all sessions.
  private var slowdown: Double {
    guard slots < queue.sessions else { return 1 }
    let levels = queue.behavior.handleTimeByLevel
    return levels[min(queue.sessions, levels.count) - 1]
  }

  /// The fewest of the model's agents who can do all the work.
  private func carrying(_ traffic: Traffic) -> Int {
    let load = traffic.loadErlangs * slowdown * Double(slots) / Double(queue.sessions)
    return Int(min(load, 1e8)) + 1
  }

  /// Whether more work arrives than so many agents can do.
  func isBeyond(_ agents: Int, _ traffic: Traffic) -> Bool {
    Double(agents * queue.sessions) <= traffic.loadErlangs * slowdown
  }

  /// Traffic to servers, one a session, that leave a full line as fast as the sessions do: where sessions slow each other
  /// down, what the spread of a level is taken from.
  func fluctuating(_ traffic: Traffic) -> Traffic {
    (try? Traffic(
      arrivalsPerSecond: traffic.arrivalsPerSecond,
      meanHandleSeconds: traffic.meanHandleSeconds * slowdown,
      meanPatienceSeconds: traffic.meanPatienceSeconds)) ?? traffic
  }

  /// The largest rate that `agents` serve to the goal, over the rate of `traffic`.
  ///
  /// *Complexity*: about 15 evaluations: false position between 0 and twice what is needed.
  func servable(by agents: Int, traffic: Traffic) -> Double {
    guard goal.asksForAnything else {
      return Double(agents * queue.sessions) / (traffic.loadErlangs * slowdown)
    }
    func margin(_ factor: Double) -> Double {
      do {
        let scaled = try Traffic(
          arrivalsPerSecond: traffic.arrivalsPerSecond * factor,
          meanHandleSeconds: traffic.meanHandleSeconds,
          meanPatienceSeconds: traffic.meanPatienceSeconds)
        return goal.margin(
          of: scaled, agents: Double(agents * slots), by: model)
      } catch { return -1 }
    }
    var low = 1.0
    var high = 1.0
    var above = margin(1)
    var below = above
    var growth = 1.1
    if above >= 0 {
      repeat {
        low = high
        above = below
        high *= growth
        growth *= growth
        below = margin(high)
      } while below >= 0 && high < 1e6
      if below >= 0 { return high }
    } else {
      repeat {
        high = low
        below = above
        low /= growth
        growth *= growth
        above = margin(low)
      } while above < 0 && low > 1e-3
      if above < 0 { return 0 }
    }
    var side = 0
    for _ in 0..<30 where high - low > 1e-5 * high {
      let middle = low + (high - low) * min(max(above / (above - below), 0.01), 0.99)
      let value = margin(middle)
      if value >= 0 {
        low = middle
        above = value
        if side > 0 { below /= 2 }
        side = 1
      } else {
        high = middle
        below = value
        if side < 0 { above /= 2 }
        side = -1
      }
    }
    return low
  }
}

extension Queue {
  /// The formula that sizes the queue: the one asked for, Erlang A only where customers give up.
  func formula(_ options: StaffingOptions) throws(QueueingError) -> any QueueingFormula.Type {
    guard let name = options.method else {
      return patience == nil ? ErlangC.self : ErlangA.self
    }
    let formula = try QueueingCatalog.formula(named: name)
    return patience == nil && formula == ErlangA.self ? ErlangC.self : formula
  }
}
