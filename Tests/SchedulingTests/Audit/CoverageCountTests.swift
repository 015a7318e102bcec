import ContactCenter
import Scheduling
import Testing

@Suite struct CoverageCountTests {
  @Test("need, short and over add up to who is at work, by queue and day")
  func balance() throws {
    // Ada and Bob at work from nine; one needed from eight to ten, three from ten to eleven.
    let roster = try AuditFixture().changing {
      $0.need = (0..<96).map { (32..<40).contains($0) ? 1 : (40..<44).contains($0) ? 3 : 0 }
    }
    let count = try #require(CoverageCount(roster))
    let day = try #require(count.days.first)
    #expect(count.days.count == 1)
    #expect(day.needHours == 5)
    // Nobody from eight to nine; from ten to eleven one short, and two while Ada has a break of a quarter hour.
    #expect(day.shortHours == 2.25)
    // Seven hours of Ada's work and 3.75 of Bob's, less the 2.75 that were needed and covered.
    #expect(day.overHours == 8)
  }

  @Test("who serves two queues counts as over in equal parts, and the queues are one pool")
  func pools() throws {
    let grid = Fixture.grid
    let need = try CoverageNeed(
      grid: grid, firstDate: Fixture.monday, days: 1,
      queues: ["chat", "mail", "voice"].map {
        .init(queue: $0, agents: [Double](repeating: 0, count: 96))
      })
    let roster = RosterUnderAudit(
      roster: Roster(entries: [AuditFixture.entry("ada", 0, 9, 10)]),
      agents: [Agent(name: "ada", group: "both", contract: "full-time")],
      groups: [AgentGroup(name: "both", queues: ["chat", "voice"])], contracts: Fixture.contracts,
      availability: [], rules: .usual, need: need, grid: grid)
    let count = try #require(CoverageCount(roster))
    #expect(count.pools == [[0, 2], [1]])
    #expect(count.days.map(\.overHours) == [0.5, 0, 0.5])
  }

  @Test("a shift of the day before covers the first morning, from the roster before too")
  func overnight() throws {
    let need = (0..<96).map { $0 < 8 ? 1.0 : 0 }
    let short = try AuditFixture().changing { $0.need = need }
    let covered = try AuditFixture().changing {
      $0.need = need
      $0.previous = [AuditFixture.entry("bob", -1, 22, 26)]
    }
    #expect(CoverageCount(short)?.shortages.count == 8)
    #expect(CoverageCount(covered)?.shortages.isEmpty == true)
  }

  @Test("an agent whom the plan does not know covers for the group that the entry names")
  func strangers() throws {
    let need = (0..<96).map { (36..<40).contains($0) ? 3.0 : 0 }
    let roster = try AuditFixture().changing {
      $0.need = need
      $0.entries.append(AuditFixture.entry("zoe", 0, 9, 10))
    }
    #expect(CoverageCount(roster)?.shortages.isEmpty == true)
  }
}
