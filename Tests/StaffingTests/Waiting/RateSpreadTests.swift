import Testing

@testable import Staffing

@Suite("The distribution of a rate")
struct RateSpreadTests {
  @Test("of paths: the rate at a probability is not exceeded with at least that probability")
  func paths() {
    let spread = RateSpread.paths((1...10).map(Double.init))
    #expect(spread.rate(at: 0.9) == 9)
    #expect(spread.rate(at: 0.91) == 10)
    #expect(spread.rate(at: 0.05) == 1)
    for percent in 1..<100 {
      let risk = Double(percent) / 100
      #expect(spread.probability(atMost: spread.rate(at: risk)) >= risk - 1e-12)
    }
    #expect(spread.probability(atMost: 0.5) == 0)
  }
}
