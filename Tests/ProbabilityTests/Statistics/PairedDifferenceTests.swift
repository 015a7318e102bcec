import Probability
import Testing

@Suite struct PairedDifferenceTests {
  typealias Fraction = PairedDifference.Fraction

  @Test("Means are compared by the paired t interval")
  func means() {
    // Differences 1, 2, 3, 6: mean 3, sample variance 14/3.
    let first = [10.0, 20, 30, 40].map { Fraction($0, 1) }
    let second = [11.0, 22, 33, 46].map { Fraction($0, 1) }
    let interval = PairedDifference.ofRatios(first: first, second: second)
    #expect(interval.estimate == 3)
    #expect(abs(interval.standardError - (14.0 / 3 / 4).squareRoot()) < 1e-14)
    #expect(abs(interval.halfWidth / interval.standardError - 3.182_446_31) < 1e-6)
  }

  @Test("Ratios are compared by the residuals of both, pair by pair")
  func ratios() {
    let first = [Fraction(8, 10), Fraction(15, 20), Fraction(27, 30)]
    let second = [Fraction(9, 10), Fraction(18, 20), Fraction(24, 30)]
    let interval = PairedDifference.ofRatios(first: first, second: second)
    let one = 50.0 / 60
    let other = 51.0 / 60
    var squares = 0.0
    for (a, b) in zip(first, second) {
      let residual =
        (b.numerator - other * b.denominator) / 20 - (a.numerator - one * a.denominator) / 20
      squares += residual * residual
    }
    #expect(abs(interval.estimate - (other - one)) < 1e-15)
    #expect(abs(interval.standardError - (squares / 6).squareRoot()) < 1e-15)
  }

  @Test("A scenario beside itself differs by nothing, and only common replications count")
  func same() {
    let values = [Fraction(8, 10), Fraction(15, 20), Fraction(27, 30)]
    let same = PairedDifference.ofRatios(first: values, second: values)
    #expect(same.estimate == 0)
    #expect(same.halfWidth == 0)
    let longer = PairedDifference.ofRatios(
      first: values, second: values + [Fraction(0, 1000)])
    #expect(longer == same)
  }

  @Test("Nothing to divide by gives no difference, and one pair no error")
  func degenerate() {
    let none = PairedDifference.ofRatios(first: [Fraction(0, 0)], second: [Fraction(1, 1)])
    #expect(none.estimate.isNaN)
    let one = PairedDifference.ofRatios(first: [Fraction(1, 2)], second: [Fraction(1, 1)])
    #expect(one.estimate == 0.5)
    #expect(one.halfWidth.isNaN)
    #expect(PairedDifference.ofRatios(first: [], second: []).estimate.isNaN)
  }
}
