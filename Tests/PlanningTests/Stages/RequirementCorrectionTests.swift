import ContactCenter
import Testing

@testable import Planning

@Suite struct RequirementCorrectionTests {
  /// A Monday, UTC, in half hours.
  static let start = Instant(secondsSinceEpoch: 1_773_014_400)

  static func at(_ slot: Int) -> Instant { start.advanced(by: slot * 1800) }

  static func plan(_ target: String = "80/20", over: String = "interval") throws -> Plan {
    try PlanReader.read(
      "timezone: UTC\ninterval: 30m\nqueues: { q: { target: \(target), target_over: \(over) } }",
      file: "p")
  }

  static func requirement(_ agents: [Double]) -> StaffingRequirement {
    StaffingRequirement(queues: [
      QueueRequirement(
        queue: "q", channel: "voice",
        intervals: agents.enumerated().map { slot, agents in
          var row = RequirementInterval(start: at(slot), agents: Int(agents))
          row.scheduledAgents = agents
          return row
        })
    ])
  }

  static func row(
    _ period: OutcomeRow.Period, _ slot: Int, level: Double?, error: Double = 0.01
  ) -> OutcomeRow {
    var row = OutcomeRow(period: period, start: at(slot), level: .queue, name: "q")
    row.offered = 100
    row.serviceLevel = level
    row.serviceLevelError = error
    return row
  }

  static func corrected(
    _ agents: [Double], day: Double, levels: [Double?], error: Double = 0.01, plan: Plan? = nil,
    period: OutcomeRow.Period = .day
  ) throws -> [Double] {
    var correction = RequirementCorrection(plan: try plan ?? Self.plan())
    let outcome = Outcome(
      rows: [row(period, 0, level: day, error: error)]
        + levels.enumerated().map { row(.interval, $0, level: $1) })
    return correction.corrected(requirement(agents), by: outcome).queues[0].intervals
      .compactMap(\.scheduledAgents)
  }

  @Test("A day that misses raises the intervals that are below, by what is missing")
  func raise() throws {
    let found = try Self.corrected([40, 40, 40, 0], day: 0.7, levels: [0.7, 0.85, 0.2, 0])
    #expect(found == [44, 40, 50, 0])
  }

  @Test("One agent more is the least, and a quarter of a few is one as well")
  func least() throws {
    #expect(try Self.corrected([2, 3], day: 0.7, levels: [0.75, 0.1]) == [3, 4])
  }

  @Test("Within the error of the estimate nothing changes")
  func doubt() throws {
    let found = try Self.corrected([40, 40], day: 0.79, levels: [0.5, 0.9], error: 0.02)
    #expect(found == [40, 40])
  }

  @Test("A day far above its target loses agents where the interval is above too")
  func lower() throws {
    let found = try Self.corrected([40, 40], day: 0.95, levels: [0.97, 0.8])
    #expect(found == [37.6, 40])
    #expect(try Self.corrected([40], day: 0.85, levels: [0.97]) == [40])
  }

  @Test(
    "What staffing has other reasons for is not lowered",
    arguments: ["max_occupancy: 80%", "max_asa: 10s", "max_abandonment: 3%", "minimum_agents: 40"])
  func reasons(key: String) throws {
    let plan = try PlanReader.read(
      "timezone: UTC\ninterval: 30m\nqueues: { q: { target: 80/20, \(key) } }", file: "p")
    #expect(try Self.corrected([40], day: 0.95, levels: [0.97], plan: plan) == [40])
    var risky = try Self.plan()
    risky.staffing.risk = Share(0.9)
    #expect(try Self.corrected([40], day: 0.95, levels: [0.97], plan: risky) == [40])
  }

  @Test("What was raised is not lowered again")
  func raised() throws {
    var correction = RequirementCorrection(plan: try Self.plan())
    let low = Outcome(rows: [
      Self.row(.day, 0, level: 0.5), Self.row(.interval, 0, level: 0.5),
    ])
    let high = Outcome(rows: [
      Self.row(.day, 0, level: 0.99), Self.row(.interval, 0, level: 0.99),
    ])
    let once = correction.corrected(Self.requirement([10]), by: low)
    #expect(once.queues[0].intervals[0].scheduledAgents == 12.5)
    #expect(correction.corrected(once, by: high) == once)
  }

  @Test("Where customers may wait for hours, the whole day is raised")
  func patient() throws {
    let found = try Self.corrected(
      [10, 10, 0], day: 0.7, levels: [1, 0.1, nil], plan: try Self.plan("90%/4h"))
    #expect(found == [12, 12, 0])
  }

  @Test("A promise over the week is judged by the week")
  func week() throws {
    let plan = try Self.plan(over: "week")
    #expect(
      try Self.corrected([40], day: 0.5, levels: [0.5], plan: plan, period: .day) == [40])
    #expect(
      try Self.corrected([40], day: 0.5, levels: [0.5], plan: plan, period: .week) == [50])
  }

  @Test("What is missing beyond doubt is counted in contacts")
  func missed() throws {
    let correction = RequirementCorrection(plan: try Self.plan())
    let periods = correction.periods(
      of: Outcome(rows: [
        Self.row(.day, 0, level: 0.7, error: 0.05), Self.row(.day, 48, level: nil),
        Self.row(.day, 96, level: 0.79, error: 0.05),
      ]))
    #expect(periods.map(\.misses) == [true, false])
    #expect(periods.map { roundedToDecimals($0.missedContacts, 9) } == [5, 0])
    #expect(periods[0].date == CivilDate(text: "2026-03-09"))
  }
}
