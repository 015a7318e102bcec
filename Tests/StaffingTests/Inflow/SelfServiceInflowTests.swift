import ContactCenter
import Testing

@testable import Staffing

@Suite struct SelfServiceInflowTests {
  private static let start = Instant(secondsSinceEpoch: 0)

  private static func inflow(
    _ stage: SelfService, volume: Double = 100
  ) throws -> (inflow: Inflow, queue: Queue) {
    var queue = SampleCenter.queue()
    queue.behavior.selfService = stage
    let forecast = SampleCenter.forecast(Array(repeating: volume, count: 48), from: start)
    return (
      try #require(try Staffer.inflow(of: forecast, request: SampleCenter.request(queue))), queue
    )
  }

  @Test("What it settles never reaches an agent")
  func containment() throws {
    let (inflow, _) = try Self.inflow(SelfService(time: Seconds(60), containment: Share(0.4)))
    let summary = try #require(inflow.summaries.first)
    #expect(abs(summary.reaching - 2880) < 1e-6)
    #expect(abs(summary.contained - 1920) < 1e-6)
    #expect(inflow.forecast.queues[0].intervals.allSatisfy { abs($0.offered - 60) < 1e-9 })
  }

  @Test("Who asks for an agent at once is not contained")
  func leakage() throws {
    let (inflow, _) = try Self.inflow(
      SelfService(time: Seconds(60), containment: Share(0.5), leakage: Share(0.2)))
    #expect(abs(try #require(inflow.summaries.first).reaching - 4800 * (0.2 + 0.8 * 0.5)) < 1e-6)
  }

  @Test("Out of order, it lets everybody through for as long")
  func outage() throws {
    let stage = SelfService(
      time: Seconds(0.001), containment: Share(0.5),
      outages: [.init(start: Self.start.advanced(by: 3600), end: Self.start.advanced(by: 6300))])
    let volumes = try Self.inflow(stage).inflow.forecast.queues[0].intervals.map(\.offered)
    #expect(abs(volumes[1] - 50) < 0.01)
    #expect(abs(volumes[2] - 100) < 0.01)
    #expect(abs(volumes[3] - 75) < 0.01)
    #expect(abs(volumes[4] - 50) < 0.01)
  }

  @Test("Ports block as Erlang B says: 10 erlangs on 10 ports, 21.46 %")
  func ports() throws {
    let stage = SelfService(time: Seconds(180), containment: Share(0), ports: 10)
    let summary = try #require(try Self.inflow(stage).inflow.summaries.first)
    #expect(abs(summary.blocked / 4800 - 0.214582) < 1e-5)
    #expect(abs(summary.reaching / 4800 - 0.785418) < 1e-5)
  }

  @Test("Who went through it in vain takes the agent longer")
  func extra() throws {
    let stage = SelfService(
      time: Seconds(60), containment: Share(0.4), leakage: Share(0.5), extraHandleTime: Seconds(32))
    // Of 80 who reach agents, 30 went through it.
    let row = try #require(try Self.inflow(stage).inflow.forecast.queues[0].intervals.last)
    #expect(abs(row.offered - 80) < 1e-9)
    #expect(abs((row.handleSecondsMean ?? 0) - (180 + 32 * 30 / 80.0)) < 1e-9)
  }

  @Test("Quantiles move with the mean, and a note says what was done")
  func quantiles() throws {
    var queue = SampleCenter.queue()
    queue.behavior.selfService = SelfService(time: Seconds(1), containment: Share(0.4))
    let forecast = SampleCenter.forecast(
      Array(repeating: 5200.0 / 48, count: 48), from: Self.start,
      quantiles: Array(repeating: 110, count: 11))
    let request = SampleCenter.request(queue)
    let inflow = try #require(try Staffer.inflow(of: forecast, request: request))
    #expect(inflow.forecast.queues[0].intervals.allSatisfy { abs($0.quantiles[3] - 66) < 1e-6 })
    let result = try Staffer.requirement(forArriving: forecast, request: request)
    #expect(
      result.findings.map(\.message).contains(
        "3,120 contacts reach agents where 5,200 are forecast: 2,080 settled by self-service"))
  }
}
