#if canImport(Glibc)
  internal import Glibc
#endif

/// The special functions the distributions stand on.
///
/// *Implementation goals*, in order: full relative accuracy also far in the tails (1e-13 over the ranges the
/// tests state), no trap on any argument (NaN in, or outside the domain: NaN out), speed.
public enum SpecialFunctions {
  /// The natural logarithm of |Γ(x)|.
  ///
  /// *Edge cases*: +∞ at 0, the negative integers and +∞.
  public static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }

  /// The error of Stirling's formula: log Γ(n+1) − [½ log 2πn + n log n − n].
  ///
  /// Kept apart because the two large terms cancel against others in every density below.
  ///
  /// *Source*: Loader (2000), "Fast and accurate computation of binomial probabilities", section 3.
  static func stirlingError(_ n: Double) -> Double {
    if n < 16 {
      if n == 0 { return .infinity }
      return logGamma(n + 1) - (n + 0.5) * log(n) + n - 0.918_938_533_204_672_741_78
    }
    let r = 1 / (n * n)
    let series =
      1 / 12.0 - r * (1 / 360.0 - r * (1 / 1260.0 - r * (1 / 1680.0 - r * (1 / 1188.0))))
    return series / n
  }

  /// The deviance x log(x/m) + m − x, without cancellation when x is near m.
  ///
  /// *Source*: Loader (2000), section 4 (there `bd0`).
  static func deviance(_ x: Double, _ mean: Double) -> Double {
    let difference = x - mean
    guard abs(difference) < 0.1 * (x + mean) else {
      return x == 0 ? mean : x * log(x / mean) - difference
    }
    let v = difference / (x + mean)
    var sum = difference * v
    var term = 2 * x * v
    let square = v * v
    var order = 3.0
    while true {
      term *= square
      let next = sum + term / order
      if next == sum { return next }
      sum = next
      order += 2
    }
  }

  /// The Poisson probability e⁻ᵐ mˣ / Γ(x+1), for real x ≥ 0.
  ///
  /// *Source*: Loader (2000), equation 4.
  static func poissonDensity(_ x: Double, mean: Double) -> Double {
    guard x >= 0, mean >= 0 else { return x.isNaN || mean.isNaN ? .nan : 0 }
    if mean == 0 { return x == 0 ? 1 : 0 }
    if x == 0 { return exp(-mean) }
    if x.isInfinite || mean.isInfinite { return 0 }
    if x < 1e-3 { return exp(x * log(mean) - mean - logGamma(x + 1)) }
    return exp(-stirlingError(x) - deviance(x, mean)) / (2 * Double.pi * x).squareRoot()
  }

  /// Γ(x + ½) / Γ(x).
  static func gammaRatio(_ x: Double) -> Double {
    guard x > 20 else { return exp(logGamma(x + 0.5) - logGamma(x)) }
    // DLMF 5.11.13, whose first neglected term is below 1e-13 here.
    let r = 1 / x
    return x.squareRoot()
      * (1 - r
        * (1 / 8.0 - r * (1 / 128.0 + r * (5 / 1024.0 - r * (21 / 32768.0 + r * 399 / 262144.0)))))
  }
}
