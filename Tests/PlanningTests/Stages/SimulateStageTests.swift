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

  // 10 % of 4,000 shifts are missed, and those who come lose 2/9 of theirs to training: the standard deviation is
  // 7/9 · 10 · √(0.1 · 0.9 / 4,000) = 0.0369 agents.
  @Test("Of the agents of a roster the ledger's share is not on contacts")
  func roster() async throws {
    let roster = Roster(
      entries: (10..<20).map {
        RosterEntry(
          agent: "agent \($0)", start: Self.at(16), end: Self.at(32), activity: .work, group: "q")
      })
    let agents = try #require(try await Self.agents(.roster(roster, agents: [])))
    #expect(abs(agents - 7) < 3.29 * 0.0369)
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

  /// A day of two queues for the plan that says everything.
  private static func everything() throws -> (plan: Plan, forecast: DemandForecast, roster: Roster)
  {
    var plan = try PlanReader.read(PlanTextTests.full, file: "p")
    plan.simulation.replications = 3
    plan.simulation.precision = nil
    let day = try #require(CivilDate(text: "2026-11-01"))
    let intervals = plan.grid.intervals(on: day).dropFirst(36).prefix(36)
    let forecast = DemandForecast(
      queues: plan.queues.map { queue in
        QueueForecast(
          queue: queue.name, channel: queue.channel.name,
          intervals: intervals.map {
            ForecastInterval(start: $0.start, offered: 12, handleSecondsMean: 240)
          })
      })
    let start = try #require(intervals.first?.start)
    let roster = Roster(
      entries: ["g", "true"].flatMap { (group: String) in
        (1...8).map {
          RosterEntry(
            agent: "\(group) \($0)", start: start, end: start.advanced(by: 32_400),
            activity: .work, group: group)
        }
      })
    return (plan, forecast, roster)
  }

  @Test("What a plan says reaches the model")
  func assembled() throws {
    let (plan, forecast, roster) = try Self.everything()
    let model = try SimulateStage.model(
      plan: plan, forecast: forecast, staffing: .roster(roster, agents: [])
    ).model
    let queue = try #require(model.queues.first { $0.name == "a:1" })
    let noun = try #require(plan.queue(named: "a:1"))
    #expect(queue.behavior == noun.behavior)
    #expect(queue.steps == noun.steps)
    #expect(queue.reserves == noun.reserves)
    #expect(queue.rank == noun.rank)
    #expect(queue.patienceShape == noun.patienceShape)
    #expect(queue.handleTimeShape == noun.handleTimeShape)
    #expect(model.lineGroups == plan.lines)
    #expect(model.attendance.shiftEnd == .handOver)
    #expect(model.attendance.lateShare == 0.1)
    #expect(model.groups.first { $0.name == "g" }?.queueChoice == .score)
    guard case .roster(let spans) = model.staffing else {
      Issue.record("a roster became counts")
      return
    }
    // Two fifths of the eight seats of the group.
    #expect(Set(spans.filter(\.isRemote).map(\.agent)).count == 3)
  }

  @Test("A plan that says everything at once is simulated, with a roster and with a requirement")
  func everythingAtOnce() async throws {
    let (plan, forecast, roster) = try Self.everything()
    let requirement = StaffingRequirement(
      queues: forecast.queues.map { queue in
        QueueRequirement(
          queue: queue.queue, channel: queue.channel,
          intervals: queue.intervals.map { RequirementInterval(start: $0.start, agents: 4) })
      })
    for staffing in [PlannedStaffing.roster(roster, agents: []), .requirement(requirement)] {
      let result = try await SimulateStage.run(plan: plan, forecast: forecast, staffing: staffing)
      let row = result.outcome.rows.first { $0.period == .run && $0.level == .center }
      #expect((row?.offered ?? 0) > 800)
      #expect((row?.answered ?? 0) > 100)
    }
  }
}
