import ContactCenter
import Probability
import Testing

@testable import Forecasting

@Suite("Quantile curve")
struct QuantileCurveTests {
  private func curve(_ mean: Double, _ variance: Double) -> (QuantileCurve, [Double]) {
    var forecast = DayForecast(zerosForDays: 1, slotCount: 1)
    forecast.mean[0] = mean
    CountQuantiles.write(into: &forecast, variance: [variance])
    return (
      QuantileCurve(mean: mean, quantiles: forecast.quantiles(at: 0)), forecast.quantiles(at: 0)
    )
  }

  @Test("The curve goes through the quantiles and has their mean", arguments: [30.0, 200, 5000])
  func through(mean: Double) {
    let (curve, quantiles) = curve(mean, mean + 0.01 * mean * mean)
    for (deviate, quantile) in zip(StandardNormal.deviates, quantiles) {
      // The mean of the straight pieces misses the gamma's by less than half a percent.
      #expect(abs(curve.value(at: deviate) / quantile - 1) < 0.005)
    }
    var sum = 0.0
    for i in 0..<2000 { sum += curve.value(at: Normal().quantile((Double(i) + 0.5) / 2000)) }
    #expect(abs(sum / 2000 / mean - 1) < 1e-3)
  }

  @Test("It never falls, and tails go on beyond the outer quantiles")
  func monotone() {
    let (curve, quantiles) = curve(3, 4)
    var last = -1.0
    for step in -60...60 {
      let value = curve.value(at: Double(step) / 10)
      #expect(value >= last && value >= 0)
      last = value
    }
    #expect(curve.value(at: 4) > quantiles[10])
  }

  @Test("Zeros, certainty and missing quantiles")
  func edges() {
    #expect(QuantileCurve(mean: 0, quantiles: []).value(at: 2) == 0)
    let certain = QuantileCurve(mean: 7, quantiles: [Double](repeating: 7, count: 11))
    #expect(certain.isCertain)
    #expect(abs(certain.value(at: 3) - 7) < 1e-9)
    let poisson = QuantileCurve(mean: 100, quantiles: [])
    #expect(abs(poisson.value(at: 1) - 110) < 1)
    #expect(!poisson.isCertain)
  }
}
