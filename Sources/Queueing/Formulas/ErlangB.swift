internal import Glibc

/// Erlang's loss formula: no waiting, a contact that finds all agents busy is lost.
///
/// Holds for any distribution of handle times. Goals: relative accuracy of 1e-12 for any number of agents,
/// whole or fractional; no overflow, no NaN.
public enum ErlangB {
  /// `erlang-b`.
  public static let name = "erlang-b"
  /// One sentence for help pages.
  public static let summary = "Erlang B (M/M/n/n): no waiting, who finds no free agent is lost."

  /// The measures of one case: nobody waits, so every service level but `answered` is the share not blocked.
  ///
  /// *Throws*: `QueueingError.outOfRange`.
  public static func measures(
    of traffic: Traffic, agents: Double, threshold: Double = 0
  ) throws(QueueingError) -> ServiceMeasures {
    try checkCase(agents: agents, threshold: threshold, shortThreshold: 0)
    let load = traffic.loadErlangs
    var result = ServiceMeasures(agents: agents, loadErlangs: load, thresholdSeconds: threshold)
    // 1 − B as (S − 1)/S: most of S may be the state with all busy.
    let sum = busySum(agents: agents + 1, load: load)
    result.blocking = exp(-log(sum.value) - sum.log)
    result.answered = sum.log > 0 ? 1 : (sum.value - 1) / sum.value
    result.answeredWithin = result.answered
    result.occupancy = min(1, load * result.answered / agents)
    return result
  }

  /// The formula for searches: the smallest number of agents whose blocking a goal allows.
  public struct Model: QueueingModel {
    /// Creates the formula.
    public init() {}

    /// `erlang-b`.
    public var name: String { ErlangB.name }

    /// The measures of one case.
    ///
    /// *Throws*: what `ErlangB.measures` throws.
    public func measures(
      of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
    ) throws(QueueingError) -> ServiceMeasures {
      try ErlangB.measures(of: traffic, agents: agents, threshold: threshold)
    }
  }

  /// The share of contacts that find all agents busy.
  ///
  /// *Formula*: B = 1 / S(n + 1), S from `busySum`, the stationary weights summed downward from n.
  /// *Edge cases*: no agents give 1; no load gives 0 for any agents; below 1e-308 the result is 0 and
  /// `logBlocking` still answers.
  /// *Throws*: `QueueingError.outOfRange` for negative or non-finite input.
  /// *Complexity*: O(√a) terms near the load, at most n.
  public static func blocking(
    loadErlangs: Double, agents: Double
  ) throws(QueueingError) -> Double {
    exp(try logBlocking(loadErlangs: loadErlangs, agents: agents))
  }

  /// The natural logarithm of `blocking`; −∞ where there is no load.
  public static func logBlocking(
    loadErlangs: Double, agents: Double
  ) throws(QueueingError) -> Double {
    try Traffic.check("offered load in erlangs", loadErlangs, 0, 1e7)
    try Traffic.check("agents", agents, 0, 1e8)
    if agents == 0 { return 0 }
    if loadErlangs < 1e-300 { return -.infinity }
    let sum = busySum(agents: agents + 1, load: loadErlangs)
    return -(log(sum.value) + sum.log)
  }

  /// The smallest number of agents, or lines, whose blocking is at most `target`.
  ///
  /// *Edge cases*: a target of 1 or more needs nobody.
  /// *Throws*: `QueueingError.outOfRange` for a target below 1e-300.
  /// *Complexity*: O(n), one upward pass of 1/B_k = 1 + (k/a)/B_{k−1}.
  public static func agents(
    loadErlangs: Double, blockingAtMost target: Double
  ) throws(QueueingError) -> Int {
    try Traffic.check("offered load in erlangs", loadErlangs, 0, 1e7)
    try Traffic.check("blocking", target, 1e-300, .infinity)
    if loadErlangs < 1e-300 { return target >= 1 ? 0 : 1 }
    var inverse = 1.0
    var agents = 0
    while inverse * target < 1 - 1e-12 {
      agents += 1
      inverse = 1 + inverse * Double(agents) / loadErlangs
    }
    return agents
  }

  /// The largest load that `agents` carry with at most `target` blocked.
  ///
  /// *Throws*: `QueueingError.outOfRange` unless 1e-300 ≤ target < 1 and agents > 0.
  /// *Complexity*: about 60 evaluations of `logBlocking` (bisection on the logarithm of the load).
  public static func load(
    agents: Double, blockingAtMost target: Double
  ) throws(QueueingError) -> Double {
    try Traffic.check("agents", agents, 1e-12, 1e6)
    try Traffic.check("blocking", target, 1e-300, 1 - 1e-9)
    let wanted = log(target)
    // B > 1 − n/a bounds the load from above; below, halve until it holds.
    var high = agents / (1 - target)
    var low = high
    while low > 1e-290 {
      low /= 2
      if try logBlocking(loadErlangs: low, agents: agents) <= wanted { break }
    }
    for _ in 0..<200 where high - low > 1e-15 * high {
      let middle = low + (high - low) / 2
      if try logBlocking(loadErlangs: middle, agents: agents) > wanted {
        high = middle
      } else {
        low = middle
      }
    }
    return low + (high - low) / 2
  }
}
