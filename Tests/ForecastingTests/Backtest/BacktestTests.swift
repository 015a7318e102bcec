import ContactCenter
import Testing

@testable import Forecasting

@Suite("Backtest")
struct BacktestTests {
  private let history = SampleHistory.hourly(days: 120) { date, hour in
    guard (8..<18).contains(hour) else { return 0 }
    return (100 + 40 * SampleHistory.noise(date.daysSinceEpoch, hour)).rounded()
  }

  private func request(
    _ origins: BacktestRequest.Origins, models: [String] = ["seasonal-naive"], horizon: Int = 14
  ) -> BacktestRequest {
    BacktestRequest(
      forecast: ForecastRequest(grid: SampleHistory.grid()), models: models, origins: origins,
      horizonDays: horizon)
  }

  @Test("The seasonal naive repeats the last week before each origin and scores about one")
  func naive() throws {
    let result = try Backtest.run(history, request(.count(5), horizon: 7))
    let actual = Dictionary(
      uniqueKeysWithValues: zip(history.queues[0].starts, history.queues[0].offered))
    for entry in result.entries where entry.mean > 0 {
      #expect(entry.mean == actual[entry.start.advanced(by: -7 * 86_400)])
      #expect(entry.actual == actual[entry.start])
    }
    let week = try #require(result.accuracy.first { $0.leadDays == 7 })
    #expect(week.origins == 5)
    #expect(week.intervals == 5 * 7 * 24)
    // Independent noise: its errors a week ahead are of the same kind as those that scale them. 350 cells of
    // relative deviation 0.75 give a standard error of 4 %.
    #expect(abs(week.mase - 1) < 0.12)
  }

  @Test("Origins keep their distance, rotate weekdays, and leave four weeks to learn from")
  func origins() throws {
    let dates = try request(.count(4)).originDates(of: history)
    #expect(dates.last == SampleHistory.monday.advanced(by: 120 - 14))
    #expect(zip(dates, dates.dropFirst()).allSatisfy { $1.days(since: $0) == 11 })
    let many = try request(.count(40)).originDates(of: history)
    #expect(many.count == 40)
    #expect(try #require(many.first).days(since: SampleHistory.monday) >= 28)
    for count in [0, 1000] {
      #expect(throws: ForecastingError.self) {
        try request(.count(count)).originDates(of: history)
      }
    }
    #expect(throws: ForecastingError.self) {
      try request(.dates([SampleHistory.monday.advanced(by: 500)])).originDates(of: history)
    }
  }

  @Test("A date that cannot be an origin is left out with a finding, the others are replayed")
  func someOrigins() throws {
    let good = SampleHistory.monday.advanced(by: 60)
    let bad = SampleHistory.monday.advanced(by: 500)
    let result = try Backtest.run(history, request(.dates([bad, good]), horizon: 7))
    #expect(result.origins == [good])
    #expect(
      result.findings.filter { $0.code == "backtest.origin-outside" }.map(\.place) == [bad.text])
  }

  @Test("Nothing after an origin is known to the models")
  func noPeeking() throws {
    let origin = SampleHistory.monday.advanced(by: 90)
    let changed = SampleHistory.hourly(days: 120) { date, hour in
      guard (8..<18).contains(hour) else { return 0 }
      return date >= origin
        ? 7 : (100 + 40 * SampleHistory.noise(date.daysSinceEpoch, hour)).rounded()
    }
    let ask = request(.dates([origin]), models: ForecastModelCatalog.all.map(\.name))
    let before = try Backtest.run(history, ask).entries.map { [$0.mean] + $0.quantiles }
    let after = try Backtest.run(changed, ask).entries.map { [$0.mean] + $0.quantiles }
    #expect(before == after)
  }

  @Test("Any number of workers gives the same result")
  func workers() async throws {
    let ask = request(.count(3), models: ["planners-average", "smoothed-days"])
    let alone: BacktestResult = try Backtest.run(history, ask)
    for workers in [1, 3] {
      let together = try await Backtest.run(history, ask, workers: workers)
      #expect(together.entries == alone.entries)
      #expect(together.accuracy == alone.accuracy)
      #expect(together.overall == alone.overall)
    }
  }

  @Test("Bands of the default cover what they promise on noise of known size")
  func coverage() throws {
    let result = try Backtest.run(history, request(.count(4), models: ["auto"]))
    let row = try #require(result.accuracy.first { $0.leadDays == 28 })
    // Noise is narrower than Poisson here (±20 against a deviation of 11), closed hours always count as
    // covered: the bands may be wide but never narrow.
    #expect(row.coverage80 > 0.8)
    #expect(row.coverage95 > 0.95)
    #expect(abs(row.bias) < 0.02)
  }
}
