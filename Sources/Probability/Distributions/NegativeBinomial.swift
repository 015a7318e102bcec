#if canImport(Glibc)
  internal import Glibc
#endif

/// The negative binomial distribution: counts that vary more than Poisson, because the rate itself varies.
///
/// A Poisson count whose mean is gamma distributed with shape `size`; the variance is mean + mean²/size, and
/// `size` = ∞ is the Poisson distribution itself.
public struct NegativeBinomial: Distribution {
  /// The expected value.
  public let mean: Double
  /// The shape of the gamma distribution behind it; need not be an integer.
  public let size: Double

  /// The distribution with this mean and size; NaN answers unless mean ≥ 0 and size > 0.
  public init(mean: Double, size: Double) {
    let valid = mean >= 0 && mean.isFinite && size > 0
    self.mean = valid ? mean : .nan
    self.size = valid ? size : .nan
  }

  /// The distribution with this mean and variance; a variance at or below the mean gives Poisson.
  public init(mean: Double, variance: Double) {
    self.init(mean: mean, size: variance > mean ? mean * mean / (variance - mean) : .infinity)
  }

  /// The variance.
  public var variance: Double { mean + mean * mean / size }

  /// The density at x, or the probability of an integer x.
  public func density(_ x: Double) -> Double {
    if mean.isNaN || x.isNaN { return .nan }
    if x < 0 || x != x.rounded() || x.isInfinite { return 0 }
    if size.isInfinite || mean == 0 { return SpecialFunctions.poissonDensity(x, mean: mean) }
    // Loader's form: size/(size+x) times the binomial probability of `size` successes in size + x trials.
    let n = size + x
    if x == 0 { return exp(-size * log1p(mean / size)) }
    if size < 1e-3 {
      let gammas =
        SpecialFunctions.logGamma(n) - SpecialFunctions.logGamma(size)
        - SpecialFunctions.logGamma(x + 1)
      return exp(gammas - size * log1p(mean / size) + x * log(mean / (size + mean)))
    }
    let successes = n * (size / (size + mean))
    let failures = n * (mean / (size + mean))
    let exponent =
      SpecialFunctions.stirlingError(n) - SpecialFunctions.stirlingError(size)
      - SpecialFunctions.stirlingError(x) - SpecialFunctions.deviance(size, successes)
      - SpecialFunctions.deviance(x, failures)
    return exp(exponent) * (size / (2 * Double.pi * x * n)).squareRoot()
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if mean.isNaN || x.isNaN { return .nan }
    if x < 0 { return 0 }
    if mean == 0 || x.isInfinite { return 1 }
    if size.isInfinite { return Poisson(mean: mean).cumulative(x) }
    return SpecialFunctions.incompleteBeta(
      size, x.rounded(.down) + 1, size / (size + mean), complement: mean / (size + mean)
    ).lower
  }

  /// The smallest x with P(X ≤ x) ≥ `probability`; NaN outside [0, 1].
  public func quantile(_ probability: Double) -> Double {
    let skewness = (1 + 2 * mean / size) / variance.squareRoot()
    return integerQuantile(self, skewness: skewness, probability: probability)
  }

  /// One variate.
  @inlinable
  public func sample<Stream: RandomStream>(using stream: inout Stream) -> Double {
    guard mean > 0 else { return mean }
    let rate =
      size.isInfinite ? mean : Gamma(shape: size, scale: mean / size).sample(using: &stream)
    return Poisson(mean: rate).sample(using: &stream)
  }
}
