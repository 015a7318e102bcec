/// A free agent as a policy sees it.
struct AgentCandidate {
  /// Agents of the group without any contact.
  var idleInGroup: Int
  /// The share of the agent's presence so far that was busy.
  var busyShare: Double
  /// How many agents come before in the order of turns.
  var turnsUntil: Int
  /// What the queue's handle time takes with this agent, as a multiple of the standard agent's.
  var slowness: Double
  /// What an agent of the group costs in an hour.
  var costPerHour: Double
  /// How many queues the group serves.
  var queuesServed: Int
}

/// How a contact chooses among free agents.
///
/// A policy is a rank and nothing else: who may be chosen, fewest contacts first, the site, and ties (the agent free for
/// longest, then by name) are the engine's. So no policy can choose an agent who is busy or lacks the skill, and none can
/// depend on the order of a list. A new policy is a file here, a case of `AgentChoice`, and a line in
/// ``RoutingEngine/chooseDesk(among:for:_:)``.
protocol AgentChoicePolicy {
  /// Whether agents of one group may rank differently, so that each has to be looked at.
  static var ranksAgents: Bool { get }
  /// Whether all tiers of groups count as one, their order deciding ties.
  static var spansTiers: Bool { get }
  /// The rank of an agent; the smallest is chosen.
  static func rank(_ candidate: AgentCandidate) -> Double
}
