import ContactCenter
import Planning
import Simulation
import Testing

@Suite struct SimulateStageTests {
  private static let slots = 16..<32

  private static func at(_ slot: Int) -> Instant { Instant(secondsSinceEpoch: slot * 1800) }

  private static var plan: Plan {
    var plan = Plan(
      center: "c", grid: TimeGrid(zone: .utc, length: .thirtyMinutes),
      queues: [
        Queue(
          name: "q", channel: Channel(name: "voice", mode: .live), patience: Seconds(120),
          target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20)))
      ])
    plan.shrinkage.categories = [
      .init(name: "sickness", share: Share(0.1)), .init(name: "training", share: Share(0.2)),
    ]
    plan.simulation.replications = 400
    plan.simulation.seed = 1
    return plan
  }

  private static func agents(_ staffing: PlannedStaffing) async throws -> Double? {
    let forecast = DemandForecast(queues: [
      QueueForecast(
        queue: "q", channel: "voice",
        intervals: slots.map {
          ForecastInterval(start: at($0), offered: 20, handleSecondsMean: 240)
        })
    ])
    let result = try await SimulateStage.run(plan: plan, forecast: forecast, staffing: staffing)
    return result.outcome.rows.first { $0.period == .run && $0.level == .center }?.agents
  }

  // 4,000 shifts are drawn: the standard deviation is 10 · √(0.3 · 0.7 / 4,000) = 0.0725 agents.
  @Test("Of the agents of a roster the ledger's share is away")
  func roster() async throws {
    let roster = Roster(
      entries: (10..<20).map {
        RosterEntry(
          agent: "agent \($0)", start: Self.at(16), end: Self.at(32), activity: .work, group: "q")
      })
    let agents = try #require(try await Self.agents(.roster(roster, agents: [])))
    #expect(abs(agents - 7) < 3.29 * 0.0725)
  }

  @Test("The agents of a requirement are all there")
  func requirement() async throws {
    let requirement = StaffingRequirement(queues: [
      QueueRequirement(
        queue: "q", channel: "voice",
        intervals: Self.slots.map { RequirementInterval(start: Self.at($0), agents: 7) })
    ])
    #expect(try await Self.agents(.requirement(requirement)) == 7)
  }
}
