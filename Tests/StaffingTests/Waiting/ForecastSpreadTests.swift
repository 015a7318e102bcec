import ContactCenter
import Testing

@testable import Staffing

@Suite("The spread of a forecast")
struct ForecastSpreadTests {
  private let quantiles: [Double] = [70, 80, 86, 92, 96, 100, 104, 108, 114, 120, 130]

  @Test("a quantile is found at its level and the other way round, tails included")
  func inverse() throws {
    let spread = try #require(ForecastSpread(quantiles))
    for (percent, volume) in zip(QuantileLevels.percents, quantiles) {
      #expect(abs(spread.probability(atMost: volume) - percent / 100) < 1e-12)
      #expect(abs(spread.volume(at: percent / 100) - volume) < 1e-9)
    }
    for step in 1..<1000 {
      let probability = Double(step) / 1000
      let volume = spread.volume(at: probability)
      #expect(abs(spread.probability(atMost: volume) - probability) < 1e-9)
    }
    #expect(abs(spread.probability(atMost: 117) - 0.85) < 1e-12)
  }

  @Test("probability rises from 0 to 1")
  func order() throws {
    let spread = try #require(ForecastSpread(quantiles))
    var before = 0.0
    for volume in stride(from: -10.0, through: 400, by: 0.5) {
      let now = spread.probability(atMost: volume)
      #expect(now >= before && now <= 1)
      before = now
    }
    #expect(before > 0.999)
  }

  @Test("equal quantiles are a step, and an incomplete list is none")
  func degenerate() throws {
    let step = try #require(ForecastSpread(Array(repeating: 5, count: 11)))
    #expect(step.probability(atMost: 4.9) == 0)
    #expect(step.probability(atMost: 5) == 0.975)
    #expect(step.probability(atMost: 5.1) == 1)
    #expect(step.volume(at: 0.99) == 5)
    #expect(ForecastSpread([]) == nil)
    #expect(ForecastSpread([1, 2, 3]) == nil)
  }
}
