/// The ratio of two sums over replications, with its error.
///
/// Service level and abandonment are ratios whose numerator and denominator both vary from day to day. The mean of
/// the daily ratios would weigh a quiet day like a busy one; this is the ratio of the sums, and its error comes from
/// the delta method.
///
/// *Formula*: r = Σy/Σx; with residuals eᵢ = yᵢ − r xᵢ, its standard error is √(Σeᵢ²/(n−1)) / (x̄ √n).
/// *Edge cases*: NaN where Σx = 0, or for the error with fewer than two replications.
/// *Source*: Cochran (1977), Sampling Techniques, 3rd ed., equation 2.47.
public struct RatioStatistics: Sendable, Equatable {
  /// How many replications were added.
  public private(set) var count = 0
  // The moments are the module's, for the statistics that correct them by a control.
  private(set) var meanNumerator = 0.0
  private(set) var meanDenominator = 0.0
  private(set) var numeratorSquares = 0.0
  private(set) var denominatorSquares = 0.0
  private(set) var products = 0.0

  /// The statistics of no replication.
  public init() {}

  /// Takes in one replication's numerator and denominator.
  public mutating func add(numerator: Double, denominator: Double) {
    count += 1
    let n = Double(count)
    let y = numerator - meanNumerator
    let x = denominator - meanDenominator
    meanNumerator += y / n
    meanDenominator += x / n
    numeratorSquares += y * (numerator - meanNumerator)
    denominatorSquares += x * (denominator - meanDenominator)
    products += y * (denominator - meanDenominator)
  }

  /// Σy/Σx.
  public var ratio: Double {
    count > 0 && meanDenominator != 0 ? meanNumerator / meanDenominator : .nan
  }

  /// The standard error of ``ratio`` by the delta method.
  public var standardError: Double {
    guard count > 1 else { return .nan }
    let r = ratio
    let residuals = numeratorSquares - 2 * r * products + r * r * denominatorSquares
    // Rounding can leave a residual sum of zero slightly negative.
    let variance = max(residuals, 0) / Double(count - 1)
    return (variance / Double(count)).squareRoot() / abs(meanDenominator)
  }

  /// The ratio with its Student interval.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    ConfidenceInterval(
      estimate: ratio, standardError: standardError, degreesOfFreedom: Double(count - 1),
      confidence: confidence)
  }

  /// The ratio with the Student interval of quantiles that were worked out before.
  public func interval(_ quantiles: StudentQuantiles) -> ConfidenceInterval {
    guard quantiles.count == count else { return interval(confidence: quantiles.confidence) }
    return ConfidenceInterval(
      estimate: ratio, standardError: standardError, factor: quantiles.plain)
  }
}
