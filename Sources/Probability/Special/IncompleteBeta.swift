#if canImport(Glibc)
  internal import Glibc
#endif

extension SpecialFunctions {
  /// The regularized incomplete beta functions I_x(a, b) and 1 − I_x(a, b), each to full relative accuracy.
  ///
  /// `complement` is 1 − x, passed by callers who know it better than the subtraction does.
  ///
  /// *Edge cases*: NaN for a ≤ 0, b ≤ 0, x outside [0, 1] or NaN arguments.
  /// *Complexity*: O(√max(a, b)) terms.
  /// *Source*: DLMF 8.17.22 by Lentz's algorithm; the prefactor xᵃ(1−x)ᵇ/(a B(a,b)) as a binomial probability
  /// after Loader (2000).
  public static func incompleteBeta(
    _ a: Double, _ b: Double, _ x: Double, complement: Double? = nil
  ) -> (lower: Double, upper: Double) {
    guard a > 0, b > 0, x >= 0, x <= 1, a.isFinite, b.isFinite else { return (.nan, .nan) }
    let y = complement ?? 1 - x
    if x == 0 { return (0, 1) }
    if y == 0 { return (1, 0) }
    let power = betaPower(a, b, x, y)
    if x * (a + b + 2) < a + 1 {
      let lower = min(power * betaFraction(a, b, x) / a, 1)
      return (lower, 1 - lower)
    }
    let upper = min(power * betaFraction(b, a, y) / b, 1)
    return (1 - upper, upper)
  }

  /// xᵃ yᵇ / B(a, b) with y = 1 − x.
  static func betaPower(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let n = a + b
    guard a > 1e-3, b > 1e-3 else {
      return exp(a * log(x) + b * log(y) + logGamma(n) - logGamma(a) - logGamma(b))
    }
    let exponent =
      stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x)
      - deviance(b, n * y)
    return exp(exponent) * (a * b / (2 * Double.pi * n)).squareRoot()
  }

  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var result = d
    var m = 1.0
    while m < 1e6 {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      let factor = d * c
      result *= factor
      if abs(factor - 1) < 1e-16 { break }
      m += 1
    }
    return result
  }
}
