import ContactCenter
import Planning
import Queueing
import Simulation
import Staffing
import Testing

@Suite struct StationaryStageTests {
  private static let intervals = Past.grid.intervals(from: Past.firstDay, days: 1)

  private static func forecast(_ contacts: Double) -> DemandForecast {
    DemandForecast(queues: [
      QueueForecast(
        queue: "q", channel: "voice",
        intervals: intervals.enumerated().map { index, interval in
          ForecastInterval(
            start: interval.start, offered: index < 20 ? 0 : contacts, handleSecondsMean: 180)
        })
    ])
  }

  private static let requirement = PlannedStaffing.requirement(
    StaffingRequirement(queues: [
      QueueRequirement(
        queue: "q", channel: "voice",
        intervals: intervals.map { RequirementInterval(start: $0.start, agents: 12) })
    ]))

  private static func run(
    _ staffing: PlannedStaffing = requirement, at slot: Int = 24, contacts: Double = 100
  ) throws -> StationaryStage.Result {
    try StationaryStage.run(
      plan: Past.plan, forecast: forecast(contacts), staffing: staffing,
      at: intervals[slot].start.advanced(by: 60), hours: 400,
      options: SimulateStage.options(plan: Past.plan))
  }

  // Erlang A, 100 contacts in half an hour of 3 minutes, patience 2 minutes, 12 agents: service level .826, abandonment
  // .062, occupancy .782 (reference, definitions). Half-widths are of 95 %; twice one is beyond 99.9 %.
  @Test("One interval held constant gives the formula's answer, within its half-width")
  func formula() throws {
    let result = try Self.run()
    let row = try #require(result.stationary.outcome.run(.queue, "q"))
    let answer = try #require(result.formula["q"]).answer
    #expect(result.interval.start == Self.intervals[24].start)
    #expect(result.agents == ["q": 12])
    #expect(abs(answer.serviceLevel - 0.826) < 0.0005)
    let error = try #require(row.serviceLevelError)
    #expect(error < 0.02)
    #expect(abs(try #require(row.serviceLevel) - answer.serviceLevel) < 2 * error)
    #expect(
      abs(try #require(row.abandonment) - answer.measures.abandonment)
        < 2 * (row.abandonmentError ?? 0))
  }

  @Test("Of a roster those count who work then, less the ledger's share")
  func roster() throws {
    let roster = Roster(
      entries: (0..<20).map { number in
        RosterEntry(
          agent: "agent \(number + 10)", start: Self.intervals[20].start,
          end: Self.intervals[number < 4 ? 24 : 47].start, activity: .work, group: "q")
      })
    #expect(try Self.run(.roster(roster, agents: [])).agents == ["q": 16])
  }

  @Test("A time outside the forecast, and one at which nobody comes, are refused")
  func refused() throws {
    #expect(throws: PlanError.self) { try Self.run(at: 3) }
    #expect(throws: PlanError.self) {
      try StationaryStage.run(
        plan: Past.plan, forecast: Self.forecast(100), staffing: Self.requirement,
        at: Instant(secondsSinceEpoch: 0), hours: 10,
        options: SimulateStage.options(plan: Past.plan))
    }
  }
}
