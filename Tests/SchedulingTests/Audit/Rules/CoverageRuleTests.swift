import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct CoverageRuleTests {
  /// Agents needed in each quarter hour of Monday between two hours.
  static func need(_ agents: Double, _ from: Double, _ to: Double) -> [Double] {
    (0..<96).map { Double($0) / 4 >= from && Double($0) / 4 < to ? agents : 0 }
  }

  @Test("a need beyond who is at work is found")
  func short() throws {
    let fixture = AuditFixture()
    try checkSchedulingRule(
      CoverageRule(), kept: fixture.changing { $0.need = Self.need(2, 9, 10.5) },
      broken: fixture.changing { $0.need = Self.need(2, 9, 10.75) }, place: "voice")
  }

  @Test("a break inside an interval counts with its share of it")
  func share() throws {
    let grid = TimeGrid(zone: .utc, length: .sixtyMinutes)
    let need = try CoverageNeed(
      grid: grid, firstDate: Fixture.monday, days: 1,
      queues: [.init(queue: "voice", agents: (0..<24).map { $0 == 10 ? 2 : 0 })])
    let fixture = AuditFixture()
    let roster = RosterUnderAudit(
      roster: Roster(entries: fixture.entries), agents: fixture.agents, groups: fixture.groups,
      contracts: fixture.contracts, availability: [], rules: .usual, need: need, grid: grid)
    // Ada is on her break from 10:30 to 10:45.
    #expect(CoverageRule.shortages(in: roster).map(\.agents) == [0.25])
    #expect(CoverageRule.shortages(in: roster).map(\.hours) == [0.25])
  }

  @Test("an agent without the skill does not count")
  func skill() throws {
    let roster = try AuditFixture().changing {
      $0.need = Self.need(2, 9, 10)
      $0.agents[1].skills = [AgentSkill("mail")]
    }
    #expect(CoverageRule.shortages(in: roster).reduce(0) { $0 + $1.hours } == 1)
  }
}
