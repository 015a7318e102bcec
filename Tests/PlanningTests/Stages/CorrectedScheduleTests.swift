import ContactCenter
import Scheduling
import Testing

@testable import Planning

@Suite(.enabled(if: FoundSolver.library != nil, "\(FoundSolver.skipReason)"))
struct CorrectedScheduleTests {
  /// A center of a day in which the requirement asks for `agents` throughout, and 12 contacts of 5 minutes come each half
  /// hour: a load of two.
  static func input(_ agents: Double, rounds: Int) throws -> (
    CorrectedSchedule.Input, StaffingRequirement
  ) {
    var plan = try PlanReader.read(
      """
      timezone: UTC
      interval: 30m
      queues: { voice: { open: "09:00-13:00", target: 80/20, patience: 3m } }
      contracts: { short: { hours_per_week: 25h, shift_lengths: [4h] } }
      shifts: { start_every: 30m, breaks: [ { shorter_than: 24h, breaks: [] } ] }
      schedule: { days: 1 }
      simulation: { replications: 60 }
      """, file: "p")
    plan.schedule.corrections = rounds
    let starts = (0..<8).map { PlacementStageTests.at(9 + Double($0) / 2) }
    let forecast = DemandForecast(queues: [
      QueueForecast(
        queue: "voice", channel: "voice",
        intervals: starts.map {
          ForecastInterval(start: $0, offered: 12, handleSecondsMean: 300)
        })
    ])
    let requirement = StaffingRequirement(queues: [
      QueueRequirement(
        queue: "voice", channel: "voice",
        intervals: starts.map {
          var row = RequirementInterval(start: $0, agents: Int(agents))
          row.scheduledAgents = agents
          return row
        })
    ])
    return (
      CorrectedSchedule.Input(plan: plan, forecast: forecast, calendar: BusinessCalendar()),
      requirement
    )
  }

  static func run(_ agents: Double, rounds: Int, threads: Int = 1) async throws
    -> CorrectedSchedule.Result
  {
    let (input, requirement) = try input(agents, rounds: rounds)
    return try await CorrectedSchedule.run(
      input, requirement: requirement, library: #require(FoundSolver.library),
      threads: threads)
  }

  @Test("A requirement that is too small is raised until the promise is kept")
  func raise() async throws {
    let result = try await Self.run(2, rounds: 4)
    #expect(result.rounds.count > 1)
    #expect(result.best > 0)
    #expect(result.rounds[0].misses == 1)
    #expect(result.rounds[result.best].misses == 0)
    #expect(result.findings == [])
    #expect(result.rounds[result.best].paidHours > result.rounds[0].paidHours)
    #expect(result.rounds.map(\.missedContacts).min() == 0)
    let level = try #require(result.simulated.outcome.run(.queue, "voice")?.serviceLevel)
    #expect(result.rounds[result.best].levels["voice"] == level)
  }

  @Test("A requirement that is too large is lowered, and the promise is still kept")
  func lower() async throws {
    let result = try await Self.run(8, rounds: 6)
    #expect(result.best > 0)
    #expect(result.rounds[result.best].misses == 0)
    #expect(result.rounds[result.best].paidHours < result.rounds[0].paidHours)
  }

  @Test("Without corrections there is one round of the requirement as it was given")
  func none() async throws {
    let (_, requirement) = try Self.input(2, rounds: 0)
    let result = try await Self.run(2, rounds: 0)
    #expect(result.rounds.count == 1)
    #expect(result.best == 0)
    #expect(result.requirement == requirement)
    #expect(result.findings == [])
  }

  @Test("What no round could mend is told")
  func missed() async throws {
    let result = try await Self.run(1, rounds: 1)
    #expect(result.rounds.count == 2)
    #expect(result.findings.map(\.code) == ["schedule.still-missed"])
  }

  @Test("The same input gives the same rounds on any number of threads")
  func again() async throws {
    let one = try await Self.run(2, rounds: 2)
    let two = try await Self.run(2, rounds: 2, threads: 3)
    #expect(one.schedule.roster == two.schedule.roster)
    #expect(one.simulated.outcome == two.simulated.outcome)
    #expect(one.rounds.map(\.missedContacts) == two.rounds.map(\.missedContacts))
  }
}
