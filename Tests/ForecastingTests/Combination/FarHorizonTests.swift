import ContactCenter
import TestSupport
import Testing

@testable import Forecasting

@Suite("Far horizon")
struct FarHorizonTests {
  private static func forecast(_ mean: Double, variance: Double, days: Int) -> DayForecast {
    var result = DayForecast(zerosForDays: days, slotCount: 1)
    result.mean = [Double](repeating: mean, count: days)
    CountQuantiles.write(
      into: &result, variance: [Double](repeating: variance, count: days))
    return result
  }

  @Test(
    "Four weeks are the near model's, from twelve on the far one's, half of them without a year")
  func shares() {
    #expect(FarHorizon.share(lead: 28, historyDays: 800) == 0)
    #expect(FarHorizon.share(lead: 56, historyDays: 800) == 0.5)
    #expect(FarHorizon.share(lead: 500, historyDays: 800) == 1)
    #expect(FarHorizon.share(lead: 500, historyDays: 200) == 0.5)
  }

  @Test("Means are mixed, and of the two bands the wider one counts")
  func blend() {
    let near = Self.forecast(100, variance: 400, days: 100)
    let far = Self.forecast(200, variance: 400, days: 100)
    let blended = FarHorizon.blend(near, far, leads: Array(0..<100), historyDays: 800)
    #expect(blended.mean[10] == 100 && blended.mean[56] == 150 && blended.mean[99] == 200)
    // 400 is wider relative to 100 than to 200.
    #expect(abs(blended.quantiles[0][99] / 200 - near.quantiles[0][0] / 100) < 1e-12)
    for d in [0, 56, 99] {
      let quantiles = blended.quantiles(at: d)
      #expect(quantiles == quantiles.sorted())
    }
  }

  @Test("A year ahead the default stays finite, and its bands do not shrink")
  func year() throws {
    let series = SampleSeries.series(.regular)
    let days = SampleSeries.future(of: series, kind: .regular, count: 364)
    let forecast = try CombinedModels.auto.fit(series).forecast(days)
    let noon = stride(from: 12, to: forecast.mean.count, by: 7 * series.slotCount)
    var widest = 0.0
    for cell in noon {
      let quantiles = forecast.quantiles(at: cell)
      #expect(quantiles.allSatisfy(\.isFinite) && forecast.mean[cell] > 0)
      let band = (quantiles[9] - quantiles[1]) / forecast.mean[cell]
      #expect(band > 0.95 * widest)
      widest = max(widest, band)
    }
  }
}
