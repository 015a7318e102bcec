import ContactCenter
import Testing

@testable import Forecasting

@Suite struct HandleTimeBacktestTests {
  /// Four weeks of hours with ten calls each, whose mean handle time is drawn from a formula.
  static func history(noise: Double) -> DemandHistory {
    var history = SampleHistory.hourly(days: 28) { _, hour in (8..<18).contains(hour) ? 10 : 0 }
    let grid = SampleHistory.grid()
    history.queues[0].measures[.handleSeconds] = history.queues[0].starts.map { start in
      let local = grid.zone.local(start)
      let hour = local.secondOfDay / 3600
      guard (8..<18).contains(hour) else { return nil }
      return 10 * (200 + noise * SampleHistory.noise(local.date.daysSinceEpoch, hour))
    }
    return history
  }

  static func run(_ history: DemandHistory) throws -> HandleTimeResult {
    try HandleTimeBacktest.run(
      history,
      BacktestRequest(
        forecast: ForecastRequest(grid: SampleHistory.grid()), models: [],
        origins: .dates([SampleHistory.monday.advanced(by: 21)]), horizonDays: 7))
  }

  @Test("Without noise every way is exact")
  func exact() throws {
    let rows = try Self.run(Self.history(noise: 0)).rows
    #expect(rows.count == 2 * 3 * 3)
    #expect(rows.allSatisfy { $0.wape < 1e-9 })
    #expect(rows.first { $0.leadDays == 7 }?.contacts == 700)
  }

  @Test("In pure noise last week's value errs more than the queue's mean, and the profile does not")
  func noise() throws {
    let rows = try Self.run(Self.history(noise: 80)).rows.filter {
      $0.queue.isEmpty && $0.leadDays == 7
    }
    let wape = Dictionary(uniqueKeysWithValues: rows.map { ($0.method, $0.wape) })
    let naive = try #require(wape["weekly-naive"])
    let mean = try #require(wape["queue-mean"])
    let ours = try #require(wape["handle-time"])
    #expect(naive > 1.2 * mean)
    #expect(ours < 1.03 * mean)
  }

  @Test("A history without handle times is refused with advice")
  func without() throws {
    let history = SampleHistory.hourly(days: 28) { _, _ in 5 }
    #expect(throws: ForecastingError.self) { try Self.run(history) }
  }
}
