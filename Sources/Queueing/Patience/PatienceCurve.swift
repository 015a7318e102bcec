internal import Glibc
internal import Probability

/// A patience law made ready for many evaluations: its distribution function, both sides of it to full relative
/// accuracy, its partial mean, and how far a quadrature panel may reach.
struct PatienceCurve {
  /// The values at one time x.
  struct Point {
    /// P(R > x).
    var survival: Double
    /// P(R ≤ x).
    var failure: Double
    /// E[R; R ≤ x].
    var partialMean: Double

    /// H(x) = E[min(R, x)].
    func meanWithin(_ x: Double) -> Double { x * survival + partialMean }
  }

  /// A law with what would otherwise be computed at every point.
  private enum Shape {
    case mixture(share: Double, first: Double, second: Double)
    case step(Double)
    case lognormal(mean: Double, location: Double, sigma: Double)
    case weibull(shape: Double, mean: Double, scale: Double)
    case ramp(Double)
  }

  /// Times at which the law has a corner; panels must end there.
  let corner: Double?
  /// Mean patience.
  let mean: Double
  private let shape: Shape
  private let change: Change?
  private let smoothLength: Double

  /// Where a law changes in log x and how far a panel may reach there.
  private struct Change {
    var low: Double
    var high: Double
    var pace: Double
    var paceBelow: Double
  }

  init(_ law: PatienceLaw) {
    mean = law.mean
    switch law {
    case .exponential(let mean):
      shape = .mixture(share: 1, first: mean, second: mean)
      smoothLength = mean
      (corner, change) = (nil, nil)
    case .hyperexponential(let share, let first, let second):
      shape = .mixture(share: share, first: first, second: second)
      smoothLength = min(first, second)
      (corner, change) = (nil, nil)
    case .deterministic(let time):
      shape = .step(time)
      smoothLength = time
      (corner, change) = (time, nil)
    case .uniform(let longest):
      shape = .ramp(longest)
      smoothLength = longest
      (corner, change) = (longest, nil)
    case .lognormal(let mean, let variation):
      let square = log1p(variation * variation)
      let sigma = square.squareRoot()
      let location = log(mean) - square / 2
      shape = .lognormal(mean: mean, location: location, sigma: sigma)
      // Beyond 39 standard deviations both sides are 0 or 1 in Double; inside, four at a time.
      change = Change(
        low: exp(location - 39 * sigma), high: exp(location + 39 * sigma), pace: 4 * sigma,
        paceBelow: 3)
      (corner, smoothLength) = (nil, mean)
    case .weibull(let exponent, let mean):
      let scale = mean * exp(-SpecialFunctions.logGamma(1 + 1 / exponent))
      shape = .weibull(shape: exponent, mean: mean, scale: scale)
      // e^{−u} changes by u = (x/s)^k: a factor of e^1.5 at a time. Below, only the power x^k is left.
      change = Change(
        low: scale * pow(1e-9, 1 / exponent), high: scale * pow(750, 1 / exponent),
        pace: 1.5 / exponent, paceBelow: 8 / exponent)
      (corner, smoothLength) = (nil, mean)
    }
  }

  /// The law at x ≥ 0.
  func at(_ x: Double) -> Point {
    switch shape {
    case .mixture(let share, let first, let second):
      let one = exponentialPoint(x, first)
      if share == 1 { return one }
      let two = exponentialPoint(x, second)
      return Point(
        survival: share * one.survival + (1 - share) * two.survival,
        failure: share * one.failure + (1 - share) * two.failure,
        partialMean: share * one.partialMean + (1 - share) * two.partialMean)
    case .step(let time):
      // At x = D everybody who waited so long has left.
      return x < time
        ? Point(survival: 1, failure: 0, partialMean: 0)
        : Point(survival: 0, failure: 1, partialMean: time)
    case .ramp(let longest):
      if x >= longest { return Point(survival: 0, failure: 1, partialMean: longest / 2) }
      let part = x / longest
      return Point(survival: 1 - part, failure: part, partialMean: part * x / 2)
    case .lognormal(let mean, let location, let sigma):
      if x <= 0 { return Point(survival: 1, failure: 0, partialMean: 0) }
      let z = (log(x) - location) / sigma
      // The smaller side by the function, the larger as the rest: both keep all their digits.
      let smaller = SpecialFunctions.normalCumulative(-abs(z))
      return Point(
        survival: z < 0 ? 1 - smaller : smaller, failure: z < 0 ? smaller : 1 - smaller,
        partialMean: mean * SpecialFunctions.normalCumulative(z - sigma))
    case .weibull(let shape, let mean, let scale):
      let u = pow(x / scale, shape)
      if u > 750 { return Point(survival: 0, failure: 1, partialMean: mean) }
      return Point(
        survival: exp(-u), failure: -expm1(-u),
        partialMean: mean * SpecialFunctions.incompleteGamma(1 + 1 / shape, u).lower)
    }
  }

  /// The farthest end of a panel that begins at x and goes up, such that 24 nodes see a smooth function.
  ///
  /// Exponentials are smooth over their mean or over a doubling, a lognormal and a Weibull over their `pace`,
  /// and everything over a factor of eight, which also grades panels towards the singularity at 0.
  func panelEnd(above x: Double) -> Double {
    guard let change else { return 2 * x + smoothLength }
    if x < change.low { return min(x * exp(change.paceBelow), 8 * x, change.low) }
    return x < change.high ? min(x * exp(change.pace), 8 * x) : 8 * x
  }

  /// The farthest end of a panel that begins at x and goes down.
  func panelEnd(below x: Double) -> Double {
    guard let change else { return (x - smoothLength) / 2 }
    if x > change.high { return max(change.high, x / 8) }
    return max(x * exp(-(x > change.low ? change.pace : change.paceBelow)), x / 8)
  }

  /// Whether the law is not smooth at 0, where panels then begin small.
  var isRoughAtZero: Bool { change != nil }

  /// The time beyond which the law no longer changes, where there is one that is known beforehand.
  var lastChange: Double? { change?.high }
}

private func exponentialPoint(_ x: Double, _ mean: Double) -> PatienceCurve.Point {
  let y = x / mean
  let survival = exp(-y)
  // 1 − e^{−y}(1 + y), as a sum of positive terms where the difference would lose digits.
  var late = 1 - survival * (1 + y)
  if y < 1 {
    var term = y * y / 2
    var sum = term
    var k = 3.0
    while term > 1e-17 * sum {
      term *= y / k
      sum += term
      k += 1
    }
    late = survival * sum
  }
  return PatienceCurve.Point(survival: survival, failure: -expm1(-y), partialMean: mean * late)
}
