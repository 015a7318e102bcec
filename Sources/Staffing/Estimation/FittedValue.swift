internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// A number estimated from data, with its interval and what it rests on.
public struct FittedValue: Hashable, Sendable {
  /// The estimate.
  public var value: Double
  /// The lower end of the interval.
  public var lower: Double
  /// The upper end; infinite where the data set no bound.
  public var upper: Double
  /// The events behind it: abandons for patience, contacts for a share, days for busyness.
  public var count: Int

  /// Creates an estimate.
  public init(_ value: Double, lower: Double, upper: Double, count: Int) {
    self.value = value
    self.lower = lower
    self.upper = upper
    self.count = count
  }

  /// Whether a value lies in the interval.
  public func contains(_ other: Double) -> Bool { lower <= other && other <= upper }

  /// An estimate of something positive by its standard error on the scale of its logarithm.
  ///
  /// *Formula*: value · exp(± z · error), error being the standard error of the logarithm.
  static func positive(
    _ value: Double, logError: Double, count: Int, confidence: Double
  ) -> FittedValue {
    let z = SpecialFunctions.normalQuantile(0.5 + confidence / 2)
    guard logError.isFinite else {
      return FittedValue(value, lower: 0, upper: .infinity, count: count)
    }
    return FittedValue(
      value, lower: value * exp(-z * logError), upper: value * exp(z * logError), count: count)
  }

  /// An estimate by its standard error, no lower than zero.
  static func plain(
    _ value: Double, error: Double, count: Int, confidence: Double
  ) -> FittedValue {
    guard error.isFinite else {
      return FittedValue(value, lower: 0, upper: .infinity, count: count)
    }
    let half =
      error * StudentT(degreesOfFreedom: Double(max(1, count - 1))).quantile(0.5 + confidence / 2)
    return FittedValue(value, lower: max(0, value - half), upper: value + half, count: count)
  }

  /// A share of independent trials.
  ///
  /// *Formula*: Wilson's score interval, (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
  /// *Edge cases*: without trials nil.
  /// *Source*: Wilson (1927), Probable inference, doi:10.1080/01621459.1927.10502953.
  static func share(_ hits: Int, of trials: Int, confidence: Double) -> FittedValue? {
    guard trials > 0, (0...trials).contains(hits) else { return nil }
    let n = Double(trials)
    let p = Double(hits) / n
    let z = SpecialFunctions.normalQuantile(0.5 + confidence / 2)
    let center = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return FittedValue(
      p, lower: hits == 0 ? 0 : max(0, center - half),
      upper: hits == trials ? 1 : min(1, center + half), count: trials)
  }
}
