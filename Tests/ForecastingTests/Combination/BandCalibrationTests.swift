import ContactCenter
import Testing

@testable import Forecasting

@Suite("Calibration of bands")
struct BandCalibrationTests {
  private static let equal = CombinationWeights(memberCount: 2)

  @Test("Bands that missed are widened, bands far too wide are narrowed, to Poisson at most")
  func widths() {
    // 40 contacts away from a forecast of 100 is four Poisson deviations.
    let missed = BandCalibration(
      CombinationWeightsTests.replay(days: 28, folds: 3, miss: 0, actual: 140),
      weights: Self.equal)
    #expect(missed.inner[2] > 1.5 && missed.outer[2] > 1.3)
    // Two contacts away, always, is far less than chance does.
    let spared = BandCalibration(
      CombinationWeightsTests.replay(days: 28, folds: 3, miss: 0), weights: Self.equal)
    #expect(spared.inner[2] < 0.8)

    var forecast = DayForecast(zerosForDays: 2, slotCount: 1)
    forecast.mean = [100, 100]
    CountQuantiles.write(into: &forecast, variance: [100, 100])
    var wide = forecast
    missed.apply(to: &wide, leads: [0, 10])
    var narrow = forecast
    spared.apply(to: &narrow, leads: [0, 10])
    for level in [0, 1] {
      #expect(wide.quantiles[level][1] < forecast.quantiles[level][1] - 5)
      #expect(abs(narrow.quantiles[level][1] - forecast.quantiles[level][1]) < 1e-9)
    }
    for cell in 0..<2 {
      let quantiles = wide.quantiles(at: cell)
      #expect(quantiles == quantiles.sorted())
    }
  }

  @Test("Few days move the bands little")
  func trust() {
    let few = BandCalibration(
      CombinationWeightsTests.replay(days: 28, folds: 1, miss: 0, actual: 140),
      weights: Self.equal)
    let many = BandCalibration(
      CombinationWeightsTests.replay(days: 28, folds: 6, miss: 0, actual: 140),
      weights: Self.equal)
    #expect(few.inner[2] < many.inner[2])
    #expect(BandCalibration().inner == [1, 1, 1])
  }

  @Test("A later day is never surer than an earlier one")
  func ordered() {
    let bands = BandCalibration(
      CombinationWeightsTests.replay(days: 28, folds: 6, miss: 0, actual: 140),
      weights: Self.equal)
    #expect(bands.inner == bands.inner.sorted() && bands.outer == bands.outer.sorted())
  }
}
