internal import Glibc

/// The states with a free agent, in units of the state where one agent is free:
/// S(x) = Σ_{j<x} p_j / p_{x−1} = 1 / B(x − 1, a), for whole and fractional x > 0.
///
/// *Formula*: summed downward from p_{x−1}: Σ_m Π_{i<m} (x−1−i)/a. All terms are positive while
/// x − 1 − i > 0; where the sum has not converged by then, the rest is the last term times
/// 1/B(f, a) with −1 < f < 1, which is 1 at f = 0 (whole agents). Jagers and van Doorn's continuation,
/// 1/B(x, a) = a ∫₀^∞ e^{−at} (1+t)^x dt, obeys the same recursion, so whole numbers of agents are not
/// a special case.
///
/// *Complexity*: O(√a) terms where x is near a or below, at most x.
///
/// *Source*: Jagers and van Doorn 1986, "On the continued Erlang loss function", Operations Research
/// Letters 5, 43–46, doi 10.1016/0167-6377(86)90099-1.
func busySum(agents x: Double, load a: Double) -> ScaledValue {
  let excess = x - 1 - a
  // ln of the largest term is at most excess²/a, from ln(1+t) ≤ t.
  guard excess <= 0 || excess * excess < 600 * a else {
    return scaledBusySum(agents: x, load: a)
  }
  let inverseLoad = 1 / a
  var sum = 0.0
  var term = 1.0
  var free = x - 1
  while free >= 1 {
    sum += term
    term *= free * inverseLoad
    free -= 1
    if term < 1e-18 * sum, free < a { return ScaledValue(value: sum, log: 0) }
  }
  if free == 0 { return ScaledValue(value: sum + term, log: 0) }
  let rest = fractionalBusySum(free, load: a)
  return ScaledValue(value: sum + term * rest.value * exp(rest.log), log: 0)
}

/// The same sum where its terms leave the range of Double: far more agents than load.
private func scaledBusySum(agents x: Double, load a: Double) -> ScaledValue {
  var sum = 0.0
  var term = 1.0
  var exponent = 0.0
  var free = x - 1
  let step = 1e-200
  let exponentStep = -log(step)
  while free >= 1 {
    sum += term
    term *= free / a
    free -= 1
    if term > 1e200 {
      term *= step
      sum *= step
      exponent += exponentStep
    } else if term < 1e-18 * sum, free < a {
      return ScaledValue(value: sum, log: exponent)
    }
  }
  let rest = free == 0 ? ScaledValue(value: 1, log: 0) : fractionalBusySum(free, load: a)
  return ScaledValue(value: sum + term * rest.value * exp(rest.log), log: exponent)
}

/// 1/B(f, a) = a e^a a^{−s} Γ(s, a) with s = f + 1, for −1 < f < 1.
///
/// From a = 2 up by Legendre's continued fraction of Γ(s, a), which needs some 80/√a steps; below by
/// a ∫₀^∞ exp(s y − a (e^y − 1)) dy, the defining integral with 1 + t = e^y.
private func fractionalBusySum(_ f: Double, load a: Double) -> ScaledValue {
  let slope = f + 1
  if a >= 2 { return ScaledValue(value: a * legendreFraction(slope, a), log: 0) }
  let peak = slope > a ? log(slope / a) : 0
  var result = logConcaveIntegral(
    from: 0, to: .infinity, peak: peak, scale: 1,
    exponent: { slope * $0 - a * expm1($0) }, weight: { _ in 1 })
  result.value *= a
  return result
}

/// e^a a^{−s} Γ(s, a) = 1/(a+1−s − 1(1−s)/(a+3−s − 2(2−s)/(a+5−s − …))), evaluated forward as a sum of
/// convergents (Steed's method).
private func legendreFraction(_ s: Double, _ a: Double) -> Double {
  var denominator = a + 1 - s
  var d = 1 / denominator
  var step = d
  var value = d
  var k = 0.0
  while abs(step) > 1e-17 * abs(value), k < 1000 {
    k += 1
    let numerator = -k * (k - s)
    denominator += 2
    d = 1 / (denominator + numerator * d)
    step *= denominator * d - 1
    value += step
  }
  return value
}
