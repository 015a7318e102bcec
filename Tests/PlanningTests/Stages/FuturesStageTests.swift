import ContactCenter
import Forecasting
import Planning
import Testing

@Suite struct FuturesStageTests {
  private static let grid = TimeGrid(zone: .utc, length: .sixtyMinutes)
  private static let first = CivilDate(daysSinceEpoch: 20_000)

  /// Eight weeks of two queues open from 8 to 12, each day up or down as a whole.
  private static let history: DemandHistory = {
    let queues = ["a", "b"].map { name -> QueueHistory in
      var queue = QueueHistory(queue: name, channel: name == "a" ? "voice" : "chat")
      for interval in grid.intervals(from: first, days: 56) {
        let day = grid.date(of: interval.start).days(since: first)
        let hour = grid.slot(of: interval.start)
        let level = 100 + 15 * ((day * 37) % 11) - 75
        queue.starts.append(interval.start)
        queue.offered.append((8..<12).contains(hour) ? Double(level + (day * hour) % 7) : 0)
      }
      return queue
    }
    return DemandHistory(queues: queues, length: .sixtyMinutes)
  }()

  private static var plan: Plan {
    let voice = Channel(name: "voice", mode: .live)
    var plan = Plan(
      center: "north", grid: grid,
      queues: ["a", "b"].map { Queue(name: $0, channel: voice, target: .usual(for: voice)) })
    plan.forecast.horizonDays = 10
    plan.forecast.model = "planners-average"
    return plan
  }

  private static func forecast(_ method: ReconciliationMethod = .bottomUp) async throws
    -> ForecastResult
  {
    var plan = plan
    plan.forecast.reconciliation = method
    return try await ForecastStage.run(
      plan: plan, history: history, calendar: BusinessCalendar(), learnsDependence: true)
  }

  @Test("Whatever is added up, the same contacts come out")
  func totals() async throws {
    let result = try await Self.forecast()
    let whole = result.forecast.queues.flatMap(\.intervals).reduce(0) { $0 + $1.offered }
    for period in DemandTotal.Period.allCases {
      for level in DemandTotal.Level.allCases {
        let totals = await FuturesStage.totals(
          of: result, plan: Self.plan, by: period, level: level, count: 20, seed: 1, threads: 2)
        let sum = totals.reduce(0) { $0 + $1.offered }
        // Each total is rounded to four decimals.
        #expect(abs(sum - whole) < 1e-4 * Double(totals.count), "\(period) \(level)")
        #expect(totals.allSatisfy { $0.quantiles == $0.quantiles.sorted() })
      }
    }
  }

  @Test("Paths do not depend on threads, and their mean is the forecast's")
  func paths() async throws {
    let result = try await Self.forecast()
    let points = await FuturesStage.paths(
      of: result, plan: Self.plan, count: 100, seed: 3, threads: 1)
    #expect(
      await FuturesStage.paths(of: result, plan: Self.plan, count: 100, seed: 3, threads: 2)
        == points)
    let whole = result.forecast.queues.flatMap(\.intervals).reduce(0) { $0 + $1.offered }
    let mean = points.reduce(0) { $0 + $1.offered } / 100
    #expect(abs(mean / whole - 1) < 0.05)
  }

  @Test(
    "The plan's reconciliation is applied and told",
    arguments: [ReconciliationMethod.topDown, .minimumTrace])
  func reconciled(method: ReconciliationMethod) async throws {
    let result = try await Self.forecast(method)
    #expect(result.findings.contains { $0.code == "forecast.reconciled" })
    #expect(result.forecast.queues.map(\.queue) == ["a", "b"])
  }
}
