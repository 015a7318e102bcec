import ContactCenter
import Testing

@testable import Forecasting

@Suite("Driven series")
struct DrivenSeriesTests {
  /// 400 contacts a day, multiplied by `effect` on the one day in eight that has a mailing.
  private static func day(_ d: Int) -> ModelDay {
    ModelDay(
      date: SampleHistory.monday.advanced(by: d), open: [Bool](repeating: true, count: 8),
      regressors: [d % 8 == 3 ? 1 : 0])
  }

  private static func series(effect: Double) -> DaySeries {
    DaySeries(
      slotCount: 8, days: (0..<390).map(day),
      counts: (0..<390).flatMap { d in
        (0..<8).map { s in
          50 * (d % 8 == 3 ? effect : 1) * (0.95 + 0.1 * SampleHistory.noise(d, s))
        }
      }, regressorNames: ["mailing"])
  }

  @Test(
    "A mailing that doubles or trebles a day is learned, not cleaned away, also by the default",
    arguments: [1.5, 2.0, 3.0])
  func mailing(effect: Double) throws {
    let future = (390..<400).map(Self.day)
    for model in [CombinedModels.auto, CountRegression()] as [any ForecastModel] {
      let forecast = try model.fit(Self.series(effect: effect)).forecast(future)
      // Days 395 and 397: with a mailing (395 % 8 == 3) and without.
      let with = forecast.mean[5 * 8..<6 * 8].reduce(0, +)
      let without = forecast.mean[7 * 8..<8 * 8].reduce(0, +)
      #expect(abs(with / without / effect - 1) < 0.08)
    }
  }

  @Test("Without regressors nothing changes")
  func plain() throws {
    let series = DaySeries(
      slotCount: 1,
      days: (0..<30).map {
        ModelDay(date: SampleHistory.monday.advanced(by: $0), open: [true])
      }, counts: (0..<30).map { Double(100 + $0) })
    #expect(try DrivenSeries(series, for: "test").rest == series)
  }
}
