import ContactCenter
import Probability
import Testing

@testable import Forecasting

@Suite("Count quantiles")
struct CountQuantilesTests {
  private func quantiles(mean: Double, variance: Double) -> [Double] {
    var forecast = DayForecast(zerosForDays: 1, slotCount: 1)
    forecast.mean[0] = mean
    CountQuantiles.write(into: &forecast, variance: [variance])
    return forecast.quantiles(at: 0)
  }

  @Test(
    "The table agrees with the gamma curve",
    arguments: [(0.4, 0.5), (3, 3), (12.7, 20), (1168, 9000), (40_000, 4e6)])
  func agreement(mean: Double, variance: Double) {
    let shape = mean * mean / variance
    for (percent, value) in zip(QuantileLevels.percents, quantiles(mean: mean, variance: variance))
    {
      let exact = Gamma(shape: shape, scale: mean / shape).quantile(percent / 100)
      // Linear interpolation over knots 0.05 apart: measured at most 4e-4 of the mean.
      #expect(abs(value - exact) < 5e-4 * mean, "p\(percent)")
    }
  }

  @Test("From shape 200 the cube root is within 2e-5 of the inversion")
  func cubeRoot() {
    for percent in QuantileLevels.percents {
      let fast = CountQuantiles.relativeQuantile(percent / 100, shape: 200)
      let exact = Gamma(shape: 200, scale: 1 / 200).quantile(percent / 100)
      #expect(abs(fast - exact) < 2e-5, "p\(percent)")
    }
  }

  @Test("A variance below Poisson is raised to it")
  func floor() {
    #expect(quantiles(mean: 50, variance: 0) == quantiles(mean: 50, variance: 50))
    #expect(quantiles(mean: 50, variance: 100)[10] > quantiles(mean: 50, variance: 50)[10])
  }

  @Test("Quantiles are ordered and finite from tiny to huge means")
  func extremes() {
    #expect(quantiles(mean: 0, variance: 1) == [Double](repeating: 0, count: 11))
    for exponent in -9...15 {
      var mean = 1.0
      for _ in 0..<abs(exponent) { mean = exponent < 0 ? mean / 10 : mean * 10 }
      for factor in [1, 10, 1e9] {
        let values = quantiles(mean: mean, variance: mean * factor)
        #expect(values.allSatisfy { $0.isFinite && $0 >= 0 })
        #expect(values == values.sorted())
      }
    }
  }
}
