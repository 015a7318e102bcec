/// The place where a function that falls from at least 0 at `low` to below 0 at `high` crosses zero.
///
/// Returns the end of the last bracket at which the function is not negative, the bracket being narrower than
/// `tolerance`. Chandrupatla's method: inverse quadratic interpolation where the three last points look
/// like a smooth function, else bisection; a jump is found as safely as a root.
///
/// *Complexity*: about eight evaluations for a smooth function, 60 for a jump.
/// *Source*: Chandrupatla 1997, "A new hybrid quadratic/bisection algorithm for finding the zero of a
/// nonlinear function without using derivatives", Advances in Engineering Software 28, 145–149,
/// doi 10.1016/S0965-9978(96)00051-8.
func fallingRoot(
  from low: Double, _ atLow: Double, to high: Double, _ atHigh: Double, tolerance: Double,
  of function: (Double) -> Double
) -> Double {
  // a is the latest point, b the end on the other side of the root, c the point before.
  var (a, atA) = (high, atHigh)
  var (b, atB) = (low, atLow)
  var (c, atC) = (a, atA)
  var part = 0.5
  for _ in 0..<400 {
    // A step of half the tolerance past the estimate closes the bracket from the other side.
    let x = a + part * (b - a)
    guard x != a, x != b else { break }
    let value = function(x)
    if (value >= 0) == (atA >= 0) {
      (c, atC) = (a, atA)
    } else {
      (c, b, atC, atB) = (b, a, atB, atA)
    }
    (a, atA) = (x, value)
    let width = abs(b - a)
    guard width > tolerance else { break }
    let ratio = (a - b) / (c - b)
    let slope = (atA - atB) / (atC - atB)
    if slope * slope < ratio, (1 - slope) * (1 - slope) < 1 - ratio {
      part =
        atA / (atB - atA) * atC / (atB - atC)
        + (c - a) / (b - a) * atA / (atC - atA) * atB / (atC - atB)
    } else {
      part = 0.5
    }
    let least = min(0.5, 0.5 * tolerance / width)
    part = part.isFinite ? min(1 - least, max(least, part)) : 0.5
  }
  return atA >= 0 ? a : b
}
