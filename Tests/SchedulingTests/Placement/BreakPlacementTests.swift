import ContactCenter
import MathematicalProgramming
import TestSupport
import Testing

@testable import Scheduling

@Suite(.enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
struct BreakPlacementTests {
  let library: HiGHSLibrary

  init() throws { library = try #require(Fixture.library) }

  typealias Small = PlacementFixture

  @Test("Two breaks at the same time in the busiest quarter hour move apart and out of it")
  func apart() throws {
    let names = ["ana", "ben"]
    let roster = Small.underAudit(
      names.flatMap { Small.shift($0, 0, 8, pause: 2) }, agents: Small.agents(names),
      need: try Small.need { $0 == 10 ? 2 : $0 >= 8 && $0 < 12 ? 1 : 0 })
    let result = try BreakPlacement.solve(roster, library: library)
    #expect(result.shortHoursBefore == 0.5)
    #expect(result.shortHours == 0)
    #expect(result.moved == 2)
    let audit = RosterAudit.check(
      Small.underAudit(
        result.roster.entries, agents: Small.agents(names), need: roster.need))
    #expect(audit.violations.filter { $0.rule != "shift-length" } == [])
    #expect(audit.shortages == [])
  }

  @Test("Breaks that cost nothing stay where they are")
  func stay() throws {
    let roster = Small.underAudit(
      Small.shift("ana", 0, 8, pause: 2) + Small.shift("ben", 0, 8, pause: 1.5),
      agents: Small.agents(["ana", "ben"]), need: try Small.need { $0 >= 8 && $0 < 12 ? 1 : 0 })
    let result = try BreakPlacement.solve(roster, library: library)
    #expect(result.roster == roster.roster)
    #expect(result.moved == 0)
  }

  @Test("Only as many breaks move as it takes")
  func few() throws {
    let roster = Small.underAudit(
      ["ana", "ben", "cem"].flatMap { Small.shift($0, 0, 8, pause: 2) },
      agents: Small.agents(["ana", "ben", "cem"]),
      need: try Small.need { $0 >= 8 && $0 < 12 ? 2 : 0 })
    let result = try BreakPlacement.solve(roster, library: library)
    #expect(result.shortHours == 0)
    #expect(result.moved == 2)
  }

  @Test("An agent with two skills takes the break when the other queue can spare them")
  func skills() throws {
    let groups = [AgentGroup(name: "front", queues: ["voice", "chat"])]
    let quarter = { (hour: Double) in hour == 10 }
    let intervals = Fixture.grid.intervals(from: Fixture.monday, days: 1).map {
      Double(Fixture.grid.zone.local($0.start).minuteOfDay) / 60
    }
    let need = try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: 1,
      queues: [
        .init(queue: "voice", agents: intervals.map { $0 >= 8 && $0 < 12 ? 1 : 0 }),
        .init(queue: "chat", agents: intervals.map { quarter($0) ? 1 : 0 }),
      ])
    let agents = [
      Agent(name: "ana", group: "front", skills: [AgentSkill("voice")], contract: "part-time"),
      Agent(name: "ben", group: "front", contract: "part-time"),
    ]
    let roster = Small.underAudit(
      Small.shift("ana", 0, 8, pause: 1.5) + Small.shift("ben", 0, 8, pause: 2), agents: agents,
      need: need, groups: groups)
    let result = try BreakPlacement.solve(roster, library: library)
    #expect(result.shortHoursBefore == 0.25)
    #expect(result.shortHours == 0)
  }

  @Test("The heavier queue is covered where one must be short")
  func weights() throws {
    let groups = [
      AgentGroup(name: "a", queues: ["a"]), AgentGroup(name: "b", queues: ["b"]),
      AgentGroup(name: "both", queues: ["a", "b"]),
    ]
    let hours = Fixture.grid.intervals(from: Fixture.monday, days: 1).map { _ in 1.0 }
    let need = try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: 1,
      queues: [.init(queue: "a", agents: hours), .init(queue: "b", agents: hours)])
    let roster = Small.underAudit(
      [Small.entry("x", 0, 8, 12, group: "both")],
      agents: [Agent(name: "x", group: "both", contract: "part-time")], need: need, groups: groups)
    var table = StaffTable(roster, need: need, lengths: [], weights: ["b": 3])
    let slot = try #require(table.slot(at: Fixture.at(0, 9)))
    #expect(table.short(in: slot) == 1)
    #expect(
      table.loss(of: try #require(table.kind(of: "x", group: nil, in: roster)), in: slot) == 3)
  }

  @Test("Published shifts and shifts with other breaks than the rules' stay as they are")
  func leftAlone() throws {
    let names = ["ana", "ben"]
    let odd = [Small.entry("ben", 0, 8, 12)]
    let pinned = Availability(
      agent: "ana", start: Fixture.at(0, 8), end: Fixture.at(0, 12), kind: .pinned)
    let roster = Small.underAudit(
      Small.shift("ana", 0, 8, pause: 2) + odd, agents: Small.agents(names),
      need: try Small.need { $0 == 10 ? 2 : 0 }, availability: [pinned])
    let result = try BreakPlacement.solve(roster, library: library)
    #expect(result.roster == roster.roster)
    #expect(result.leftAlone == 1)
  }

  @Test("A meeting in the window is walked around")
  func meeting() throws {
    let entries = [
      Small.entry("ana", 0, 8, 9.5), Small.entry("ana", 0, 9.5, 10, .meeting),
      Small.entry("ana", 0, 10, 10.25, .break), Small.entry("ana", 0, 10.25, 12),
    ]
    let roster = Small.underAudit(
      entries, agents: Small.agents(["ana"]),
      need: try Small.need { $0 == 10 || $0 == 10.25 ? 1 : 0 })
    let result = try BreakPlacement.solve(roster, library: library)
    // The window is 09:30 to 10:30 in quarters: 10:30 is the only start clear of meeting and need.
    #expect(result.shortHours == 0)
    let pause = try #require(result.roster.entries.first { $0.activity == .break })
    #expect(pause.start == Fixture.at(0, 10.5))
    #expect(result.roster.entries.contains { $0.activity == .meeting })
  }

  @Test(
    "On random rosters nothing gets worse, windows hold, and work stays the same", arguments: 1...12
  )
  func law(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    var entries: [RosterEntry] = []
    var agents: [Agent] = []
    for index in 0..<8 {
      let name = "agent-\(10 + index)"
      let skills = [["voice"], ["chat"], []][below(3, &numbers)]
      agents.append(
        Agent(
          name: name, group: "front", skills: skills.map { AgentSkill($0) }, contract: "part-time"))
      for day in 0..<2 {
        let pause = 1.5 + 0.25 * Double(below(4, &numbers))
        entries += Small.shift(name, day, 7 + 0.5 * Double(below(8, &numbers)), pause: pause)
      }
    }
    let queues = ["voice", "chat"].map { queue in
      CoverageNeed.QueueNeed(
        queue: queue,
        agents: Fixture.grid.intervals(from: Fixture.monday, days: 2).map { _ in
          Double(below(5, &numbers))
        })
    }
    let need = try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: 2, queues: queues)
    let groups = [AgentGroup(name: "front", queues: ["voice", "chat"])]
    let roster = Small.underAudit(entries, agents: agents, need: need, groups: groups)
    let result = try BreakPlacement.solve(roster, library: library)
    let before = Small.short(roster, with: entries)
    let after = Small.short(roster, with: result.roster.entries)
    #expect(abs(result.shortHoursBefore - before) < 1e-9)
    #expect(abs(result.shortHours - after) < 1e-9)
    #expect(after <= before)
    #expect(result.moved == 0 || after < before)
    let audited = RosterAudit.check(
      Small.underAudit(result.roster.entries, agents: agents, need: nil, groups: groups))
    #expect(!audited.violations.contains { ["breaks", "overlap"].contains($0.rule) })
    #expect(audited.paidHours == RosterAudit.check(roster).paidHours)
    #expect(try BreakPlacement.solve(roster, library: library) == result)
  }
}
