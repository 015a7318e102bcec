/// An estimate with the half-width of its symmetric confidence interval.
public struct ConfidenceInterval: Sendable, Equatable {
  /// The estimate itself.
  public let estimate: Double
  /// The standard error it was built from.
  public let standardError: Double
  /// The distance from the estimate to either end; NaN when one value or none was seen.
  public let halfWidth: Double

  /// The interval estimate ± t · standardError, t being the two-sided Student quantile.
  public init(
    estimate: Double, standardError: Double, degreesOfFreedom: Double, confidence: Double = 0.95
  ) {
    self.init(
      estimate: estimate, standardError: standardError,
      factor: StudentT(degreesOfFreedom: degreesOfFreedom).quantile(0.5 + confidence / 2))
  }

  /// The interval estimate ± factor · standardError, for many intervals that share one Student quantile.
  public init(estimate: Double, standardError: Double, factor: Double) {
    self.estimate = estimate
    self.standardError = standardError
    halfWidth = factor * standardError
  }

  /// The lower end.
  public var lower: Double { estimate - halfWidth }
  /// The upper end.
  public var upper: Double { estimate + halfWidth }

  /// Whether `value` lies in the closed interval.
  public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }
}
