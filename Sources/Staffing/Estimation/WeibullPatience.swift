internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

extension PatienceFit {
  /// Patience whose rate of giving up falls (shape below 1) or rises with the wait.
  ///
  /// *Formula*: log L = Σ d (log k − k log s + (k − 1) log t) − Σ (t/s)ᵏ, the second sum over all times. Given k the
  /// scale is sᵏ = Σ tᵏ/d; k is the root of Σ tᵏ log t/Σ tᵏ − 1/k − Σ d log t/d, which grows with k.
  /// Intervals by the observed information in (log k, log s); the mean is s Γ(1 + 1/k).
  /// *Edge cases*: nil where all times are the same, or the shape leaves 0.1…20, the plan's range.
  /// *Source*: Cohen (1965), Maximum likelihood estimation in the Weibull distribution, doi:10.1080/00401706.1965.10490300.
  static func weibull(_ times: CensoredTimes, confidence: Double) -> PatienceFit? {
    let events = Double(times.eventCount)
    guard times.points.count > 1, events > 1, let longest = times.points.last?.seconds else {
      return nil
    }
    // In units of the longest time no power overflows.
    let points = times.points.map {
      (
        log: log($0.seconds / longest), events: Double($0.events),
        all: Double($0.events + $0.censored)
      )
    }
    let meanLog = points.reduce(0) { $0 + $1.events * $1.log } / events
    func excess(_ shape: Double) -> Double {
      var (sum, weighted) = (0.0, 0.0)
      for point in points {
        let power = point.all * exp(shape * point.log)
        sum += power
        weighted += power * point.log
      }
      return weighted / sum - 1 / shape - meanLog
    }
    var (low, high) = (0.1, 20.0)
    guard excess(low) < 0, excess(high) > 0 else { return nil }
    while high - low > 1e-14 * high {
      let middle = 0.5 * (low + high)
      if middle <= low || middle >= high { break }
      if excess(middle) < 0 { low = middle } else { high = middle }
    }
    let shape = 0.5 * (low + high)
    func logLikelihood(_ parameters: [Double]) -> Double {
      let (logShape, logScale) = (parameters[0], parameters[1])
      let k = exp(logShape)
      var value = 0.0
      for point in points {
        let distance = point.log - logScale
        value += point.events * (logShape - logScale + (k - 1) * distance)
        value -= point.all * exp(k * distance)
      }
      return value
    }
    let power = points.reduce(0) { $0 + $1.all * exp(shape * $1.log) }
    let peakPoint = [log(shape), log(power / events) / shape]
    let peak = LikelihoodSearch.Peak(point: peakPoint, value: logLikelihood(peakPoint))
    let covariance = LikelihoodSearch.covariance(at: peak, logLikelihood)
    let mean = longest * exp(peakPoint[1]) * tgamma(1 + 1 / shape)
    // d log mean/d log k = −ψ(1 + 1/k)/k, d log mean/d log s = 1.
    let slope = -digamma(1 + 1 / shape) / shape
    let meanVariance = covariance.map {
      slope * slope * $0[0][0] + 2 * slope * $0[0][1] + $0[1][1]
    }
    let count = times.eventCount
    return PatienceFit(
      shape: .weibull(shape: shape),
      mean: .positive(
        mean, logError: (meanVariance ?? .infinity).squareRoot(), count: count,
        confidence: confidence),
      parameters: [
        Parameter(
          name: "weibull_shape",
          value: .positive(
            shape, logError: (covariance?[0][0] ?? .infinity).squareRoot(), count: count,
            confidence: confidence))
      ],
      // Back from units of the longest time.
      logLikelihood: peak.value - events * log(longest))
  }
}
