internal import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

extension PatienceFit {
  /// Patience without memory: all waiting over all who gave up.
  ///
  /// *Formula*: θ = T/d with T the sum of all waits, of those answered too, and d abandons. The interval is that of a
  /// Poisson count d over an exposure T: 2T/χ²(2d + 2) to 2T/χ²(2d).
  /// *Edge cases*: nil without any abandon.
  /// *Source*: Epstein and Sobel (1953), Life testing, doi:10.1080/01621459.1953.10483488; for call centers Brown et al.
  /// (2005), doi:10.1198/016214504000001808.
  static func exponential(_ times: CensoredTimes, confidence: Double) -> PatienceFit? {
    exponential(
      totalSeconds: times.totalSeconds, events: times.eventCount, confidence: confidence)
  }

  /// The same from totals alone, which is all that interval records have.
  public static func exponential(
    totalSeconds: Double, events: Int, confidence: Double = 0.95
  ) -> PatienceFit? {
    guard events > 0, totalSeconds > 0, totalSeconds.isFinite else { return nil }
    let (lower, upper) = meanBounds(
      totalSeconds: totalSeconds, events: events, confidence: confidence)
    let mean = totalSeconds / Double(events)
    return PatienceFit(
      shape: .exponential,
      mean: FittedValue(mean, lower: lower, upper: upper, count: events),
      parameters: [], logLikelihood: -Double(events) * (log(mean) + 1))
  }

  /// The interval of a mean by its count of events; without events the upper end is infinite.
  static func meanBounds(
    totalSeconds: Double, events: Int, confidence: Double
  ) -> (lower: Double, upper: Double) {
    let tail = (1 - confidence) / 2
    let most = Gamma(shape: Double(events) + 1, scale: 1).quantile(1 - tail)
    let least = events > 0 ? Gamma(shape: Double(events), scale: 1).quantile(tail) : 0
    return (totalSeconds / most, least > 0 ? totalSeconds / least : .infinity)
  }
}
