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
    let (results, findings) = try await IntradayBacktest.run(
      history, request, days: 10, workers: 2)
    #expect(results.map(\.queue) == ["long", "short"])
    #expect(results[0].rows.count == 3)
    #expect(results[1].rows.isEmpty)
    #expect(results[1].findings.map(\.code) == ["backtest.intraday-skipped"])
    #expect(findings.isEmpty)
  }

  @Test("Where no queue can be replayed, one error says so with one hint")
  func none() async throws {
    let queues = ["a", "b"].flatMap {
      SampleHistory.hourly(queue: $0, days: 60) { _, hour in (8..<12).contains(hour) ? 50 : 0 }
        .queues
    }
    let (results, findings) = try await IntradayBacktest.run(
      DemandHistory(queues: queues, length: .sixtyMinutes),
      ForecastRequest(grid: SampleHistory.grid(), model: "planners-average"), days: 1000,
      workers: 1)
    #expect(results.allSatisfy { $0.rows.isEmpty && $0.findings.isEmpty })
    #expect(findings.map(\.severity) == [.error])
    #expect(findings.first?.message.contains("Maybe") == false)
    #expect(findings.first?.advice == "Maybe replay fewer days.")
  }

  @Test("Drivers reach the model, and one that does not look at them says so")
  func regressors() async throws {
    // Every day's volume is its driver's, which no weekday foretells.
    func driver(_ date: CivilDate) -> Double {
      1 + SampleHistory.noise(date.daysSinceEpoch / 3)
    }
    let history = SampleHistory.hourly(days: 84) { date, hour in
      (8..<12).contains(hour) ? (60 * driver(date)).rounded() : 0
    }
    var request = ForecastRequest(grid: SampleHistory.grid(), model: "count-regression")
    let plain = try await IntradayBacktest.run(history, request, days: 3, workers: 1)
    request.regressors = (0..<84).map {
      let date = SampleHistory.monday.advanced(by: $0)
      return RegressorValue(name: "orders", date: date, value: driver(date))
    }
    let driven = try await IntradayBacktest.run(history, request, days: 3, workers: 1)
    #expect(driven.findings.isEmpty)
    #expect(driven.results[0].rows[0].wape < 0.7 * plain.results[0].rows[0].wape)
    request.model = "planners-average"
    let unused = try await IntradayBacktest.run(history, request, days: 3, workers: 1)
    #expect(unused.findings.map(\.code) == ["forecast.regressors-unused"])
  }
}
