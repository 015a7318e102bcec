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
