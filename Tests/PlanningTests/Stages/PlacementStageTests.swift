import ContactCenter
import Scheduling
import Testing

@testable import Planning

@Suite(.enabled(if: FoundSolver.library != nil, "\(FoundSolver.skipReason)"))
struct PlacementStageTests {
  /// A Monday, UTC.
  static let start = Instant(secondsSinceEpoch: 1_773_014_400)

  static func at(_ hour: Double) -> Instant { start.advanced(by: Int(hour * 3600)) }

  static let text = """
    timezone: UTC
    interval: 15m
    queues: { voice: { open: "09:00-13:00" } }
    contracts: { short: { hours_per_week: 25h, shift_lengths: [4h] } }
    shifts:
      start_every: 30m
      breaks: [ { shorter_than: 24h, breaks: [ { length: 15m, window: 25%-75% } ] } ]
    shrinkage: { categories: { training: 3%, sickness: 4% } }
    activities: { huddle: { length: 15m, per: day, together: all } }
    schedule: { days: 1 }
    """

  static func shift(_ agent: String, pause: Double = 11) -> [RosterEntry] {
    let pieces: [(Double, Double, RosterActivity)] = [
      (9, pause, .work), (pause, pause + 0.25, .break), (pause + 0.25, 13, .work),
    ]
    return pieces.map {
      RosterEntry(agent: agent, start: at($0), end: at($1), activity: $2, group: "voice")
    }
  }

  /// Two agents with their breaks at eleven, when both are needed.
  static func input() -> AuditStage.Input {
    var input = AuditStage.Input(roster: Roster(entries: shift("ana") + shift("ben")))
    input.agents = ["ana", "ben"].map { Agent(name: $0, group: "voice", contract: "short") }
    input.requirement = StaffingRequirement(queues: [
      QueueRequirement(
        queue: "voice", channel: "voice",
        intervals: (0..<16).map { slot in
          let hour = 9 + Double(slot) / 4
          return RequirementInterval(start: at(hour), agents: hour == 11 ? 2 : hour < 12 ? 1 : 0)
        })
    ])
    return input
  }

  @Test("Breaks leave the busiest quarter of an hour, then the meeting takes an idle one")
  func place() throws {
    let plan = try PlanReader.read(Self.text, file: "p")
    let result = try PlacementStage.run(
      plan: plan, Self.input(), library: #require(FoundSolver.library))
    #expect(result.shortHoursBefore == 0.5)
    #expect(result.shortHours == 0)
    #expect(result.breaksMoved == 2)
    #expect(result.addedShortHours == 0)
    let session = try #require(result.sessions.first)
    #expect(session.agents == ["ana", "ben"])
    #expect(session.stretch.start >= Self.at(12))
    #expect(result.sessionHours == 0.5)
    #expect(
      result.findings.map(\.code) == [
        "schedule.breaks-moved", "schedule.activities-in-ledger", "schedule.activities-placed",
      ])
    var again = Self.input()
    again.roster = result.roster
    #expect(try AuditStage.run(plan: plan, again).shortHours == 0)
  }

  @Test("What was placed once is not placed a second time")
  func twice() throws {
    let plan = try PlanReader.read(Self.text, file: "p")
    let library = try #require(FoundSolver.library)
    var input = Self.input()
    input.roster = try PlacementStage.run(plan: plan, input, library: library).roster
    let result = try PlacementStage.run(plan: plan, input, library: library)
    #expect(result.roster == input.roster)
    #expect(result.findings.map(\.code) == ["schedule.activity-there"])
  }

  @Test("Without a need breaks stay, and meetings take the first place that is free")
  func needless() throws {
    let plan = try PlanReader.read(Self.text, file: "p")
    var input = Self.input()
    input.requirement = nil
    let result = try PlacementStage.run(plan: plan, input, library: #require(FoundSolver.library))
    #expect(result.breaksMoved == 0)
    #expect(result.sessions.map(\.stretch.start) == [Self.at(9)])
  }
}
