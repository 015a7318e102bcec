/// What a queue can be promised, and a simulation measures.
public enum GroupMeasure: String, Hashable, Sendable, CaseIterable {
  /// The service level by the queue's definition.
  case serviceLevel = "service level"
  /// The average speed of answer.
  case asa
  /// The share of contacts that give up.
  case abandonment
  /// The occupancy of the agents who serve the queue.
  case occupancy
}

/// Why a group has as many agents as it has: what one fewer would break.
public enum GroupReason: Hashable, Sendable {
  /// None of its queues is open, or others carry all of its work.
  case notNeeded
  /// One fewer would fall below what some queues need however they are served.
  case bound(PooledBound.Row)
  /// The plan has so many at least.
  case floor(Int)
  /// With one fewer the site would have fewer agents than its minimum.
  case siteFloor(String)
  /// The plan has no more, and a target is missed.
  case ceiling(Int)
  /// The site has no further seat, and a target is missed.
  case seats(String)
  /// One fewer misses a target, by so many points of a share or seconds of a mean wait.
  case oneFewerMisses(queue: String, measure: GroupMeasure, by: Double)
  /// The search ended here, and no single promise or limit stands against one fewer.
  case asFound

  /// The reason in words, such as `one fewer misses billing by 2.1 points`.
  public var text: String {
    switch self {
    case .notNeeded: return "not needed"
    case .bound(let row): return "bound: \(row.text)"
    case .floor(let agents): return "minimum of \(agents)"
    case .siteFloor(let site): return "minimum of \(site)"
    case .asFound: return "as the search found it"
    case .ceiling(let agents): return "maximum of \(agents), which misses a target"
    case .seats(let site): return "no further seat at \(site), which misses a target"
    case .oneFewerMisses(let queue, let measure, let shortfall):
      let tenths = (min(max(shortfall * (measure == .asa ? 1 : 100), 0), 1e9) * 10).rounded() / 10
      let amount =
        tenths < 0.1 ? "by a hair" : "by \(tenths) \(measure == .asa ? "seconds" : "points")"
      let what = measure == .serviceLevel ? "" : " (\(measure.rawValue))"
      return "one fewer misses \(queue)\(what) \(amount)"
    }
  }
}
