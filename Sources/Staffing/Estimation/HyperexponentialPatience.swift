internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

extension PatienceFit {
  /// Two kinds of customers, each without memory: some hang up soon, the others wait long.
  ///
  /// *Formula*: S(t) = q e^(−t/a) + p e^(−t/b) with q = 1 − p and a < b; an event adds the logarithm of the density, a
  /// time cut off that of S. Searched in (logit p, log a, log b) from several starts; intervals by the observed
  /// information there, that of the mean q a + p b by its gradient.
  /// *Edge cases*: nil where the two kinds fall together or one of them is empty: then the exponential says it all. Nil
  /// too where b/a leaves 1,000, the plan's range.
  static func hyperexponential(_ times: CensoredTimes, confidence: Double) -> PatienceFit? {
    let events = Double(times.eventCount)
    let rough = times.totalSeconds / max(1, events)
    guard events > 4, rough > 0, let longest = times.points.last?.seconds else { return nil }
    let points = times.points.map { ($0.seconds, Double($0.events), Double($0.censored)) }
    func logLikelihood(_ parameters: [Double]) -> Double {
      let p = 1 / (1 + exp(-parameters[0]))
      let (a, b) = (exp(parameters[1]), exp(parameters[2]))
      // Means far beyond what was seen cannot be told apart.
      guard a > 1e-3, b > 1e-3, a < 1e4 * longest, b < 1e4 * longest else { return -.infinity }
      var value = 0.0
      for (seconds, events, censored) in points {
        let (short, long) = ((1 - p) * exp(-seconds / a), p * exp(-seconds / b))
        if events > 0 { value += events * log(short / a + long / b) }
        if censored > 0 { value += censored * log(short + long) }
      }
      return value
    }
    let starts = [(0.5, 0.3, 2.0), (0.8, 0.1, 1.5), (0.2, 0.6, 4.0)].map { share, short, long in
      [log(share / (1 - share)), log(short * rough), log(long * rough)]
    }
    let peaks = starts.map { LikelihoodSearch.maximum(from: $0, logLikelihood) }
    guard var peak = peaks.max(by: { $0.value < $1.value }) else { return nil }
    if peak.point[1] > peak.point[2] {
      peak.point = [-peak.point[0], peak.point[2], peak.point[1]]
    }
    let p = 1 / (1 + exp(-peak.point[0]))
    let (a, b) = (exp(peak.point[1]), exp(peak.point[2]))
    guard p > 1e-4, p < 1 - 1e-4, b / a > 1.05, b / a < 1000 else { return nil }
    let covariance = LikelihoodSearch.covariance(at: peak, logLikelihood)
    let mean = (1 - p) * a + p * b
    let gradient = [p * (1 - p) * (b - a) / mean, (1 - p) * a / mean, p * b / mean]
    func deviation(_ gradient: [Double]) -> Double {
      guard let covariance else { return .infinity }
      var variance = 0.0
      for i in 0..<3 { for j in 0..<3 { variance += gradient[i] * covariance[i][j] * gradient[j] } }
      return variance.squareRoot()
    }
    let count = times.eventCount
    func positive(_ value: Double, _ gradient: [Double]) -> FittedValue {
      .positive(value, logError: deviation(gradient), count: count, confidence: confidence)
    }
    let odds = positive(p / (1 - p), [1, 0, 0])
    func share(_ odds: Double) -> Double { odds.isInfinite ? 1 : odds / (1 + odds) }
    return PatienceFit(
      shape: .hyperexponential(share: p, factor: b / a),
      mean: positive(mean, gradient),
      parameters: [
        Parameter(
          name: "hyperexponential_share",
          value: FittedValue(p, lower: share(odds.lower), upper: share(odds.upper), count: count)),
        Parameter(name: "hyperexponential_factor", value: positive(b / a, [0, -1, 1])),
      ], logLikelihood: peak.value)
  }
}
