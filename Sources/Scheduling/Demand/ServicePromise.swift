/// The service level that one interval of a queue reaches with each number of scheduled agents.
///
/// The table comes from outside: `Scheduling` knows no queueing formula.
public struct ServiceByAgents: Hashable, Sendable {
  /// Contacts offered in the interval.
  public var offered: Double
  /// The fewest agents the table knows, and the least that shifts should cover.
  public var fewest: Int
  /// The service level with `fewest` agents, with one more, and so on.
  public var levels: [Double]

  /// Creates a table.
  public init(offered: Double, fewest: Int, levels: [Double]) {
    self.offered = offered
    self.fewest = fewest
    self.levels = levels
  }

  /// The level with some number of agents: linear between whole ones, 0 at none, and beyond the table its last.
  public func level(of agents: Double) -> Double {
    guard let first = levels.first, let last = levels.last, agents > 0 else { return 0 }
    let place = agents - Double(fewest)
    if place < 0 { return first * agents / Double(max(1, fewest)) }
    guard place < Double(levels.count - 1) else { return last }
    let below = Int(place)
    return levels[below] + (levels[below + 1] - levels[below]) * (place - Double(below))
  }

  /// The least concave function above the table, as pieces: agents and level gained for each, steepest first.
  ///
  /// A level by agents is convex far below its target and concave above; where it is convex, the pieces promise more
  /// than fractions of agents would get, and exactly what the whole numbers at their ends do.
  func pieces() -> [(agents: Double, gain: Double)] {
    var hull: [Int] = []
    for index in levels.indices {
      while let last = hull.last {
        guard hull.count > 1 else { break }
        let before = hull[hull.count - 2]
        let old = (levels[last] - levels[before]) / Double(last - before)
        let new = (levels[index] - levels[last]) / Double(index - last)
        if new < old { break }
        hull.removeLast()
      }
      hull.append(index)
    }
    return zip(hull, hull.dropFirst()).compactMap { from, to in
      let gain = (levels[to] - levels[from]) / Double(to - from)
      return gain > 1e-9 ? (Double(to - from), gain) : nil
    }
  }
}

/// A service level promised over a day or a week instead of in each interval: staff goes where it is cheapest.
///
/// *Formula*: the sum over the period's intervals of offered × level(agents) is at least target × the sum of offered.
public struct ServicePromise: Hashable, Sendable {
  /// What the promise is kept over.
  public enum Span: Hashable, Sendable {
    case day, week
  }

  /// The share of contacts.
  public var target: Double
  /// What the promise is kept over.
  public var span: Span
  /// The table of each interval of the need; nil where nothing is offered.
  public var tables: [ServiceByAgents?]

  /// Creates a promise.
  public init(target: Double, span: Span, tables: [ServiceByAgents?]) {
    self.target = target
    self.span = span
    self.tables = tables
  }
}
