internal import Glibc
internal import Probability

/// The probability that a backlog is cleared in given time: a Poisson number of contacts, all present at the start,
/// work divisible between agents.
///
/// *Formula*: P(h₁ + … + h_K ≤ n·t), K Poisson. With exponential handle times of mean h the sum of k is
/// below x·h with the probability that a Poisson number of mean x reaches k; with constant ones it is K ≤ x.
public enum DeferredClearing {
  /// The law of handle times.
  public enum HandleTimes: Hashable, Sendable {
    /// Exponential: an exact compound Poisson sum.
    case exponential
    /// All the same: a Poisson distribution function.
    case deterministic
    /// The normal approximation with a squared coefficient of variation.
    case normal(variation: Double)
  }

  /// The probability that agents finish within a time.
  ///
  /// *Edge cases*: 1 without contacts.
  /// *Throws*: `QueueingError.outOfRange` for more than 10⁹ contacts and quantities out of range.
  /// *Complexity*: O(√contacts) for exponential handle times, else O(1).
  public static func probability(
    meanContacts: Double, handleSeconds: Double, times: HandleTimes, agents: Double,
    withinSeconds seconds: Double
  ) throws(QueueingError) -> Double {
    try Traffic.check("contacts", meanContacts, 0, 1e9)
    try Traffic.check("mean handle time in seconds", handleSeconds, 1e-6, 1e9)
    try Traffic.check("agents", agents, 0, 1e8)
    try Traffic.check("time in seconds", seconds, 0, 1e10)
    let capacity = agents * seconds / handleSeconds
    if meanContacts == 0 { return 1 }
    switch times {
    case .exponential: return exponential(meanContacts, capacity)
    case .deterministic:
      // 2 agents for 8 hours are 192 contacts of 5 minutes, whatever rounding says.
      return Poisson(mean: meanContacts).cumulative(capacity * (1 + 1e-13))
    case .normal(let variation):
      try Traffic.check("squared variation of handle times", variation, 0, 1e6)
      let deviation = (meanContacts * (1 + variation)).squareRoot()
      return SpecialFunctions.normalCumulative((capacity - meanContacts) / deviation)
    }
  }

  /// Σ_k P(K = k) P(N ≥ k) with K and N Poisson: positive terms, downward from where K has ended.
  private static func exponential(_ mean: Double, _ capacity: Double) -> Double {
    let contacts = Poisson(mean: mean)
    let room = Poisson(mean: capacity)
    let spread = 40 * mean.squareRoot() + 60
    var k = (mean + spread).rounded(.up)
    let last = max(0, (mean - spread).rounded(.down))
    var reach = room.exceedance(k - 1)
    var sum = 0.0
    while k >= last {
      sum += contacts.density(k) * reach
      k -= 1
      reach = min(1, reach + room.density(k))
    }
    return min(1, sum)
  }
}
