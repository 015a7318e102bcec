import ContactCenter
import TestSupport
import Testing

@testable import Forecasting

@Suite("Stepped forecast")
struct SteppedForecastTests {
  private func surroundings(_ kind: SampleSeries.Kind) throws -> SteppedForecast {
    let days = try OrdinaryDays(SampleSeries.series(kind), for: "test")
    return try SteppedForecast(days, clean: days.recent(364), model: "test")
  }

  @Test("Means are laid as they are, on the days and slots that are open")
  func lays() throws {
    let series = SampleSeries.series(.weekdaysOnly)
    let steps = try surroundings(.weekdaysOnly)
    let days = SampleSeries.future(of: series, kind: .weekdaysOnly, count: 8)
    #expect(steps.steps(for: days).count == 6)
    let mean = (0..<6).flatMap { [Double](repeating: 100 + Double($0), count: series.slotCount) }
    let laid = steps.lay(mean, dayVariance: [Double](repeating: 0.01, count: 6), on: days)
    // Monday to Friday are steps 0 to 4, the weekend is closed, Monday is step 5.
    for (d, step) in [(0, 0), (4, 4), (7, 5)] {
      #expect(laid.mean[d * series.slotCount + 12] == 100 + Double(step))
      #expect(laid.mean[d * series.slotCount] == 0)
    }
    #expect(laid.mean[5 * series.slotCount + 12] == 0)
  }

  @Test("A variance that is not finite ends at what repeating the last week costs")
  func bounded() throws {
    let series = SampleSeries.series(.regular)
    let steps = try surroundings(.regular)
    let days = SampleSeries.future(of: series, kind: .regular, count: 7)
    let mean = [Double](repeating: 500, count: 7 * series.slotCount)
    let wild = steps.lay(mean, dayVariance: [Double](repeating: .nan, count: 7), on: days)
    #expect(wild.quantiles.allSatisfy { $0.allSatisfy { $0.isFinite } })
    #expect(wild.quantiles[10][12] < 1000)
  }

  @Test("A series without a day to learn from is refused")
  func refused() {
    let day = ModelDay(date: SampleSeries.firstDate, open: [true])
    #expect(throws: ForecastingError.self) {
      try OrdinaryDays(DaySeries(slotCount: 1, days: [day], counts: [.nan]), for: "test")
    }
  }
}
