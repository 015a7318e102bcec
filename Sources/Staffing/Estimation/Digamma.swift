#if canImport(Glibc)
  internal import Glibc
#endif

/// The derivative of log Γ for positive arguments.
///
/// *Formula*: ψ(x) = ψ(x + 1) − 1/x up to x ≥ 10, then log x − 1/2x − Σ B₂ₙ/(2n x²ⁿ); the term left out is below 1e-16.
/// *Edge cases*: NaN unless x > 0.
/// *Source*: DLMF 5.5.2 and 5.11.2.
func digamma(_ x: Double) -> Double {
  guard x > 0 else { return .nan }
  var x = x
  var value = 0.0
  while x < 10 {
    value -= 1 / x
    x += 1
  }
  let inverse = 1 / (x * x)
  let series =
    inverse
    * (1 / 12.0
      - inverse
      * (1 / 120.0
        - inverse
        * (1 / 252.0
          - inverse
          * (1 / 240.0 - inverse * (1 / 132.0 - inverse * (691 / 32_760.0 - inverse / 12))))))
  return value + log(x) - 0.5 / x - series
}
