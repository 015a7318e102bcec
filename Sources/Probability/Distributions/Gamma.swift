#if canImport(Glibc)
  public import Glibc
#endif

/// The gamma distribution, by shape and scale: the busyness of a day, and rates in general.
public struct Gamma: Distribution {
  /// The shape; the coefficient of variation is its inverse square root.
  public let shape: Double
  /// The scale; the mean is shape times scale.
  public let scale: Double

  /// The distribution with this shape and scale; NaN answers unless both are positive.
  public init(shape: Double, scale: Double) {
    let valid = shape > 0 && scale > 0 && shape.isFinite && scale.isFinite
    self.shape = valid ? shape : .nan
    self.scale = valid ? scale : .nan
  }

  /// The distribution with this mean and coefficient of variation, both positive.
  public init(mean: Double, coefficientOfVariation: Double) {
    let square = coefficientOfVariation * coefficientOfVariation
    self.init(shape: 1 / square, scale: mean * square)
  }

  /// The expected value.
  public var mean: Double { shape * scale }
  /// The variance.
  public var variance: Double { shape * scale * scale }

  /// The density at x, or the probability of an integer x.
  public func density(_ x: Double) -> Double {
    guard x >= 0 else { return x.isNaN ? .nan : 0 }
    if x == 0 { return shape < 1 ? .infinity : shape == 1 ? 1 / scale : 0 }
    return SpecialFunctions.poissonDensity(shape, mean: x / scale) * shape / x
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if x < 0 { return shape.isNaN ? .nan : 0 }
    return SpecialFunctions.incompleteGamma(shape, x / scale).lower
  }

  /// The smallest x with P(X ≤ x) ≥ `probability`; NaN outside [0, 1].
  public func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1, !shape.isNaN else { return .nan }
    if probability == 0 { return 0 }
    if probability == 1 { return .infinity }
    // Wilson and Hilferty: the cube root of a gamma variate is nearly normal. Far in the lower tail the leading
    // term of the power series is the better start.
    let spread = 1 / (9 * shape)
    let root = 1 - spread + SpecialFunctions.normalQuantile(probability) * spread.squareRoot()
    var start = shape * root * root * root
    if root <= 0.2 || shape < 0.5 {
      start = exp((log(probability) + SpecialFunctions.logGamma(shape + 1)) / shape)
    }
    let standard = Gamma(shape: shape, scale: 1)
    return scale
      * solveIncreasing(start: max(start, 1e-300), lower: 0, target: probability) { x in
        (standard.cumulative(x), standard.density(x))
      }
  }

  /// One variate.
  @inlinable
  public func sample<Stream: RandomStream>(using stream: inout Stream) -> Double {
    scale * Gamma.sampleStandard(shape: shape, using: &stream)
  }

  /// A variate of scale 1.
  ///
  /// *Source*: Marsaglia and Tsang (2000), "A simple method for generating gamma variables",
  /// doi:10.1145/358407.358414; below shape 1 by their boost X(α) = X(α+1) U^(1/α).
  @inlinable
  static func sampleStandard<Stream: RandomStream>(
    shape: Double, using stream: inout Stream
  ) -> Double {
    guard shape > 0 else { return .nan }
    if shape < 1 {
      let boost = pow(stream.uniformOpen(), 1 / shape)
      return boost * sampleStandard(shape: shape + 1, using: &stream)
    }
    let d = shape - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = stream.normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(stream.uniformOpen()) < 0.5 * x * x + d * (1 - v + log(v)) { return d * v }
    }
  }
}
