/// The normal distribution.
///
/// *Edge cases*: a standard deviation of 0 is the constant `mean`.
public struct Normal: Distribution {
  /// The expected value.
  public let mean: Double
  /// The standard deviation.
  public let standardDeviation: Double

  /// The distribution with this mean and standard deviation; NaN answers for a negative one.
  public init(mean: Double = 0, standardDeviation: Double = 1) {
    self.mean = mean
    self.standardDeviation = standardDeviation >= 0 ? standardDeviation : .nan
  }

  /// The variance.
  public var variance: Double { standardDeviation * standardDeviation }

  /// The density at x, or the probability of an integer x.
  public func density(_ x: Double) -> Double {
    SpecialFunctions.normalDensity((x - mean) / standardDeviation) / standardDeviation
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if standardDeviation == 0 { return x.isNaN ? .nan : x < mean ? 0 : 1 }
    return SpecialFunctions.normalCumulative((x - mean) / standardDeviation)
  }

  /// The smallest x with P(X ≤ x) ≥ `probability`; NaN outside [0, 1].
  public func quantile(_ probability: Double) -> Double {
    let standard = SpecialFunctions.normalQuantile(probability)
    return standardDeviation == 0 && !standard.isNaN ? mean : mean + standardDeviation * standard
  }

  /// One variate.
  @inlinable
  public func sample<Stream: RandomStream>(using stream: inout Stream) -> Double {
    mean + standardDeviation * stream.normal()
  }
}
