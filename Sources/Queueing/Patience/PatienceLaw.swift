/// How long customers are willing to wait: a distribution with its parameters, in seconds.
///
///     PatienceLaw(text: "lognormal(120, 0.5)")   // .lognormal(mean: 120, variation: 0.5)
///
/// `exponential(mean)`, `deterministic(seconds)`, `lognormal(mean, variation)` with the standard deviation over
/// the mean, `weibull(shape, mean)`, `hyperexponential(share, first, second)` where a share of customers has
/// the first mean and the others the second, and `uniform(longest)` from 0 up.
public enum PatienceLaw: Hashable, Sendable {
  /// Exponential with a mean.
  case exponential(mean: Double)
  /// Everybody waits exactly so long.
  case deterministic(Double)
  /// Lognormal with a mean and a coefficient of variation.
  case lognormal(mean: Double, variation: Double)
  /// Weibull with a shape and a mean.
  case weibull(shape: Double, mean: Double)
  /// Exponential with the first mean for a share of customers, with the second for the others.
  case hyperexponential(share: Double, first: Double, second: Double)
  /// Evenly spread from 0 to the longest.
  case uniform(longest: Double)

  /// Mean patience in seconds.
  public var mean: Double {
    switch self {
    case .exponential(let mean), .deterministic(let mean), .lognormal(let mean, _),
      .weibull(_, let mean):
      mean
    case .hyperexponential(let share, let first, let second):
      share * first + (1 - share) * second
    case .uniform(let longest): longest / 2
    }
  }

  /// Checks that parameters are such that a quadrature can follow the law.
  ///
  /// Times from a microsecond to 10¹⁰ seconds, a variation of 0.001 to 100, a shape of 0.05 to 100, a share
  /// between 0 and 1.
  ///
  /// *Throws*: `QueueingError.outOfRange`.
  public func validate() throws(QueueingError) {
    switch self {
    case .exponential(let time), .deterministic(let time), .uniform(let time):
      try Self.check("patience in seconds", time)
    case .lognormal(let mean, let variation):
      try Self.check("mean patience in seconds", mean)
      try Traffic.check("variation of patience", variation, 1e-3, 100)
    case .weibull(let shape, let mean):
      try Traffic.check("shape of patience", shape, 0.05, 100)
      try Self.check("mean patience in seconds", mean)
    case .hyperexponential(let share, let first, let second):
      try Traffic.check("share of the first patience", share, 0, 1)
      try Self.check("first mean patience in seconds", first)
      try Self.check("second mean patience in seconds", second)
    }
  }

  private static func check(_ quantity: String, _ time: Double) throws(QueueingError) {
    try Traffic.check(quantity, time, 1e-6, 1e10)
  }

  /// Patience with every time multiplied by a factor.
  public func scaled(by factor: Double) -> PatienceLaw {
    switch self {
    case .exponential(let mean): .exponential(mean: mean * factor)
    case .deterministic(let time): .deterministic(time * factor)
    case .lognormal(let mean, let variation):
      .lognormal(mean: mean * factor, variation: variation)
    case .weibull(let shape, let mean): .weibull(shape: shape, mean: mean * factor)
    case .hyperexponential(let share, let first, let second):
      .hyperexponential(share: share, first: first * factor, second: second * factor)
    case .uniform(let longest): .uniform(longest: longest * factor)
    }
  }
}
