import Testing

@testable import Forecasting

@Suite("Smoothing start")
struct SmoothingStartTests {
  @Test("A line with a season is found as it is, one step before its first value")
  func exact() {
    let season = [3.0, -1, -2]
    let y: [Double] = (0..<30).map { step in
      let line = 10 + 0.5 * Double(step + 1)
      return line + season[step % 3]
    }
    let form = SmoothingForm(.additive, .additive, .additive)
    let start = SmoothingStart.states(form, period: 3, values: y)
    #expect(abs(start.level - 10) < 0.2)
    #expect(abs(start.trend - 0.5) < 0.03)
    #expect(abs(start.season.reduce(0, +)) < 1e-9)
    for (a, b) in zip(start.season, season) { #expect(abs(a - b) < 0.2) }
  }

  @Test("Multiplicative seasons have the mean 1, and a level not above 0 is avoided")
  func multiplicative() {
    let y = (0..<40).map { Double($0 * $0 + 1) }
    let form = SmoothingForm(.multiplicative, .additive, .multiplicative)
    let start = SmoothingStart.states(form, period: 4, values: y)
    #expect(start.level > 0)
    #expect(abs(start.season.reduce(0, +) - 4) < 1e-9)
    #expect(start.season.allSatisfy { $0 > 0 })
  }
}
