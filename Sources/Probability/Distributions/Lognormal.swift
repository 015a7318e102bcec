#if canImport(Glibc)
  public import Glibc
#endif

/// The lognormal distribution, by its mean and coefficient of variation: the shape of handle times.
///
/// *Formula*: log X is normal with variance σ² = log(1 + cv²) and mean log(mean) − σ²/2.
/// *Edge cases*: a mean of 0 is the constant 0; a coefficient of variation of 0 is the constant `mean`.
public struct Lognormal: Distribution {
  /// The expected value.
  public let mean: Double
  /// Standard deviation over mean.
  public let coefficientOfVariation: Double
  /// The standard deviation of the logarithm.
  public let logDeviation: Double

  /// The distribution with this mean and coefficient of variation; NaN answers if either is negative.
  public init(mean: Double, coefficientOfVariation: Double) {
    let valid =
      mean >= 0 && coefficientOfVariation >= 0 && mean.isFinite && coefficientOfVariation.isFinite
    self.mean = valid ? mean : .nan
    self.coefficientOfVariation = valid ? coefficientOfVariation : .nan
    logDeviation =
      valid ? log1p(coefficientOfVariation * coefficientOfVariation).squareRoot() : .nan
  }

  /// The variance.
  public var variance: Double {
    mean * mean * coefficientOfVariation * coefficientOfVariation
  }

  /// The median, the mean over √(1 + cv²).
  @inlinable
  public var median: Double { mean * exp(-0.5 * logDeviation * logDeviation) }

  /// The density at x, or the probability of an integer x.
  public func density(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? .nan : 0 }
    return SpecialFunctions.normalDensity(log(x / median) / logDeviation) / (x * logDeviation)
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if mean.isNaN || x.isNaN { return .nan }
    if mean == 0 || logDeviation == 0 { return x < mean ? 0 : 1 }
    return x <= 0 ? 0 : SpecialFunctions.normalCumulative(log(x / median) / logDeviation)
  }

  /// The smallest x with P(X ≤ x) ≥ `probability`; NaN outside [0, 1].
  public func quantile(_ probability: Double) -> Double {
    let standard = SpecialFunctions.normalQuantile(probability)
    if !standard.isNaN, mean == 0 || logDeviation == 0 { return mean }
    return median * exp(logDeviation * standard)
  }

  /// One variate.
  @inlinable
  public func sample<Stream: RandomStream>(using stream: inout Stream) -> Double {
    mean * exp(logDeviation * (stream.normal() - 0.5 * logDeviation))
  }
}
