/// A probability distribution on the real line, as a value.
///
/// Parameters outside their range make every answer NaN instead of trapping: whether a history or a plan may
/// hold such a value is decided where it is read, with a place to point at.
public protocol Distribution: Sendable, Equatable {
  /// The expected value.
  var mean: Double { get }
  /// The variance.
  var variance: Double { get }
  /// The density at x, or the probability of x for a distribution on the integers.
  func density(_ x: Double) -> Double
  /// P(X ≤ x).
  func cumulative(_ x: Double) -> Double
  /// The smallest x with P(X ≤ x) ≥ `probability`; NaN outside [0, 1].
  func quantile(_ probability: Double) -> Double
  /// One variate.
  func sample<Stream: RandomStream>(using stream: inout Stream) -> Double
}

extension Distribution {
  /// The standard deviation.
  public var standardDeviation: Double { variance.squareRoot() }
}
