internal import Glibc

/// ∫ weight(x) · exp(exponent(x)) dx for a concave exponent, returned as value · exp(log).
///
/// Goals, in order: no overflow whatever the exponent; relative accuracy of 1e-13, also where the integral
/// is tiny; few evaluations. Panels start at the peak and go outward; each spans at most 16 units of the
/// exponent and at most `scale` of x (the length on which weight and exponent are smooth), where 24 nodes
/// are exact to rounding. They stop where the exponent has fallen 60 units below the peak.
///
/// *Edge cases*: an empty interval gives 0; `high` may be infinite where the exponent falls without end.
func logConcaveIntegral(
  from low: Double, to high: Double, peak: Double, scale: Double,
  exponent: (Double) -> Double, weight: (Double) -> Double
) -> ScaledValue {
  guard low < high else { return ScaledValue(value: 0, log: 0) }
  let start = min(max(peak, low), high)
  let top = exponent(start)
  var sum = 0.0
  for direction in [1.0, -1.0] {
    let limit = direction > 0 ? high : low
    var x = start
    var width = scale
    var level = top
    while (limit - x) * direction > 0, level > top - 60 {
      var next = direction > 0 ? min(x + width, limit) : max(x - width, limit)
      while level - exponent(next) > 16, abs(next - x) > 1e-14 * max(abs(x), scale * 1e-6) {
        width = abs(next - x) / 2
        next = x + direction * width
      }
      sum += GaussLegendre.integral(from: min(x, next), to: max(x, next)) {
        weight($0) * exp(exponent($0) - top)
      }
      let reached = exponent(next)
      if level - reached < 8 { width = min(width * 2, scale) }
      level = reached
      x = next
    }
  }
  return ScaledValue(value: sum, log: top)
}
