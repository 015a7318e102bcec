internal import Glibc

/// M/G/n and G/G/n by correction of M/M/n: arrivals and handle times of any variation, endless patience.
///
/// *Formula*: the wait of those who wait is that of Erlang C times (ca² + cs²)/2, ca² and cs² the squared
/// coefficients of variation of the time between arrivals and of the handle time; it is taken as exponential.
/// P(wait) is Erlang C's, or, for Sakasegawa, ρ^{√(2(n+1))−1}, with which his mean wait
/// (ca² + cs²)/2 · AHT · ρ^{√(2(n+1))−1}/(n(1−ρ)) has the same form: all his measures do without Erlang C.
/// Right at n = 1 (Pollaczek and Khinchine) and for exponential handle times (but Sakasegawa); at ρ ≥ 0.9
/// within some percent, at low occupancy off by a third and more, for what is a tiny wait.
///
/// *Source*: Allen 1990, "Probability, statistics and queueing theory", after Cunneen; Lee and Longton 1959;
/// Sakasegawa 1977, "An approximation formula L_q ≃ αρ^β/(1−ρ)", Annals of the Institute of
/// Statistical Mathematics 29, 67–75.
public enum GeneralService {
  /// `mgn`.
  public static let name = "mgn"
  /// One sentence for help pages.
  public static let summary =
    "M/G/n and G/G/n: Erlang C corrected for the variation of arrivals and handle times."

  /// Whose correction.
  public enum Approximation: String, CaseIterable, Hashable, Sendable {
    /// Allen and Cunneen: both variations.
    case allenCunneen = "allen-cunneen"
    /// Lee and Longton: Poisson arrivals, variation of handle times.
    case leeLongton = "lee-longton"
    /// Sakasegawa: both variations, without Erlang C.
    case sakasegawa
  }

  /// The measures of one case; patience is ignored.
  ///
  /// *Units*: variations are squared coefficients: 0 for constant times, 1 for exponential ones.
  /// *Edge cases*: without any variation nobody waits.
  /// *Throws*: `QueueingError.unstable` as Erlang C; `.outOfRange` for variations outside 0 to 10⁶, and for
  /// Lee and Longton with any arrival variation but 1.
  public static func measures(
    of traffic: Traffic, agents: Double, arrivalVariation: Double, serviceVariation: Double,
    approximation: Approximation = .allenCunneen, threshold: Double
  ) throws(QueueingError) -> ServiceMeasures {
    try Traffic.check("squared variation of arrivals", arrivalVariation, 0, 1e6)
    try Traffic.check("squared variation of handle times", serviceVariation, 0, 1e6)
    if approximation == .leeLongton, arrivalVariation != 1 {
      throw .outOfRange(
        quantity: "squared variation of arrivals for lee-longton", value: arrivalVariation,
        expected: "1")
    }
    var result = try ErlangC.measures(
      of: traffic, agents: agents, threshold: threshold, shortThreshold: 0)
    let factor = (arrivalVariation + serviceVariation) / 2
    if approximation == .sakasegawa {
      let rho = traffic.loadErlangs / agents
      result.waitProbability = pow(rho, (2 * (agents + 1)).squareRoot() - 1)
    }
    if factor == 0 { result.waitProbability = 0 }
    let delayed = (result.meanWaitDelayedSeconds ?? 0) * factor
    let wait = result.waitProbability
    result.meanWaitDelayedSeconds = factor > 0 ? delayed : nil
    result.meanWaitSeconds = wait * delayed
    result.meanWaitAnsweredSeconds = result.meanWaitSeconds
    let decay = factor > 0 ? threshold / delayed : .infinity
    result.longWaitProbability = wait * exp(-decay)
    result.answeredWithin = 1 - wait - wait * expm1(-decay)
    result.queueLength = traffic.arrivalsPerSecond * result.meanWaitSeconds
    return result
  }

  /// The formula with its variations, for searches.
  public struct Model: QueueingModel {
    /// Squared coefficient of variation of the time between arrivals.
    public var arrivalVariation: Double
    /// Squared coefficient of variation of the handle time.
    public var serviceVariation: Double
    /// Whose correction.
    public var approximation: Approximation

    /// Creates the formula with its variations.
    public init(
      arrivalVariation: Double = 1, serviceVariation: Double = 1,
      approximation: Approximation = .allenCunneen
    ) {
      self.arrivalVariation = arrivalVariation
      self.serviceVariation = serviceVariation
      self.approximation = approximation
    }

    /// `mgn`.
    public var name: String { GeneralService.name }

    /// The measures of one case.
    ///
    /// *Throws*: what `GeneralService.measures` throws.
    public func measures(
      of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
    ) throws(QueueingError) -> ServiceMeasures {
      try GeneralService.measures(
        of: traffic, agents: agents, arrivalVariation: arrivalVariation,
        serviceVariation: serviceVariation, approximation: approximation, threshold: threshold)
    }

    /// The load, as for Erlang C.
    public func agentsToExceed(for traffic: Traffic) -> Double {
      ErlangC.agentsToExceed(for: traffic)
    }
  }
}
