/// Count, mean and variance of a sequence seen one value at a time.
///
/// *Source*: Welford (1962), doi:10.1080/00401706.1962.10490022; merging by Chan, Golub and LeVeque (1979).
public struct RunningStatistics: Sendable, Equatable {
  /// How many values were added.
  public private(set) var count = 0
  /// Their mean; 0 before the first value.
  public private(set) var mean = 0.0
  private var squares = 0.0

  /// The statistics of no value.
  public init() {}

  /// Takes in one value.
  public mutating func add(_ value: Double) {
    count += 1
    let difference = value - mean
    mean += difference / Double(count)
    squares += difference * (value - mean)
  }

  /// Takes in all values of another.
  public mutating func merge(_ other: RunningStatistics) {
    guard other.count > 0 else { return }
    let total = Double(count + other.count)
    let difference = other.mean - mean
    squares += other.squares + difference * difference * Double(count) * Double(other.count) / total
    mean += difference * Double(other.count) / total
    count += other.count
  }

  /// The sample variance, with count − 1 in the denominator; NaN below two values.
  public var variance: Double { count > 1 ? squares / Double(count - 1) : .nan }

  /// The sample standard deviation.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The mean with its Student interval.
  public func meanInterval(confidence: Double = 0.95) -> ConfidenceInterval {
    ConfidenceInterval(
      estimate: count > 0 ? mean : .nan,
      standardError: (variance / Double(count)).squareRoot(),
      degreesOfFreedom: Double(count - 1), confidence: confidence)
  }
}
