/// What a case with several sessions per agent comes to.
public struct ChatMeasures: Hashable, Sendable {
  /// Service; `agents` are people and `occupancy` is the share of time an agent has at least one session.
  public var measures: ServiceMeasures
  /// Mean sessions that an agent holds.
  public var sessionsPerAgent: Double
  /// The share of agents with at least one session, E[active]/n.
  public var activeAgents: Double
}
