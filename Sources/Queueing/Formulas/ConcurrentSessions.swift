/// Chat and messaging: an agent holds several sessions at a time, each the slower for the others.
///
/// *Formula*: n agents with up to k sessions; an agent with c open ones completes them at c/(AHT·h(c)), with
/// h(c) = 1 + slowdown·(c − 1) or factors given per level. Sessions are taken as spread evenly at every
/// moment, so the number open is a birth-death chain; when all n·k are taken customers queue in order of arrival
/// with exponential or endless patience, and completions go on at n·k/(AHT·h(k)), as in Erlang A.
/// Against the exact chain with least-loaded routing and no re-balancing, P(wait) is off by 0.007 at most, and
/// by nothing without slowdown, with one agent or with one session.
public enum ConcurrentSessions {
  /// `chat`.
  public static let name = "chat"
  /// One sentence for help pages.
  public static let summary = "Chat: several sessions per agent, with a handle time per level."

  /// The measures of one case whose sessions slow each other down by `slowdown` for each beside them.
  ///
  /// *Throws*: `QueueingError.unstable` where patience is endless and the load reaches what n·k sessions
  /// complete; `.outOfRange` unless 1 ≤ sessions ≤ 1000, agents × sessions ≤ 10⁷, 0 ≤ slowdown ≤ 1000.
  /// *Complexity*: O(agents × sessions).
  public static func measures(
    of traffic: Traffic, agents: Int, sessions: Int, slowdown: Double, threshold: Double,
    shortThreshold: Double = usualShortAbandonSeconds
  ) throws(QueueingError) -> ChatMeasures {
    try measures(
      of: traffic, agents: agents, sessions: sessions,
      handleTimeByLevel: factors(sessions: sessions, slowdown: slowdown), threshold: threshold,
      shortThreshold: shortThreshold)
  }

  /// The measures of one case with a handle time for each number of open sessions.
  ///
  /// `handleTimeByLevel` are factors of the mean handle time with 1, 2, … sessions open; the last one holds
  /// for all further levels.
  ///
  /// *Throws*: as the other; `.outOfRange` without factors, or for one outside 10⁻⁶ to 10⁶.
  public static func measures(
    of traffic: Traffic, agents: Int, sessions: Int, handleTimeByLevel: [Double],
    threshold: Double, shortThreshold: Double = usualShortAbandonSeconds
  ) throws(QueueingError) -> ChatMeasures {
    try Traffic.check("agents", Double(agents), 1, 1e7)
    try Traffic.check("sessions per agent", Double(sessions), 1, 1000)
    try Traffic.check("agents × sessions", Double(agents) * Double(sessions), 1, 1e7)
    try checkCase(
      agents: Double(agents), threshold: threshold, shortThreshold: shortThreshold)
    guard let last = handleTimeByLevel.last else {
      throw .outOfRange(
        quantity: "handle-time factors", value: 0, expected: "one for each number of sessions")
    }
    for factor in handleTimeByLevel { try Traffic.check("handle-time factor", factor, 1e-6, 1e6) }
    let levels = (0..<sessions).map { $0 < handleTimeByLevel.count ? handleTimeByLevel[$0] : last }
    let states = BalancedSessions(agents: agents, factors: levels, load: traffic.loadErlangs)
    // Refused in people, not in the servers they come to.
    if !traffic.isPatienceFinite,
      states.completionsPerHandleTime <= ErlangC.agentsToExceed(for: traffic)
    {
      throw .unstable(formula: name, loadErlangs: traffic.loadErlangs, agents: Double(agents))
    }
    let m = try waitingMeasures(
      of: traffic, agents: states.completionsPerHandleTime, busy: states.free,
      threshold: threshold, shortThreshold: shortThreshold, formula: name)
    let people = Double(agents)
    let slots = people * Double(sessions)
    let isFree = 1 - m.waitProbability
    let active = (isFree * states.meanActive + m.waitProbability * people) / people
    var result = ChatMeasures(
      measures: m,
      sessionsPerAgent: (isFree * states.meanOpen + m.waitProbability * slots) / people,
      activeAgents: min(1, active))
    result.measures.agents = people
    result.measures.occupancy = result.activeAgents
    return result
  }

  /// 1 + slowdown·(c − 1) for c = 1 … sessions.
  static func factors(sessions: Int, slowdown: Double) throws(QueueingError) -> [Double] {
    try Traffic.check("sessions per agent", Double(sessions), 1, 1000)
    try Traffic.check("slowdown", slowdown, 0, 1000)
    return (0..<sessions).map { 1 + slowdown * Double($0) }
  }

  /// The formula with its sessions, for searches.
  ///
  /// A search assumes that one more agent never hurts; so it is where an agent with more sessions open completes
  /// no fewer per hour (a slowdown of at most 1).
  public struct Model: QueueingModel {
    /// The most sessions an agent holds.
    public var sessions: Int
    /// Factors of the handle time with 1, 2, … sessions open.
    public var handleTimeByLevel: [Double]

    /// Creates the formula with a slowdown for each session beside.
    ///
    /// *Throws*: `QueueingError.outOfRange`.
    public init(sessions: Int, slowdown: Double) throws(QueueingError) {
      self.sessions = sessions
      handleTimeByLevel = try factors(sessions: sessions, slowdown: slowdown)
    }

    /// Creates the formula with a factor for each level.
    public init(sessions: Int, handleTimeByLevel: [Double]) {
      self.sessions = sessions
      self.handleTimeByLevel = handleTimeByLevel
    }

    /// `chat`.
    public var name: String { ConcurrentSessions.name }

    /// Ten million sessions.
    public var mostAgents: Int { 10_000_000 / max(1, sessions) }

    /// False.
    public var takesFractions: Bool { false }

    /// The measures of one case.
    ///
    /// *Throws*: what `ConcurrentSessions.measures` throws, and `.outOfRange` for a fraction of an agent.
    public func measures(
      of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
    ) throws(QueueingError) -> ServiceMeasures {
      try ConcurrentSessions.measures(
        of: traffic, agents: wholeAgents(agents), sessions: sessions,
        handleTimeByLevel: handleTimeByLevel, threshold: threshold, shortThreshold: shortThreshold
      ).measures
    }

    /// What every session taken must exceed, per agent, where nobody gives up.
    public func agentsToExceed(for traffic: Traffic) -> Double {
      guard !traffic.isPatienceFinite, sessions >= 1, !handleTimeByLevel.isEmpty else { return 0 }
      let factor = handleTimeByLevel[min(sessions, handleTimeByLevel.count) - 1]
      return ErlangC.agentsToExceed(for: traffic) * factor / Double(sessions)
    }
  }
}
