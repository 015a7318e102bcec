#if canImport(Glibc)
  public import Glibc
#endif

/// The Poisson distribution: how many independent callers call.
///
/// ```swift
/// Poisson(mean: 16).quantile(0.9)  // 21
/// ```
public struct Poisson: Distribution {
  /// The expected value, which is the variance too.
  public let mean: Double

  /// The distribution with this mean; NaN answers unless it is finite and not negative.
  public init(mean: Double) { self.mean = mean >= 0 && mean.isFinite ? mean : .nan }

  /// The variance.
  public var variance: Double { mean }

  /// The density at x, or the probability of an integer x.
  public func density(_ x: Double) -> Double {
    if mean.isNaN || x.isNaN { return .nan }
    return x < 0 || x != x.rounded() ? 0 : SpecialFunctions.poissonDensity(x, mean: mean)
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if mean.isNaN || x.isNaN { return .nan }
    if x < 0 { return 0 }
    if mean == 0 || x.isInfinite { return 1 }
    return SpecialFunctions.incompleteGamma(x.rounded(.down) + 1, mean).upper
  }

  /// P(X > x), accurate in the upper tail.
  public func exceedance(_ x: Double) -> Double {
    if mean.isNaN || x.isNaN { return .nan }
    if x < 0 { return 1 }
    if mean == 0 || x.isInfinite { return 0 }
    return SpecialFunctions.incompleteGamma(x.rounded(.down) + 1, mean).lower
  }

  /// The smallest x with P(X ≤ x) ≥ `probability`; NaN outside [0, 1].
  public func quantile(_ probability: Double) -> Double {
    integerQuantile(self, skewness: 1 / mean.squareRoot(), probability: probability)
  }

  /// One count.
  ///
  /// Products of uniforms below a mean of 10, transformed rejection above.
  ///
  /// *Source*: Hörmann (1993), "The transformed rejection method for generating Poisson random variables"
  /// (algorithm PTRS), doi:10.1016/0167-6687(93)90997-4.
  @inlinable
  public func sample<Stream: RandomStream>(using stream: inout Stream) -> Double {
    guard mean > 0 else { return mean }
    if mean < 10 {
      let floor = exp(-mean)
      var count = 0.0
      var product = stream.uniformOpen()
      while product > floor {
        product *= stream.uniformOpen()
        count += 1
      }
      return count
    }
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.024_83 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let accept = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = stream.uniformOpen() - 0.5
      let v = stream.uniformOpen()
      let us = 0.5 - abs(u)
      let count = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07 && v <= accept { return count }
      if count < 0 || (us < 0.013 && v > us) { continue }
      let left = log(v * inverseAlpha / (a / (us * us) + b))
      if left <= count * log(mean) - mean - SpecialFunctions.logGamma(count + 1) { return count }
    }
  }
}
