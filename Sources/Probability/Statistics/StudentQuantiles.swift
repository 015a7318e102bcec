/// The Student quantiles of so many replications: a thousand rows of one result share them.
public struct StudentQuantiles: Sendable, Equatable {
  /// How many replications there are.
  public let count: Int
  /// The confidence of the intervals.
  public let confidence: Double
  /// The two-sided quantile with one degree of freedom less than replications.
  public let plain: Double
  /// The same with two less, where a control takes one.
  public let controlled: Double

  /// Works both out; NaN where no degree of freedom is left.
  public init(count: Int, confidence: Double = 0.95) {
    self.count = count
    self.confidence = confidence
    func quantile(_ freedom: Int) -> Double {
      StudentT(degreesOfFreedom: Double(freedom)).quantile(0.5 + confidence / 2)
    }
    plain = quantile(count - 1)
    controlled = quantile(count - 2)
  }
}
