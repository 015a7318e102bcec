internal import Glibc

/// Erlang's waiting formula, M/M/n: customers wait as long as it takes, in order of arrival.
///
/// *Formula*: with S = Σ_{j<n} p_j / p_{n−1} and q = a/(n − a): P(wait) = q/(S + q),
/// ASA = P(wait)/(nμ − λ), P(W > T) = P(wait) e^{−(nμ−λ)T}. Fractional agents by the continuation of S.
/// *Source*: Erlang 1917; the downward sum keeps all terms positive.
public enum ErlangC: QueueingFormula {
  /// `erlang-c`.
  public static let name = "erlang-c"
  /// One sentence for help pages.
  public static let summary = "Erlang C (M/M/n): customers wait as long as it takes."

  /// The measures of one case; patience is ignored.
  ///
  /// *Throws*: `QueueingError.unstable` where the load reaches the agents, up to the rounding of
  /// rate × handle time: an occupancy of exactly 100 % is refused.
  public static func measures(
    of traffic: Traffic, agents: Double, threshold: Double,
    shortThreshold: Double = usualShortAbandonSeconds
  ) throws(QueueingError) -> ServiceMeasures {
    try checkCase(agents: agents, threshold: threshold, shortThreshold: shortThreshold)
    let load = traffic.loadErlangs
    guard agents > agentsToExceed(for: traffic) else {
      throw .unstable(formula: "Erlang C", loadErlangs: load, agents: agents)
    }
    return measures(
      of: traffic, agents: agents, busy: busySum(agents: agents, load: load), threshold: threshold)
  }

  /// The measures where the states with a free agent weigh `busy`; the load must be below the agents.
  static func measures(
    of traffic: Traffic, agents: Double, busy: ScaledValue, threshold: Double
  ) -> ServiceMeasures {
    let load = traffic.loadErlangs
    let free = agents - load
    let queued = load / free
    let unit = busy.log
    let waitWeight = queued * exp(-unit)
    let total = busy.value + waitWeight
    let delayed = traffic.meanHandleSeconds / free
    var result = ServiceMeasures(
      agents: agents, loadErlangs: load, thresholdSeconds: threshold)
    result.waitProbability = waitWeight / total
    result.meanWaitDelayedSeconds = delayed
    result.meanWaitSeconds = result.waitProbability * delayed
    result.meanWaitAnsweredSeconds = result.meanWaitSeconds
    let decay = threshold / delayed
    result.longWaitProbability = result.waitProbability * exp(-decay)
    // 1 − P e^{−x} as P(no wait) + P (1 − e^{−x}) keeps its digits where nearly everybody waits.
    result.answeredWithin = busy.value / total - result.waitProbability * expm1(-decay)
    result.queueLength = result.waitProbability * queued
    result.occupancy = load / agents
    return result
  }

  /// The load itself, raised by four units of rounding.
  public static func agentsToExceed(for traffic: Traffic) -> Double {
    traffic.loadErlangs * (1 + 4 * Double.ulpOfOne)
  }
}
