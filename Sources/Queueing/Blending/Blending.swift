internal import Glibc

/// Blending: agents take deferred or outbound work, of which there is always some, only while more than a
/// reserve of c of them are idle, and finish what they have begun.
///
/// *Formula*: at least n − c agents are always busy. Where both kinds of work take equally long, exponential each,
/// the number busy is enough of a state: Erlang A (or C) whose states with fewer than n − c busy are cut
/// off, and a deferred job starts whenever the chain would fall below: (n − c) μ P(n − c busy) per second.
/// Else the state is the number in system and how many agents hold deferred jobs (`BlendedChain`).
///
/// A reserve that waits for agents to become idle is best among all rules where times are equal, and close
/// to it elsewhere.
///
/// *Source*: Bhulai and Koole 2003, "A queueing model for call blending in call centers", doi
/// 10.1109/TAC.2003.815038; Gans and Zhou 2003, "A call-routing problem with service-level constraints",
/// doi 10.1287/opre.51.2.255.12787.
public enum Blending {
  /// The measures of one case; `traffic` is the live one.
  ///
  /// `deferredHandleSeconds` nil means that deferred work takes as long as live work.
  ///
  /// *Throws*: `QueueingError.unstable` with endless patience and a live load of the agents or more;
  /// `.outOfRange` unless 0 ≤ reserve ≤ agents, and for different handle times where the chain would be too
  /// large: some hundred agents.
  /// *Complexity*: that of Erlang A for equal handle times, else O((n − c)² · (c + queue)).
  public static func measures(
    of traffic: Traffic, agents: Int, reserve: Int, deferredHandleSeconds: Double? = nil,
    threshold: Double, shortThreshold: Double = usualShortAbandonSeconds
  ) throws(QueueingError) -> BlendedMeasures {
    try Traffic.check("agents", Double(agents), 1, 1e7)
    try Traffic.check("idle agents kept in reserve", Double(reserve), 0, Double(agents))
    try checkCase(
      agents: Double(agents), threshold: threshold, shortThreshold: shortThreshold)
    if let other = deferredHandleSeconds {
      try Traffic.check("deferred handle time in seconds", other, 1e-6, 1e9)
    }
    let other = deferredHandleSeconds ?? traffic.meanHandleSeconds
    if other == traffic.meanHandleSeconds || reserve == agents {
      return try alike(
        traffic, agents: agents, reserve: reserve, threshold: threshold,
        shortThreshold: shortThreshold)
    }
    guard traffic.isPatienceFinite || Double(agents) > ErlangC.agentsToExceed(for: traffic) else {
      throw .unstable(
        formula: "blending", loadErlangs: traffic.loadErlangs, agents: Double(agents))
    }
    let chain = try BlendedChain(
      traffic: traffic, agents: agents, reserve: reserve, deferredHandleSeconds: other)
    return chain.measures(threshold: threshold, shortThreshold: shortThreshold)
  }

  /// The smallest reserve with which live work meets a goal.
  ///
  /// *Throws*: `QueueingError.unreachable` where agents who take live work only would miss it, too; else as
  /// `measures`.
  /// *Complexity*: O(log agents) evaluations.
  public static func smallestReserve(
    for traffic: Traffic, agents: Int, deferredHandleSeconds: Double? = nil, goal: ServiceGoal
  ) throws(QueueingError) -> Int {
    try goal.validate()
    func meets(_ reserve: Int) throws(QueueingError) -> Bool {
      let found = try measures(
        of: traffic, agents: agents, reserve: reserve,
        deferredHandleSeconds: deferredHandleSeconds, threshold: goal.thresholdSeconds,
        shortThreshold: goal.shortAbandonSeconds)
      return goal.margin(of: found.live) >= 0
    }
    if try meets(0) { return 0 }
    guard try meets(agents) else {
      throw .unreachable(goal: goal.text, loadErlangs: traffic.loadErlangs)
    }
    var (missed, met) = (0, agents)
    while met - missed > 1 {
      let middle = missed + (met - missed) / 2
      if try meets(middle) { met = middle } else { missed = middle }
    }
    return met
  }

  /// Equal handle times: a chain in the number busy and waiting.
  private static func alike(
    _ traffic: Traffic, agents: Int, reserve: Int, threshold: Double, shortThreshold: Double
  ) throws(QueueingError) -> BlendedMeasures {
    let n = Double(agents)
    let load = traffic.loadErlangs
    // Σ p_j/p_{n−1} for j = n−1 down to n−c, and its last term.
    var sum = ScaledValue(value: 0, log: 0)
    var term = 1.0
    var lowest = 0.0
    for taken in 0..<reserve {
      sum.value += term
      lowest = term
      term *= (n - 1 - Double(taken)) / load
      if term > 1e200 {
        (term, lowest, sum.value) = (term * 1e-200, lowest * 1e-200, sum.value * 1e-200)
        sum.log += 460.517018598809136804
      }
    }
    var live = try waitingMeasures(
      of: traffic, agents: n, busy: sum, threshold: threshold, shortThreshold: shortThreshold,
      formula: "blending")
    let atFloor =
      reserve > 0
      ? (1 - live.waitProbability) * (lowest / sum.value) : noneWaiting(traffic, agents: n)
    let deferred = Double(agents - reserve) * atFloor
    let liveOccupancy = live.occupancy
    live.occupancy = min(1, liveOccupancy + deferred / n)
    return BlendedMeasures(
      live: live, reserve: reserve, deferredPerSecond: deferred / traffic.meanHandleSeconds,
      deferredAgents: deferred, liveOccupancy: liveOccupancy)
  }

  /// P(nobody waits) where every agent is always busy.
  private static func noneWaiting(_ traffic: Traffic, agents: Double) -> Double {
    let perPatience = traffic.meanPatienceSeconds
    guard traffic.isPatienceFinite else { return 1 - traffic.loadErlangs / agents }
    guard
      let sums = WaitingSums.sum(
        c: agents * perPatience / traffic.meanHandleSeconds,
        z: traffic.arrivalsPerSecond * perPatience)
    else { return 0 }
    let none = exp(-sums.log)
    return none / (none + sums.served)
  }
}
