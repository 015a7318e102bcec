/// The x at which an increasing distribution function reaches `target`.
///
/// Newton steps from `start`, kept inside a bracket that every evaluation narrows; a step that leaves the
/// bracket is replaced by bisection, so the search ends whatever the start was.
///
/// *Edge cases*: `lower` may be −∞ only if the function reaches 0 there.
/// *Complexity*: usually 3 to 6 evaluations, at most 200.
func solveIncreasing(
  start: Double, lower: Double, target: Double,
  _ evaluate: (Double) -> (cumulative: Double, density: Double)
) -> Double {
  var low = lower
  var high = Double.infinity
  var x = start
  for _ in 0..<200 {
    let (cumulative, density) = evaluate(x)
    let error = cumulative - target
    if error == 0 || cumulative.isNaN { return x }
    if error < 0 { low = x } else { high = x }
    var next = x - error / density
    if !(next > low && next < high) {
      if high.isInfinite {
        next = x > 0 ? x * 2 : x + 1
      } else if low.isInfinite {
        next = x < 0 ? x * 2 : x - 1
      } else {
        next = low + (high - low) / 2
      }
    }
    if abs(next - x) <= 4 * x.ulp { return next }
    x = next
  }
  return x
}

/// The smallest integer whose distribution function reaches `probability`, for a distribution on the integers from 0 up.
///
/// Walks from a normal guess corrected for skewness (Cornish and Fisher), one probability at a time.
///
/// *Edge cases*: 0 at probability 0, +∞ at 1.
/// *Complexity*: one evaluation of the distribution function, then as many steps as the guess is off.
func integerQuantile(
  _ distribution: some Distribution, skewness: Double, probability: Double
) -> Double {
  guard probability >= 0, probability <= 1, distribution.mean.isFinite else { return .nan }
  if probability == 0 || distribution.mean == 0 { return 0 }
  if probability == 1 { return .infinity }
  let z = SpecialFunctions.normalQuantile(probability)
  let guess =
    distribution.mean + distribution.standardDeviation * (z + skewness * (z * z - 1) / 6)
  var x = max(0, guess.rounded(.down))
  var cumulative = distribution.cumulative(x)
  // A probability that is itself a value of the distribution function must come back to its own x.
  let target = probability * (1 - 64 * Double.ulpOfOne)
  if cumulative >= target {
    while x > 0 {
      let below = cumulative - distribution.density(x)
      if below < target { break }
      cumulative = below
      x -= 1
    }
  } else {
    while cumulative < target {
      x += 1
      let step = distribution.density(x)
      if step == 0, x > distribution.mean { break }
      cumulative += step
    }
  }
  return x
}
