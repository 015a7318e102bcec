internal import Glibc

/// The share of contacts that no order of service can answer in time.
///
/// *Formula*: M/M/n whose customers leave after exactly T seconds of waiting. With λ, μ, a = λ/μ, δ = (λ − nμ)T:
/// J = (e^δ − 1)/(λ − nμ) + e^δ/(nμ) and the share lost is (1 + (λ − nμ)J)/(1/B(n−1, a) + λJ), which is
/// e^δ · λ/(nμ) over the same denominator.
///
/// Among all orders of service, those that look at classes and those that let contacts wait on purpose included, first
/// come first served with removal of the late answers the most contacts within T where service times are exponential
/// and alike: it is the order of the earliest deadline.
///
/// *Source*: Baccelli and Hebuterne (1981), "On queues with impatient customers", Performance '81, 159–179; Panwar,
/// Towsley and Wolf (1988), "Optimal scheduling policies for a class of queues with customer deadlines to the
/// beginning of service", Journal of the ACM 35, 832–844, doi:10.1145/48014.48019.
enum DeadlineLoss {
  /// The share of contacts not answered within `deadline`.
  ///
  /// *Edge cases*: 1 without servers, 0 without contacts; a deadline of 0 is Erlang B.
  /// *Complexity*: O(servers).
  static func share(
    arrivalsPerSecond rate: Double, handleSeconds: Double, servers: Int, deadline: Double
  ) -> Double {
    let load = rate * handleSeconds
    guard load > 0 else { return 0 }
    guard servers > 0 else { return 1 }
    // 1/B(n−1, a), by the recursion 1/B(k) = 1 + k/(a B(k−1)); beyond 1e290 nobody is lost.
    var inverse = 1.0
    for k in 1..<max(servers, 1) where inverse < 1e290 { inverse = 1 + Double(k) / load * inverse }
    if inverse >= 1e290 { return 0 }
    let drift = (rate - Double(servers) / handleSeconds) * deadline
    let full = load / Double(servers)
    if drift > 600 { return max(0, 1 - 1 / full) }
    let growth = exp(drift)
    let slope = rate - Double(servers) / handleSeconds
    // (e^δ − 1)/(λ − nμ), which is T where they are equal.
    let rising = abs(drift) < 1e-12 ? deadline : expm1(drift) / slope
    return min(1, growth * full / (inverse + rate * rising + growth * full))
  }
}
