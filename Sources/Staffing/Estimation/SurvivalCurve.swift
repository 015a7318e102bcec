internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// The share still there after a time, by Kaplan and Meier's product: no family of curves is assumed.
///
/// *Formula*: S(t) = Π (1 − dᵢ/nᵢ) over event times tᵢ ≤ t, with dᵢ events among nᵢ that had not ended before; contacts
/// cut off at tᵢ count among nᵢ. Greenwood's variance is S² Σ dᵢ/(nᵢ (nᵢ − dᵢ)).
/// *Source*: Kaplan and Meier (1958), Nonparametric estimation from incomplete observations, doi:10.2307/2281868.
public struct SurvivalCurve: Hashable, Sendable {
  /// One step of the curve.
  public struct Step: Hashable, Sendable {
    /// Where it falls.
    public var seconds: Double
    /// What remains.
    public var survival: Double
    /// Greenwood's sum up to here; the variance of the survival over its square.
    public var relativeVariance: Double
    /// How many were there just before.
    public var atRisk: Int
  }

  /// The steps, in order of time.
  public let steps: [Step]
  private let times: CensoredTimes

  /// Estimates the curve.
  public init(_ times: CensoredTimes) {
    var remaining = times.count
    var survival = 1.0
    var variance = 0.0
    var steps: [Step] = []
    for point in times.points {
      if point.events > 0 {
        let (d, n) = (Double(point.events), Double(remaining))
        survival *= (n - d) / n
        variance += n > d ? d / (n * (n - d)) : .infinity
        steps.append(
          Step(
            seconds: point.seconds, survival: survival, relativeVariance: variance,
            atRisk: remaining))
      }
      remaining -= point.events + point.censored
    }
    self.steps = steps
    self.times = times
  }

  /// The survival just after a time.
  public func survival(at seconds: Double) -> Double { step(at: seconds)?.survival ?? 1 }

  /// How many had neither ended nor been cut off before a time.
  public func atRisk(at seconds: Double) -> Int {
    times.points.reduce(0) { $1.seconds >= seconds ? $0 + $1.events + $1.censored : $0 }
  }

  /// The survival at a time with its interval on the scale of log(−log S), which stays between 0 and 1.
  ///
  /// *Edge cases*: before the first event the curve is 1 and so is its interval's upper end; the lower end is then the
  /// exact binomial one for no event among those at risk.
  public func value(at seconds: Double, confidence: Double = 0.95) -> FittedValue {
    let risk = atRisk(at: seconds)
    guard let step = step(at: seconds) else {
      let bound = risk > 0 ? pow((1 - confidence) / 2, 1 / Double(risk)) : 0
      return FittedValue(1, lower: bound, upper: 1, count: risk)
    }
    guard step.survival > 0 else { return FittedValue(0, lower: 0, upper: 1, count: risk) }
    let z = SpecialFunctions.normalQuantile(0.5 + confidence / 2)
    let error = step.relativeVariance.squareRoot() / -log(step.survival)
    return FittedValue(
      step.survival, lower: pow(step.survival, exp(z * error)),
      upper: pow(step.survival, exp(-z * error)), count: risk)
  }

  /// Round times at which at least `fewest` are still seen: where to look at the curve.
  public func usefulSeconds(fewest: Int = 10) -> [Double] {
    let round: [Double] = [5, 10, 20, 30, 60, 90, 120, 180, 300, 600, 900, 1800, 3600, 7200]
    return round.filter { atRisk(at: $0) >= fewest }
  }

  private func step(at seconds: Double) -> Step? {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].seconds <= seconds { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? steps[low - 1] : nil
  }
}
