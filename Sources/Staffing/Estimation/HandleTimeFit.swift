public import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// How long contacts take to handle, and how that spreads.
public struct HandleTimeFit: Hashable, Sendable {
  /// A family held against the data.
  public struct Family: Hashable, Sendable {
    /// The family with the variation that makes the data likeliest.
    public var shape: DurationShape
    /// Akaike's criterion: less is better.
    public var criterion: Double

    /// The family's name.
    public var name: String { String(shape.text.prefix { $0 != " " }) }
  }

  /// Mean in seconds.
  public var mean: FittedValue
  /// Standard deviation over mean, of the data themselves.
  public var variation: FittedValue
  /// The families, the best first.
  public var families: [Family]

  /// The best family with the variation of the data.
  ///
  /// Waiting follows the first two moments of handle time; a family's own likeliest variation rests on the bulk of short
  /// contacts and may miss them.
  public var shape: DurationShape {
    switch families.first?.shape {
    case .exponential: .exponential
    case .gamma: .gamma(variation: variation.value)
    default: .lognormal(variation: variation.value)
    }
  }

  /// Fits handle times.
  ///
  /// *Formula*: the mean by Student's interval; the variation v by the delta method, with central moments m₂, m₃, m₄:
  /// var(v)/v² = ((m₄ − m₂²)/4m₂² − m₃/(m₂ m) + m₂/m²)/n. Likelihoods: exponential, lognormal (closed), gamma (its shape
  /// a is the root of log a − ψ(a) = log m − mean of logs).
  /// *Edge cases*: times that are not above zero are left out; nil for fewer than two, or where all are the same.
  public init?(_ durations: [Double], confidence: Double = 0.95) {
    let times = durations.filter { $0 > 0 && $0.isFinite }
    guard times.count > 1 else { return nil }
    let n = Double(times.count)
    let m = times.reduce(0, +) / n
    var (second, third, fourth, logs, squares) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for time in times {
      let deviation = time / m - 1
      let square = deviation * deviation
      second += square
      third += square * deviation
      fourth += square * square
      let logarithm = log(time / m)
      logs += logarithm
      squares += logarithm * logarithm
    }
    guard second > 1e-12 else { return nil }
    let (m2, m3, m4) = (second / n, third / n, fourth / n)
    let variance = second / (n - 1)
    let variation = variance.squareRoot()
    mean = .plain(
      m, error: m * (variance / n).squareRoot(), count: times.count, confidence: confidence)
    let relative = ((m4 - m2 * m2) / (4 * m2 * m2) - m3 / m2 + m2) / n
    self.variation = .positive(
      variation, logError: max(0, relative).squareRoot(), count: times.count,
      confidence: confidence)
    // In units of the mean; log m per contact is the same for all families.
    let unit = -n * log(m)
    let meanLog = logs / n
    let logVariance = squares / n - meanLog * meanLog
    let lognormal = unit - logs - 0.5 * n * (log(2 * Double.pi * logVariance) + 1)
    let a = Self.gammaShape(excess: -meanLog)
    let gamma = unit + (a - 1) * logs - n * a + n * a * log(a) - n * SpecialFunctions.logGamma(a)
    families = [
      Family(shape: .exponential, criterion: 2 - 2 * (unit - n)),
      Family(
        shape: .lognormal(variation: expm1(logVariance).squareRoot()), criterion: 4 - 2 * lognormal),
      Family(shape: .gamma(variation: 1 / a.squareRoot()), criterion: 4 - 2 * gamma),
    ].sorted { $0.criterion < $1.criterion }
  }

  /// The root of log a − ψ(a) = `excess`, which falls from ∞ to 0.
  ///
  /// *Source*: the start is Minka's (2002), Estimating a gamma distribution.
  static func gammaShape(excess: Double) -> Double {
    guard excess > 1e-14 else { return 1e14 }
    var low = 1e-9
    var high = 1e15
    var a = (3 - excess + ((excess - 3) * (excess - 3) + 24 * excess).squareRoot()) / (12 * excess)
    for _ in 0..<200 {
      let error = log(a) - digamma(a) - excess
      if error > 0 { low = a } else { high = a }
      let h = 1e-6 * a
      let slope = (log(a + h) - digamma(a + h) - log(a - h) + digamma(a - h)) / (2 * h)
      var next = a - error / slope
      if !(next > low && next < high) { next = (low * high).squareRoot() }
      if abs(next - a) <= 1e-12 * a { return next }
      a = next
    }
    return a
  }
}
