import Testing

@testable import Forecasting

@Suite("Seasonal decomposition")
struct SeasonalDecompositionTests {
  @Test("A fixed season on a line is taken apart")
  func exact() {
    let season = [4.0, -1, -2, -1]
    let y: [Double] = (0..<80).map { step in
      let line = 20 + 0.1 * Double(step)
      return line + season[step % 4]
    }
    let parts = SeasonalDecomposition(y, period: 4, seasonalWindow: 11)
    for i in y.indices {
      #expect(abs(parts.trend[i] + parts.season[i] - y[i]) < 0.05)
      #expect(abs(parts.season[i] - season[i % 4]) < 0.1)
    }
  }

  @Test("Fewer than two seasons have no season")
  func short() {
    let parts = SeasonalDecomposition([1, 2, 3], period: 2, seasonalWindow: 11)
    #expect(parts.season == [0, 0, 0])
  }
}
