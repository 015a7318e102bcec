import ContactCenter
import TestSupport
import Testing

@testable import Forecasting

@Suite("Interval model")
struct IntervalModelTests {
  private func model(_ scale: CountScale) -> IntervalModel {
    IntervalModel(name: "test", summary: "A test.", scale: scale, model: RepeatedSeason())
  }

  @Test(
    "A model of intervals keeps the laws of forecast models on every scale",
    arguments: [CountScale.plain, .root, .logarithm])
  func laws(scale: CountScale) throws {
    #expect(try checkForecastModel(model(scale)) == [])
  }

  @Test("The season is a week of the slots open on usual weekdays")
  func seasons() throws {
    let fitted = try model(.plain).fit(SampleSeries.series(.weekdaysOnly))
    #expect(fitted.parameters.first { $0.name == "season" }?.value == 70)
  }

  @Test("A repeated week is the last week, put back from its scale without the bend")
  func repeats() throws {
    let series = SampleSeries.series(.regular)
    let days = SampleSeries.future(of: series, kind: .regular, count: 7)
    for scale in [CountScale.plain, .root, .logarithm] {
      let quiet = IntervalModel(
        name: "test", summary: "A test.", scale: scale, model: RepeatedSeason(noise: 0))
      let forecast = try quiet.fit(series).forecast(days)
      let last = series.counts.suffix(7 * series.slotCount)
      for (mean, count) in zip(forecast.mean, last) {
        #expect(abs(mean - count) < 1e-6 * max(1, count))
      }
    }
  }
}
