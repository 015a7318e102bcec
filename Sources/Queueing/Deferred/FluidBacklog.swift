/// The course of a backlog under constant staff, work being a fluid.
///
/// *Formula*: inflow w_i of agents' work per second within interval i against n agents: the backlog goes up or
/// down with slope w_i − n and stays at 0 once there. Work that comes at t waits B(t)/n, first in, first out.
public struct FluidBacklog: Hashable, Sendable {
  /// The backlog at the end of each interval, in agent-seconds.
  public let atEnd: [Double]
  /// The largest backlog, in agent-seconds.
  public let maximum: Double
  private let contacts: [Double]
  private let intervalSeconds: Double
  private let handleSeconds: Double
  private let agents: Double

  /// Follows a backlog from none.
  ///
  /// *Throws*: `QueueingError.outOfRange` as `DeferredWork.fluidRequirement`, and unless agents are above 0.
  /// *Complexity*: O(intervals).
  public init(
    contacts: [Double], intervalSeconds: Double, handleSeconds: Double, agents: Double
  ) throws(QueueingError) {
    try DeferredWork.check(contacts, intervalSeconds, handleSeconds)
    try Traffic.check("agents", agents, 1e-12, 1e8)
    var backlog = 0.0
    atEnd = contacts.map { count in
      backlog = max(0, backlog + count * handleSeconds - agents * intervalSeconds)
      return backlog
    }
    maximum = atEnd.reduce(0, max)
    self.contacts = contacts
    self.intervalSeconds = intervalSeconds
    self.handleSeconds = handleSeconds
    self.agents = agents
  }

  /// The share of contacts whose work waits at most `seconds` before an agent begins.
  ///
  /// *Edge cases*: 1 without contacts.
  public func shareMet(within seconds: Double) -> Double {
    let limit = agents * seconds
    var before = 0.0
    var met = 0.0
    var all = 0.0
    for (count, after) in zip(contacts, atEnd) {
      all += count
      let slope = count * handleSeconds / intervalSeconds - agents
      // The time at which the straight line crosses the limit, as a part of the interval.
      let crossing = min(1, max(0, (limit - before) / (slope * intervalSeconds)))
      if slope > 0 {
        met += count * (before <= limit ? crossing : 0)
      } else if slope < 0 {
        met += count * (before <= limit ? 1 : 1 - crossing)
      } else {
        met += before <= limit ? count : 0
      }
      before = after
    }
    return all > 0 ? met / all : 1
  }
}
