import ContactCenter
import TestSupport
import Testing

@testable import Forecasting

@Suite("Day total model")
struct DayTotalModelTests {
  private let model = DayTotalModel(name: "test", summary: "A test.", model: RepeatedSeason())

  @Test("A model of day totals keeps the laws of forecast models")
  func laws() throws {
    #expect(try checkForecastModel(model) == [])
  }

  @Test("A rising variance widens the bands, and a drift moves the means")
  func drift() throws {
    let rising = DayTotalModel(
      name: "test", summary: "A test.", model: RepeatedSeason(drift: 0.01))
    let series = SampleSeries.series(.regular)
    let days = SampleSeries.future(of: series, kind: .regular, count: 14)
    let flat = try model.fit(series).forecast(days)
    let up = try rising.fit(series).forecast(days)
    for cell in flat.mean.indices where flat.mean[cell] > 0 {
      let step = Double(cell / series.slotCount + 1)
      #expect(abs(up.mean[cell] / flat.mean[cell] - (1 + 0.01 * step)) < 0.011)
    }
  }

  @Test("A closed day is a step: what follows it keeps its weekday")
  func closedDay() throws {
    let series = SampleSeries.series(.regular)
    let days = SampleSeries.future(of: series, kind: .regular, count: 14)
    let all = try model.fit(series).forecast(days)
    let few = try model.fit(series).forecast(Array(days[9...]))
    #expect(Array(all.mean.suffix(5 * series.slotCount)) == few.mean)
  }

  @Test("The rows of the series model are passed on")
  func rows() throws {
    let fitted = try model.fit(SampleSeries.series(.weekdaysOnly))
    #expect(fitted.parameters.contains { $0.name == "season" && $0.value == 5 })
    #expect(fitted.fit.contains { $0.name == "noise" })
  }
}
