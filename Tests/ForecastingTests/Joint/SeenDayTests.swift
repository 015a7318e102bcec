import ContactCenter
import Testing

@testable import Forecasting

@Suite("Seen day")
struct SeenDayTests {
  private let history = SampleHistory.hourly(days: 60) { date, hour in
    (8..<18).contains(hour)
      ? (100 + 40 * SampleHistory.noise(date.daysSinceEpoch)
        + 10 * SampleHistory.noise(date.daysSinceEpoch, hour)).rounded() : 0
  }

  private func noon(of day: Int) -> Instant {
    SampleHistory.grid().zone.startOfDay(SampleHistory.monday.advanced(by: day))
      .advanced(by: 12 * 3600)
  }

  @Test("Intervals that have ended keep what came; the rest is updated; nothing later is looked at")
  func forecast() throws {
    var request = ForecastRequest(grid: SampleHistory.grid(), days: 2)
    request.actualsUntil = noon(of: 50)
    let result = try DemandForecaster.forecast(history, request)
    let intervals = try #require(result.forecast.queues.first).intervals
    #expect(
      intervals.first?.start
        == SampleHistory.grid().zone.startOfDay(SampleHistory.monday.advanced(by: 50)))
    let rows = history.queues[0]
    let first = try #require(rows.starts.firstIndex { $0 == intervals.first?.start })
    for hour in 0..<12 {
      #expect(intervals[hour].offered == rows.offered[first + hour])
      #expect(Set(intervals[hour].quantiles) == [rows.offered[first + hour]])
    }
    #expect(intervals[12].quantiles[0] < intervals[12].quantiles[10])
    // The morning tells the day's level, which moves the afternoon toward what will come.
    request.actualsUntil = nil
    request.firstDay = SampleHistory.monday.advanced(by: 50)
    let blind = try DemandForecaster.forecast(history, request).forecast.queues[0].intervals
    let truth = rows.offered[first + 14]
    #expect(abs(intervals[14].offered - truth) < abs(blind[14].offered - truth))
    // Without the rows after noon the same comes out.
    var known = rows
    known.starts = Array(rows.starts.prefix(first + 12))
    known.offered = Array(rows.offered.prefix(first + 12))
    request.actualsUntil = noon(of: 50)
    request.firstDay = nil
    let again = try DemandForecaster.forecast(
      DemandHistory(queues: [known], length: .sixtyMinutes), request)
    #expect(again.forecast == result.forecast)
  }

  @Test("A day of which nothing is known is forecast as the evening before, and said so")
  func nothing() throws {
    var request = ForecastRequest(grid: SampleHistory.grid(), days: 1)
    request.actualsUntil = noon(of: 60)
    let result = try DemandForecaster.forecast(history, request)
    request.actualsUntil = nil
    let blind = try DemandForecaster.forecast(history, request)
    #expect(blind.forecast == result.forecast)
    #expect(result.findings.contains { $0.code == "forecast.no-actuals" })
  }

  @Test("Known factors of the calendar are taken out before the day is compared")
  func factors() throws {
    let day = ModelDay(
      date: SampleHistory.monday.advanced(by: 50), open: [Bool](repeating: true, count: 24))
    let seen = SeenDay(
      history.queues[0], length: .sixtyMinutes, grid: SampleHistory.grid(), day: day,
      until: noon(of: 50))
    let plain = seen.counts(factors: nil)
    let halved = seen.counts(factors: [Double](repeating: 2, count: 24))
    #expect(halved[9] == plain[9] / 2)
    #expect(plain[12].isNaN && plain[11] > 0)
    let without = seen.counts(factors: [Double](repeating: 0, count: 24))
    #expect(without.allSatisfy { $0.isNaN })
  }
}
