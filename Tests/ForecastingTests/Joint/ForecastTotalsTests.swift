import ContactCenter
import Testing

@testable import Forecasting

@Suite("Forecast totals")
struct ForecastTotalsTests {
  private static let grid = TimeGrid(zone: .utc, length: .sixtyMinutes)

  /// Two voice queues and a chat queue from Thursday 30 January 2025 on, with a handle time each.
  private static func forecast(days: Int) -> DemandForecast {
    let first = SampleHistory.monday.advanced(by: 395)
    func queue(_ name: String, _ channel: String, _ mean: Double, _ seconds: Double?)
      -> QueueForecast
    {
      QueueForecast(
        queue: name, channel: channel,
        intervals: grid.intervals(from: first, days: days).map {
          ForecastInterval(start: $0.start, offered: mean, handleSecondsMean: seconds)
        })
    }
    return DemandForecast(queues: [
      queue("billing", "voice", 10, 200), queue("sales", "voice", 30, 400),
      queue("help", "chat", 5, nil),
    ])
  }

  private func totals(
    _ period: DemandTotal.Period, _ level: DemandTotal.Level, days: Int = 5, workers: Int = 1
  ) async -> [DemandTotal] {
    let forecast = Self.forecast(days: days)
    let sampler = PathSampler(forecast, dependence: [:], grid: Self.grid, seed: 1)
    return await ForecastTotals.of(
      forecast, sampler: sampler, grid: Self.grid, by: period, level: level, center: "north",
      paths: 200, workers: workers)
  }

  @Test("Means add up over periods and levels, and every level says the same")
  func means() async {
    let center = await totals(.month, .center)
    // Two days of January, three of February, 45 contacts an hour.
    #expect(center.map(\.offered) == [2160, 3240])
    #expect(center.map(\.name) == ["north", "north"])
    let weeks = await totals(.week, .channel)
    // Thursday to Sunday, then Monday.
    #expect(weeks.map(\.name) == ["chat", "chat", "voice", "voice"])
    #expect(weeks.map(\.offered) == [480, 120, 3840, 960])
    let days = await totals(.day, .queue)
    #expect(days.count == 15)
    #expect(days.reduce(0) { $0 + $1.offered } == 45 * 120)
  }

  @Test("Handle times are weighted by contacts, and unknown where a part is")
  func handleTimes() async {
    let channels = await totals(.day, .channel, days: 1)
    #expect(channels[0].handleSecondsMean == nil)
    #expect(channels[1].handleSecondsMean == 350)
  }

  @Test(
    "Quantiles of a sum are ordered, lie around its mean, and are narrower than the sum of quantiles"
  )
  func quantiles() async {
    let day = await totals(.day, .center, days: 1)[0]
    #expect(day.quantiles == day.quantiles.sorted())
    #expect(day.quantiles[0] < day.offered && day.offered < day.quantiles[10])
    // Poisson intervals without dependence: 1080 ± 1.28 · 33.
    #expect(abs(day.quantiles[9] - (1080 + 42)) < 15)
  }

  @Test("Intervals of queues keep the forecast's own quantiles; threads change nothing")
  func same() async {
    let rows = await totals(.interval, .queue, days: 1)
    #expect(rows.count == 72)
    #expect(rows.allSatisfy { $0.quantiles.isEmpty })
    #expect(await totals(.week, .center, workers: 1) == totals(.week, .center, workers: 4))
  }
}
