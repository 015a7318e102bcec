import ContactCenter
import Planning
import Simulation
import Testing

@Suite struct TraceStageTests {
  private static let intervals = Past.grid.intervals(from: Past.firstDay, days: 1)

  private static func trace(_ replication: Int) throws -> TraceStage.Result {
    var plan = Past.plan
    plan.simulation.start = .warmUp
    return try TraceStage.run(
      plan: plan,
      forecast: DemandForecast(queues: [
        QueueForecast(
          queue: "q", channel: "voice",
          intervals: intervals.map {
            ForecastInterval(start: $0.start, offered: 30, handleSecondsMean: 300)
          })
      ]),
      staffing: .requirement(
        StaffingRequirement(queues: [
          QueueRequirement(
            queue: "q", channel: "voice",
            intervals: intervals.map { RequirementInterval(start: $0.start, agents: 5) })
        ])),
      options: SimulateStage.options(plan: plan), replication: replication)
  }

  @Test(
    "Events are in order of time, and every contact that is answered or gives up has arrived once")
  func order() throws {
    let result = try Self.trace(0)
    #expect(zip(result.events, result.events.dropFirst()).allSatisfy { $0.seconds <= $1.seconds })
    var came: Set<String> = []
    var gone: Set<String> = []
    for event in result.events {
      guard let contact = event.contact else { continue }
      if event.kind == .arrived { #expect(came.insert(contact).inserted) }
      if event.kind == .answered || event.kind == .abandoned {
        #expect(came.contains(contact))
        #expect(gone.insert(contact).inserted)
      }
    }
    #expect(gone.count > 2000)
    #expect(result.events.contains { $0.kind == .abandoned && ($0.waitSeconds ?? 0) > 0 })
  }

  @Test("Seconds count from the warm-up day, which comes before what is reported")
  func warmUp() throws {
    let result = try Self.trace(0)
    #expect(result.reportedFrom == Self.intervals[0].start)
    #expect(result.reportedFrom.seconds(since: result.start) == 86_400)
  }

  @Test("Replications are told apart, and one traced twice is the same")
  func replications() throws {
    let first = try Self.trace(0)
    #expect(try Self.trace(0).events == first.events)
    #expect(try Self.trace(1).events != first.events)
  }
}
