/// The ratio of two sums over replications, sharpened by a control whose mean is known.
///
/// A day with more contacts than expected has a worse service level, and how many more there were is known exactly.
/// Numerator and denominator are each regressed on that difference and read off where it is zero.
///
/// *Formula*: with the control cᵢ, whose mean is 0, and slopes β = S(·,c)/S(c,c):
/// r = (ȳ − β_y c̄) / (x̄ − β_x c̄). The residuals dᵢ = yᵢ − r xᵢ regressed on cᵢ leave the variance
/// s² = (S(d,d) − S(d,c)²/S(c,c)) / (n − 2), and the standard error is s √(1/n + c̄²/S(c,c)) / (x̄ − β_x c̄),
/// Student's t with n − 2 degrees of freedom.
/// *Edge cases*: the plain ratio where no control was given, with fewer than four replications, where the control has
/// no variance, or where the corrected denominator is not positive.
/// *Source*: Lavenberg and Welch (1981), A perspective on the use of control variables to increase the efficiency of
/// Monte Carlo simulations, doi:10.1287/mnsc.27.3.322, with the delta method for the ratio.
public struct ControlledRatioStatistics: Sendable, Equatable {
  /// The same ratio without the control.
  public private(set) var plain = RatioStatistics()
  private var controlled = 0
  private var meanControl = 0.0
  private var controlSquares = 0.0
  private var numeratorProducts = 0.0
  private var denominatorProducts = 0.0

  /// The statistics of no replication.
  public init() {}

  /// Takes in one replication without a control.
  public mutating func add(numerator: Double, denominator: Double) {
    plain.add(numerator: numerator, denominator: denominator)
  }

  /// Takes in one replication; `control` is a variable minus its known mean.
  public mutating func add(numerator: Double, denominator: Double, control: Double) {
    let y = numerator - plain.meanNumerator
    let x = denominator - plain.meanDenominator
    plain.add(numerator: numerator, denominator: denominator)
    controlled += 1
    let c = control - meanControl
    meanControl += c / Double(controlled)
    let remaining = control - meanControl
    controlSquares += c * remaining
    numeratorProducts += y * remaining
    denominatorProducts += x * remaining
  }

  /// How many replications were added.
  public var count: Int { plain.count }

  /// Whether ``interval(confidence:)`` makes use of the control.
  public var isControlled: Bool { correction != nil }

  /// The ratio with its Student interval.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    interval(StudentQuantiles(count: count, confidence: confidence))
  }

  /// The ratio with the Student interval of quantiles that were worked out before, for ``count`` replications.
  public func interval(_ quantiles: StudentQuantiles) -> ConfidenceInterval {
    guard let correction else { return plain.interval(quantiles) }
    let r = correction.numerator / correction.denominator
    let squares =
      plain.numeratorSquares - 2 * r * plain.products + r * r * plain.denominatorSquares
    let products = numeratorProducts - r * denominatorProducts
    // Rounding can leave a residual sum of zero slightly negative.
    let residuals = max(0, squares - products * products / controlSquares)
    let n = Double(count)
    let leverage = 1 / n + meanControl * meanControl / controlSquares
    return ConfidenceInterval(
      estimate: r,
      standardError: (residuals / (n - 2) * leverage).squareRoot() / correction.denominator,
      factor: quantiles.count == count
        ? quantiles.controlled
        : StudentQuantiles(count: count, confidence: quantiles.confidence).controlled)
  }

  /// Both means where the control is zero; nil where the plain ratio is all there is.
  private var correction: (numerator: Double, denominator: Double)? {
    guard controlled == count, count >= 4, controlSquares > 0 else { return nil }
    let numerator = plain.meanNumerator - numeratorProducts / controlSquares * meanControl
    let denominator = plain.meanDenominator - denominatorProducts / controlSquares * meanControl
    return denominator > 0 && numerator.isFinite ? (numerator, denominator) : nil
  }
}
