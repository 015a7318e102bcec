#if canImport(Glibc)
  internal import Glibc
#endif

/// The exponential distribution: times between independent events, and the usual first guess at patience.
///
/// *Edge cases*: a mean of 0 is the constant 0.
public struct Exponential: Distribution {
  /// The expected value.
  public let mean: Double

  /// The distribution with this mean; NaN answers unless it is finite and not negative.
  public init(mean: Double) { self.mean = mean >= 0 && mean.isFinite ? mean : .nan }

  /// The variance.
  public var variance: Double { mean * mean }

  /// The density at x, or the probability of an integer x.
  public func density(_ x: Double) -> Double {
    x < 0 ? 0 : exp(-x / mean) / mean
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if mean.isNaN || x.isNaN { return .nan }
    if x < 0 { return 0 }
    return mean == 0 ? 1 : -expm1(-x / mean)
  }

  /// The smallest x with P(X ≤ x) ≥ `probability`; NaN outside [0, 1].
  public func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1 else { return .nan }
    return mean == 0 ? 0 : -mean * log1p(-probability)
  }

  /// One variate.
  @inlinable
  public func sample<Stream: RandomStream>(using stream: inout Stream) -> Double {
    mean * stream.exponential()
  }
}
