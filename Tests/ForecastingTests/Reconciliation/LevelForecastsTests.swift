import ContactCenter
import Testing

@testable import Forecasting

@Suite("Level forecasts")
struct LevelForecastsTests {
  private static let history: DemandHistory = {
    let channels = ["a": "voice", "b": "voice", "c": "chat"]
    let queues = channels.map { name, channel -> QueueHistory in
      var queue = SampleHistory.hourly(queue: name, days: 56) { date, hour in
        guard (8..<12).contains(hour) else { return 0 }
        let noise = SampleHistory.noise(date.daysSinceEpoch * 24 + hour, Int(name.utf8.first ?? 0))
        return (50 + 20 * noise).rounded()
      }.queues[0]
      queue.channel = channel
      return queue
    }
    return DemandHistory(queues: queues, length: .sixtyMinutes)
  }()

  private func reconciled(_ method: ReconciliationMethod) async throws
    -> (base: ForecastResult, result: ForecastResult)
  {
    var request = ForecastRequest(
      grid: SampleHistory.grid(), days: 3, model: "planners-average")
    request.learnsDependence = true
    let base = try DemandForecaster.forecast(Self.history, request)
    return (
      base,
      try await LevelForecasts.reconcile(
        base, history: Self.history, request, by: method, workers: 2)
    )
  }

  private func total(_ result: ForecastResult) -> Double {
    result.forecast.queues.flatMap(\.intervals).reduce(0) { $0 + $1.offered }
  }

  @Test("Bottom-up leaves everything as it is")
  func bottomUp() async throws {
    let (base, result) = try await reconciled(.bottomUp)
    #expect(result.forecast == base.forecast)
  }

  @Test(
    "A model that is linear agrees with itself already",
    arguments: [ReconciliationMethod.topDown, .minimumTrace])
  func linear(method: ReconciliationMethod) async throws {
    let (base, result) = try await reconciled(method)
    // The planner's average of a sum is nearly the sum of the averages: its level is a ratio.
    #expect(abs(total(result) / total(base) - 1) < 0.01)
    #expect(result.findings.contains { $0.code == "forecast.reconciled" })
    for queue in result.forecast.queues {
      for interval in queue.intervals {
        #expect(interval.offered >= 0)
        #expect(interval.quantiles == interval.quantiles.sorted())
      }
    }
  }

  /// Two queues of about 600 a day that have nothing to do with each other.
  private static let pair = DemandHistory(
    queues: ["a", "b"].map { name in
      SampleHistory.hourly(queue: name, days: 128) { date, hour in
        guard (8..<18).contains(hour) else { return 0 }
        let seed = Int(name.utf8.first ?? 0)
        let level = 0.9 + 0.2 * SampleHistory.noise(date.daysSinceEpoch, seed)
        let noise = SampleHistory.noise(date.daysSinceEpoch * 24 + hour, seed)
        return (level * (50 + 20 * noise)).rounded()
      }.queues[0]
    }, length: .sixtyMinutes)

  @Test(
    "What closes or moves one queue stays with it",
    arguments: [ReconciliationMethod.topDown, .minimumTrace],
    [
      CalendarEntry(
        date: SampleHistory.monday.advanced(by: 128), name: "Stocktaking", kind: .closed, queue: "a"
      ),
      CalendarEntry(
        date: SampleHistory.monday.advanced(by: 128), name: "Sale", kind: .event, queue: "a",
        expectedEffect: 2),
      CalendarEntry(
        date: SampleHistory.monday.advanced(by: 128), name: "Fair", kind: .event, region: "north",
        expectedEffect: 2),
    ])
  func ownEntries(method: ReconciliationMethod, entry: CalendarEntry) async throws {
    // Both queues lie in the region of the fair: their sum does not.
    var request = ForecastRequest(
      grid: SampleHistory.grid(),
      calendar: BusinessCalendar([entry], regions: ["a": ["north"], "b": ["north"]]), days: 3,
      model: "planners-average")
    request.learnsDependence = true
    let base = try DemandForecaster.forecast(Self.pair, request)
    let result = try await LevelForecasts.reconcile(
      base, history: Self.pair, request, by: method, workers: 1)
    for (before, after) in zip(base.forecast.queues, result.forecast.queues) {
      let days = zip(before.intervals, after.intervals).filter {
        request.grid.date(of: $0.0.start) == entry.date
      }
      #expect(days.allSatisfy { $0 == $1 })
    }
    let findings = result.findings.filter { $0.code == "forecast.reconciled-not" }
    #expect(findings.count == 1)
    #expect(findings.first?.message.hasPrefix("2024-05-08 stays bottom-up") == true)
  }

  @Test("An entry for everyone is reconciled like any day")
  func commonEntry() async throws {
    let entry = CalendarEntry(
      date: SampleHistory.monday.advanced(by: 128), name: "Sale", kind: .event, expectedEffect: 2)
    let request = ForecastRequest(
      grid: SampleHistory.grid(), calendar: BusinessCalendar([entry]), days: 3,
      model: "planners-average")
    let base = try DemandForecaster.forecast(Self.pair, request)
    let result = try await LevelForecasts.reconcile(
      base, history: Self.pair, request, by: .topDown, workers: 1)
    #expect(!result.findings.contains { $0.code == "forecast.reconciled-not" })
    // The sum knows of it as well: 2 · 1200 or so.
    #expect(abs(total(result) / total(base) - 1) < 0.01)
  }

  @Test("Minimum trace stays between bottom-up and top-down", arguments: 1...30)
  func between(seed: Int) {
    // Past errors that agree but for a little, and a gap today many times as wide.
    let hierarchy = SummingHierarchy(bottomCount: 2, sums: [[0, 1]])
    let relative = (0..<56).map { day -> [Double] in
      let a = 0.1 * (SampleHistory.noise(day, seed) - 0.5)
      let b = 0.1 * (SampleHistory.noise(day, -seed) - 0.5)
      return [(a + b) / 2 + 0.01 * (SampleHistory.noise(-day, seed) - 0.5), a, b]
    }
    for base in [[1200.0, 1200, 600], [1200, 1, 600], [1500, 600, 600], [0, 600, 600]] {
      let down = Reconciliation.topDown(base, hierarchy)
      let found = LevelForecasts.bottom(base, hierarchy, .minimumTrace, relative) ?? []
      #expect(found.count == 2)
      for (q, value) in found.enumerated() {
        #expect(value >= min(base[1 + q], down[q]) && value <= max(base[1 + q], down[q]))
      }
    }
  }

  @Test("One queue has nothing to agree with")
  func single() async throws {
    let one = DemandHistory(queues: [Self.history.queues[0]], length: .sixtyMinutes)
    let request = ForecastRequest(grid: SampleHistory.grid(), days: 2)
    let base = try DemandForecaster.forecast(one, request)
    let result = try await LevelForecasts.reconcile(
      base, history: one, request, by: .minimumTrace, workers: 1)
    #expect(result.forecast == base.forecast)
  }
}
