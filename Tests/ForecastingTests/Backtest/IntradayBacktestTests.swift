import ContactCenter
import TestSupport
import Testing

@testable import Forecasting

@Suite("Intraday backtest")
struct IntradayBacktestTests {
  @Test("Where days differ by 12 %, seeing half of the day takes most of the avoidable error away")
  func worth() throws {
    let series = SampleDays.series(days: 160, volume: 80, level: 0.12)
    let backtest = try IntradayBacktest(series, model: PlannersAverage(), days: 50)
    #expect(backtest.rows.map(\.share) == [0.25, 0.5, 0.75])
    for row in backtest.rows {
      #expect(row.days == 50)
      // 12 % of level beside 11 % of Poisson noise: with the level known the error falls to 0.68 of what it was.
      #expect(row.updatedWape < 0.85 * row.wape, "\(row)")
      #expect(row.updatedCoverage80 > 0.7)
    }
  }

  @Test("Where days do not differ, the update costs nothing")
  func harmless() throws {
    let series = SampleDays.series(days: 160, volume: 6, level: 0)
    let backtest = try IntradayBacktest(series, model: PlannersAverage(), days: 50)
    for row in backtest.rows { #expect(row.updatedWape < 1.01 * row.wape, "\(row)") }
  }

  @Test("Too many days leave nothing to learn from")
  func tooMany() {
    #expect(throws: ForecastingError.self) {
      try IntradayBacktest(
        SampleDays.series(days: 40, volume: 6, level: 0), model: PlannersAverage(), days: 30)
    }
  }

  @Test("Queues of a history are replayed side by side; one that cannot be is named")
  func queues() async throws {
    var histories = SampleHistory.hourly(queue: "long", days: 60) { date, hour in
      (8..<12).contains(hour) ? 50 + 9 * SampleHistory.noise(date.daysSinceEpoch, hour) : 0
    }.queues
    histories += SampleHistory.hourly(queue: "short", days: 8) { _, _ in 5 }.queues
    let history = DemandHistory(queues: histories, length: .sixtyMinutes)
    let request = ForecastRequest(grid: SampleHistory.grid(), model: "planners-average")
    let results = try await IntradayBacktest.run(history, request, days: 10, workers: 2)
    #expect(results.map(\.queue) == ["long", "short"])
    #expect(results[0].rows.count == 3)
    #expect(results[1].rows.isEmpty)
    #expect(results[1].findings.map(\.code) == ["backtest.intraday-skipped"])
  }
}
