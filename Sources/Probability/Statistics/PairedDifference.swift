/// Differences between two systems that were simulated with the same random numbers.
///
/// What both have in common, a busy day above all, cancels in the difference of each pair, so that a few replications
/// tell apart what independent runs would not.
public enum PairedDifference {
  /// One replication of one system: what is divided and by what; a mean is divided by 1.
  public struct Fraction: Hashable, Sendable {
    /// The numerator.
    public var numerator: Double
    /// The denominator.
    public var denominator: Double

    /// Creates a fraction.
    public init(_ numerator: Double, _ denominator: Double) {
      self.numerator = numerator
      self.denominator = denominator
    }

    /// Both together.
    public static func + (a: Fraction, b: Fraction) -> Fraction {
      Fraction(a.numerator + b.numerator, a.denominator + b.denominator)
    }
  }

  /// The second system's ratio of sums less the first's, over as many replications as both have.
  ///
  /// *Formula*: with rⱼ = Σyⱼ/Σxⱼ and eᵢ = (y₂ᵢ − r₂x₂ᵢ)/x̄₂ − (y₁ᵢ − r₁x₁ᵢ)/x̄₁, the delta method on the pairs, the
  /// standard error of r₂ − r₁ is √(Σeᵢ² / (n(n − 1))), Student's t with n − 1 degrees of freedom.
  /// *Edge cases*: NaN where a denominator is zero throughout, or for the error with fewer than two pairs.
  /// *Source*: Law (2015), Simulation Modeling and Analysis, 5th ed., section 10.2.1 (paired t), with Cochran's ratio
  /// residuals, Sampling Techniques (1977), equation 2.47.
  public static func ofRatios(
    first: [Fraction], second: [Fraction], confidence: Double = 0.95
  ) -> ConfidenceInterval {
    let count = min(first.count, second.count)
    guard let one = Ratio(first.prefix(count)), let other = Ratio(second.prefix(count)) else {
      return ConfidenceInterval(
        estimate: .nan, standardError: .nan, degreesOfFreedom: Double(count - 1),
        confidence: confidence)
    }
    var squares = 0.0
    for index in 0..<count {
      let error = other.residual(second[index]) - one.residual(first[index])
      squares += error * error
    }
    let n = Double(count)
    return ConfidenceInterval(
      estimate: other.value - one.value,
      standardError: count > 1 ? (squares / (n * (n - 1))).squareRoot() : .nan,
      degreesOfFreedom: n - 1, confidence: confidence)
  }

  private struct Ratio {
    var value: Double
    var meanDenominator: Double

    init?(_ fractions: ArraySlice<Fraction>) {
      let sum = fractions.reduce(Fraction(0, 0), +)
      guard sum.denominator > 0 else { return nil }
      value = sum.numerator / sum.denominator
      meanDenominator = sum.denominator / Double(fractions.count)
    }

    func residual(_ fraction: Fraction) -> Double {
      (fraction.numerator - value * fraction.denominator) / meanDenominator
    }
  }
}
