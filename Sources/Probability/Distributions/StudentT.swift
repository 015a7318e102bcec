/// Student's t distribution: means of few values whose variance is estimated from them.
public struct StudentT: Distribution {
  /// The degrees of freedom.
  public let degreesOfFreedom: Double

  /// The distribution with this many degrees of freedom; NaN answers unless positive.
  ///
  /// *Edge cases*: ∞ gives the normal distribution.
  public init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom > 0 ? degreesOfFreedom : .nan
  }

  /// 0, or NaN where the mean does not exist (up to one degree of freedom).
  public var mean: Double { degreesOfFreedom > 1 ? 0 : .nan }

  /// ν/(ν − 2), infinite for 1 < ν ≤ 2, NaN below.
  public var variance: Double {
    if degreesOfFreedom.isInfinite { return 1 }
    return degreesOfFreedom > 2
      ? degreesOfFreedom / (degreesOfFreedom - 2) : degreesOfFreedom > 1 ? .infinity : .nan
  }

  /// The density at x, or the probability of an integer x.
  public func density(_ x: Double) -> Double {
    let n = degreesOfFreedom
    if n.isInfinite { return SpecialFunctions.normalDensity(x) }
    let square = x * x
    // With y = n/(n+x²): f(x) = [y^(n/2) (1−y)^(1/2) / B(n/2, 1/2)] / |x|, the bracket being stable.
    if square == 0 { return SpecialFunctions.gammaRatio(n / 2) / (n * Double.pi).squareRoot() }
    return SpecialFunctions.betaPower(n / 2, 0.5, n / (n + square), square / (n + square)) / abs(x)
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    let n = degreesOfFreedom
    if n.isInfinite { return SpecialFunctions.normalCumulative(x) }
    if x.isNaN || n.isNaN { return .nan }
    if x.isInfinite { return x < 0 ? 0 : 1 }
    let square = x * x
    let tail =
      0.5
      * SpecialFunctions.incompleteBeta(
        n / 2, 0.5, n / (n + square), complement: square / (n + square)
      ).lower
    return x < 0 ? tail : 1 - tail
  }

  /// The smallest x with P(X ≤ x) ≥ `probability`; NaN outside [0, 1].
  public func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1, !degreesOfFreedom.isNaN else { return .nan }
    if probability == 0 { return -.infinity }
    if probability == 1 { return .infinity }
    if probability == 0.5 { return 0 }
    if degreesOfFreedom.isInfinite { return SpecialFunctions.normalQuantile(probability) }
    // In the lower half, where the distribution function keeps its relative accuracy; by symmetry for the rest.
    let lowerTail = min(probability, 1 - probability)
    let z = SpecialFunctions.normalQuantile(lowerTail)
    let start = z + (z * z * z + z) / (4 * degreesOfFreedom)
    let root = solveIncreasing(start: start, lower: -.infinity, target: lowerTail) { x in
      (cumulative(x), density(x))
    }
    return probability < 0.5 ? root : -root
  }

  /// One variate.
  @inlinable
  public func sample<Stream: RandomStream>(using stream: inout Stream) -> Double {
    let normal = stream.normal()
    if degreesOfFreedom.isInfinite { return normal }
    let chiSquare = Gamma(shape: degreesOfFreedom / 2, scale: 2).sample(using: &stream)
    return normal / (chiSquare / degreesOfFreedom).squareRoot()
  }
}
