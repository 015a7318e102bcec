/// What a blend of live and deferred work comes to.
public struct BlendedMeasures: Hashable, Sendable {
  /// Service of live contacts; `occupancy` is the share of time agents are busy with either kind of work.
  public var live: ServiceMeasures
  /// Idle agents kept for live work.
  public var reserve: Int
  /// Deferred or outbound jobs done per second.
  public var deferredPerSecond: Double
  /// Mean agents busy with deferred work.
  public var deferredAgents: Double
  /// The share of time agents are busy with live work.
  public var liveOccupancy: Double
}
