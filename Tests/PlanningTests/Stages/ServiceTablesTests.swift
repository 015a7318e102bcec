import ContactCenter
import Scheduling
import Testing

@testable import Planning

@Suite struct ServiceTablesTests {
  static func queue(_ sessions: Int = 1) throws -> Queue {
    var queue = try PlanReader.read(
      "timezone: UTC\nqueues: { a: { target: 80/20, patience: 2m } }", file: "p"
    ).queues[0]
    queue.sessions = sessions
    return queue
  }

  static func row(agents: Int = 12, level: Double? = nil) -> RequirementInterval {
    var row = RequirementInterval(start: Instant(secondsSinceEpoch: 0), agents: agents)
    row.offered = 50
    row.handleSecondsMean = 180
    row.serviceLevel = level
    return row
  }

  @Test("Levels rise with agents, from half of the target on")
  func levels() throws {
    let table = try #require(try ServiceTables(Self.queue())?.table(of: Self.row(), seconds: 900))
    #expect(table.offered == 50)
    #expect(table.levels.count > 3)
    #expect(zip(table.levels, table.levels.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(table.levels[0] >= 0.4)
    // 200 contacts an hour of three minutes and 80 % in 20 seconds: twelve agents, eleven are too few.
    #expect(table.level(of: 12) >= 0.8)
    #expect(table.level(of: 11) < 0.8)
  }

  @Test("The table agrees with the requirement's own level at its agents")
  func agrees() throws {
    let tables = try #require(try ServiceTables(Self.queue()))
    let table = try #require(tables.table(of: Self.row(level: 0.75), seconds: 900))
    #expect(abs(table.level(of: 12) - 0.75) < 1e-9)
  }

  @Test("Shrinkage takes its part of the scheduled agents")
  func shrinkage() throws {
    var row = Self.row()
    row.scheduledAgents = 15
    let tables = try #require(try ServiceTables(Self.queue()))
    let plain = try #require(tables.table(of: Self.row(), seconds: 900))
    let shrunk = try #require(tables.table(of: row, seconds: 900))
    #expect(abs(shrunk.level(of: 15) - plain.level(of: 12)) < 1e-9)
  }

  @Test("No table where there is nothing to promise")
  func none() throws {
    #expect(try ServiceTables(Self.queue(2)) == nil)
    let tables = try #require(try ServiceTables(Self.queue()))
    for (offered, handle) in [(0.0, 180.0), (.nan, 180), (50, 0), (50, .infinity)] {
      var row = Self.row()
      row.offered = offered
      row.handleSecondsMean = handle
      #expect(tables.table(of: row, seconds: 900) == nil)
    }
  }

  @Test("Promising over the interval changes nothing; over the day, every queue has its table")
  func promising() throws {
    let grid = TimeGrid(zone: .utc, length: .fifteenMinutes)
    let day = CivilDate(daysSinceEpoch: 0)
    let requirement = StaffingRequirement(queues: [
      QueueRequirement(queue: "a", channel: "voice", intervals: [Self.row()])
    ])
    let need = try CoverageNeed(requirement, grid: grid)
    var plan = Plan(center: "c", grid: grid, queues: [try Self.queue()], groups: [])
    #expect(
      try ServiceTables.promising(need, requirement: requirement, plan: plan) == need)
    plan.schedule.targetSpan = .day
    let promised = try ServiceTables.promising(need, requirement: requirement, plan: plan)
    let row = try #require(promised.queues.first)
    #expect(row.promise?.span == .day)
    #expect(row.promise?.target == 0.8)
    #expect(row.agents[0] < 12 && row.agents[0] >= 1)
    #expect(promised.firstDate == day)
    let pooled = try PooledNeed(
      promised, groups: [AgentGroup(name: "g", queues: ["a"])], prices: plan.schedule.prices)
    #expect(pooled.need.queues.first?.promise != nil)
  }
}
