#if canImport(Glibc)
  internal import Glibc
#endif

extension SpecialFunctions {
  /// The two regularized incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), each to full relative
  /// accuracy.
  ///
  /// The power series for x < a + 1, Lentz's continued fraction otherwise; both share the prefactor
  /// xᵃe⁻ˣ/Γ(a+1), which is a Poisson probability and is computed as one, so that it keeps its digits at large a.
  ///
  /// *Edge cases*: NaN for a ≤ 0, x < 0 or NaN arguments; (0, 1) at x = 0 and (1, 0) at x = ∞.
  /// *Complexity*: O(√a) terms near x = a.
  /// *Source*: DLMF 8.11.4 and 8.9.2; Lentz (1976), doi:10.1364/AO.15.000668.
  public static func incompleteGamma(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
    guard a > 0, x >= 0, a.isFinite else { return (.nan, .nan) }
    if x == 0 { return (0, 1) }
    if x.isInfinite { return (1, 0) }
    let prefactor = poissonDensity(a, mean: x)
    if x < a + 1 {
      var term = 1.0
      var sum = 1.0
      var denominator = a
      while term > sum * 1e-17 {
        denominator += 1
        term *= x / denominator
        sum += term
      }
      let lower = min(prefactor * sum, 1)
      return (lower, 1 - lower)
    }
    let upper = min(prefactor * a * gammaFraction(a, x), 1)
    return (1 - upper, upper)
  }

  /// The continued fraction of Γ(a, x) eˣ x⁻ᵃ, DLMF 8.9.2 contracted to its even part.
  private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / (abs(b) < tiny ? tiny : b)
    var result = d
    var step = 1.0
    while step < 1e6 {
      let numerator = -step * (step - a)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let factor = d * c
      result *= factor
      if abs(factor - 1) < 1e-16 { break }
      step += 1
    }
    return result
  }
}
