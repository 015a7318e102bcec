import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Harmonic choice")
struct HarmonicChoiceTests {
  private static func series(_ count: Int) -> [Double] {
    let noise = SimulatedSeries.arma([0.5], [], count: count)
    return (0..<count).map {
      10 + 3 * sin(2 * Double.pi * Double($0) / 24) + cos(2 * Double.pi * Double($0) / 168)
        + noise[$0]
    }
  }

  @Test("Harmonics that are there are found, and few others")
  func found() {
    let choice = HarmonicChoice(Self.series(1680), periods: [24, 168], limits: .init())
    let known = choice.terms.frequencies
    #expect(known.contains(FourierTerms.Frequency(1, per: 24)))
    #expect(known.contains(FourierTerms.Frequency(1, per: 168)))
    // Of 82 others, chance passes the price of two coefficients with 13.5 % each.
    #expect(known.count < 26)
    #expect(choice.outliers.isEmpty)
  }

  @Test("A value far from its neighbors is set aside")
  func outlier() {
    var values = Self.series(1680)
    values[300] += 40
    let choice = HarmonicChoice(values, periods: [24, 168], limits: .init())
    #expect(choice.outliers.contains(300))
    #expect(choice.outliers.count < 5)
  }

  @Test("A series shorter than two weeks is asked for days, one shorter than two days for nothing")
  func short() {
    let days = HarmonicChoice(Array(Self.series(200)), periods: [24, 168], limits: .init())
    #expect(days.terms.frequencies.allSatisfy { 24 % $0.steps == 0 })
    #expect(!days.terms.frequencies.isEmpty)
    #expect(HarmonicChoice([1, 2, 3], periods: [24], limits: .init()).terms.frequencies == [])
    #expect(HarmonicChoice([], periods: [], limits: .init()).terms.frequencies == [])
  }
}
