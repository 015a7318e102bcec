import ContactCenter
import Testing

@testable import Scheduling

@Suite struct RosterUnderAuditTests {
  /// What Kim, eight hours east of the center, works: two shifts that start at 20:00 of the center.
  private func kim() throws -> RosterUnderAudit {
    try AuditFixture().changing {
      $0.agents.append(
        Agent(name: "kim", group: "front", contract: "part-time", timeZone: "Asia/Manila"))
      $0.entries = [
        AuditFixture.entry("kim", 0, 20, 24), AuditFixture.entry("kim", 2, 20, 24),
      ]
    }
  }

  @Test("A shift counts on the day on which it starts by its agent's own clock")
  func zones() throws {
    let roster = try kim()
    #expect(roster.shifts.map(\.date) == [1, 3].map { Fixture.monday.advanced(by: $0) })
    #expect(roster.dates.lowerBound == Fixture.monday.advanced(by: 1))
    let line = try #require(roster.lines.first { $0.agent == "kim" }).line
    #expect(line.shifts.map(\.startMinute) == [240, 240])
    #expect(line.shifts.map(\.day) == [0, 2])
  }

  @Test("The days worked are those of each agent's own clock; nobody works in an empty roster")
  func workedDays() throws {
    let roster = try kim()
    #expect(
      RosterUnderAudit.workedDays(
        of: roster.roster, agents: Array(roster.agents.values), grid: Fixture.grid)
        == Fixture.monday.advanced(by: 1)...Fixture.monday.advanced(by: 3))
    #expect(
      RosterUnderAudit.workedDays(of: Roster(entries: []), agents: [], grid: Fixture.grid) == nil)
  }

  @Test("A zone that nobody knows is said, and the center's stands for it")
  func unknownZone() throws {
    let roster = try AuditFixture().changing { $0.agents[0].timeZone = "Mars/Olympus" }
    let found = RosterAudit.check(roster).violations
    #expect(found.map(\.rule) == ["known-agent"])
    #expect(found[0].message.contains("Mars/Olympus"))
  }

  @Test(
    "What was worked before counts towards what touches the first day, and is not judged itself")
  func previous() throws {
    let roster = try AuditFixture().changing {
      // Ada starts on Monday at nine: until midnight before leaves nine hours.
      $0.previous = AuditFixture.fullDay("ada", day: -1, from: 16)
    }
    #expect(roster.dates.lowerBound == Fixture.monday)
    #expect(roster.history.map(\.agent) == ["ada"])
    #expect(roster.knownDaysBefore == 1)
    let report = RosterAudit.check(roster)
    #expect(report.shiftCount == 9)
    #expect(report.violations.map(\.rule) == ["rest"])
    #expect(report.violations.map(\.place) == ["ada"])
  }

  @Test("Entries that touch or overlap are one shift; time off between parts makes two")
  func shifts() throws {
    let roster = try AuditFixture().changing {
      $0.entries = [
        AuditFixture.entry("ada", 0, 9, 11), AuditFixture.entry("ada", 0, 11, 13, .meeting),
        AuditFixture.entry("ada", 0, 12, 14), AuditFixture.entry("ada", 0, 14, 17, .off),
        AuditFixture.entry("ada", 0, 17, 19),
      ]
    }
    #expect(roster.shifts.map(\.minutes) == [300, 120])
  }

  @Test("A roster without breaks is paid as if it had those of the plan")
  func unwritten() throws {
    let roster = try AuditFixture().changing {
      $0.entries = [AuditFixture.entry("ada", 0, 9, 17)]
    }
    #expect(roster.paidMinutes(of: roster.shifts[0]) == 450)
    #expect(!roster.writesBreaks)
  }
}
