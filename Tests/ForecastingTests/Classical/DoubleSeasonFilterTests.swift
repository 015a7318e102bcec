import Testing

@testable import Forecasting

@Suite("Double season filter")
struct DoubleSeasonFilterTests {
  @Test("First states by means give back a series without noise")
  func meanStart() {
    let y: [Double] = (0..<60).map { step in
      let day = Double(step % 15 / 3)
      return 50 + Double(step % 3) + 10 * day
    }
    let start = DoubleSeasonFilter.meanStart(y, short: 3, long: 15)
    for t in y.indices {
      let value = start.level + start.short[t % 3] + start.long[t % 15]
      #expect(abs(value - y[t]) < 1e-9)
    }
  }

  @Test("Nothing observed gives states of 0 and errors that are missing")
  func empty() {
    let y = [Double](repeating: .nan, count: 8)
    let start = DoubleSeasonFilter.meanStart(y, short: 2, long: 4)
    let weights = DoubleSeasonWeights(alpha: 0.1, beta: 0, gamma: 0.1, omega: 0.1, phi: 0.1)
    let pass = DoubleSeasonFilter(values: y, isMultiplicative: false).run(weights, from: start)
    #expect(pass.errors.allSatisfy { $0.isNaN })
    #expect(pass.end.level == 0)
  }
}
