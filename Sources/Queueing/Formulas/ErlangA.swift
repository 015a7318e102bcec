internal import Glibc

/// Palm's formula with abandonment, M/M/n+M: customers wait up to an exponential patience.
///
/// Goals, in order of priority: right in every regime (deep overload, patience of a millisecond or thirty
/// years, thresholds of hours, tails to 1e-300), whole and fractional agents alike; every quantity a sum of
/// positive terms, so that small ones keep their digits; a microsecond per case at ordinary loads.
///
/// *Formula*: a = λ/μ, b = λ/θ, c = nμ/θ. In units of p_{n−1}, the states with a free agent weigh S
/// (`busySum`). The wait V of an endlessly patient caller has density λ e^{E(x)} with
/// E(x) = λH(x) − nμx, H(x) = (1 − e^{−θx})/θ. Integrating by parts gives, with u = e^{−θT} and the sums
/// G, D over Π_{i≤k} bu/(c+i) of `WaitingSums`,
///
///     P(V > T)              ∝ (a/n) e^{E(T)} (1 + G)
///     answered after T      ∝ e^{E(T)} G
///     abandoned after T     ∝ e^{E(T)} D / c
///
/// At T = 0 these are P(wait), answered after a wait and P(abandon); the differences are the shares within
/// T. The recursion over Beta distributions that starts from e^{−nμT} is not used: it underflows for long
/// thresholds. Fractional n replaces S by its continuation and nμ by xμ.
///
/// *Source*: Palm 1957; Mandelbaum and Zeltyn 2007, "Service engineering in action: the Palm/Erlang-A
/// queue"; Garnett, Mandelbaum and Reiman 2002, doi 10.1287/msom.4.3.208.7753.
public enum ErlangA: QueueingFormula {
  /// `erlang-a`.
  public static let name = "erlang-a"
  /// One sentence for help pages.
  public static let summary = "Erlang A (M/M/n+M): customers give up after an exponential patience."

  /// The measures of one case, stable at every load.
  ///
  /// *Edge cases*: infinite patience gives Erlang C.
  /// *Throws*: `QueueingError.outOfRange` where more than 10⁷ contacts would wait; with infinite patience
  /// what Erlang C throws.
  /// *Complexity*: O(√a + √b) terms, (b − c) more in overload.
  public static func measures(
    of traffic: Traffic, agents: Double, threshold: Double,
    shortThreshold: Double = usualShortAbandonSeconds
  ) throws(QueueingError) -> ServiceMeasures {
    guard traffic.isPatienceFinite else {
      return try ErlangC.measures(
        of: traffic, agents: agents, threshold: threshold, shortThreshold: shortThreshold)
    }
    try checkCase(agents: agents, threshold: threshold, shortThreshold: shortThreshold)
    return try waitingMeasures(
      of: traffic, agents: agents, busy: busySum(agents: agents, load: traffic.loadErlangs),
      threshold: threshold, shortThreshold: shortThreshold, formula: name)
  }

  /// Zero: abandonment steadies every load.
  public static func agentsToExceed(for traffic: Traffic) -> Double {
    traffic.isPatienceFinite ? 0 : ErlangC.agentsToExceed(for: traffic)
  }
}
