import ContactCenter
import Scheduling
import Testing

@Suite struct RosterCostTests {
  @Test("paid hours of a group times what an hour costs")
  func cost() throws {
    let roster = try AuditFixture().changing { $0.groups[0].costPerHour = 20 }
    #expect(RosterCost.costs(in: roster).map(\.cost) == [53.5 * 20])
    #expect(RosterAudit.check(roster).cost == 1070)
  }

  @Test("a roster without breaks is paid as its patterns say, and told so once")
  func withoutBreaks() throws {
    let roster = try AuditFixture().changing {
      $0.entries = (0..<5).map { AuditFixture.entry("ada", $0, 9, 17) }
    }
    let report = RosterAudit.check(roster)
    #expect(report.paidHours == 37.5)
    #expect(report.violations.map(\.rule) == ["breaks"])
    #expect(report.isClean)
  }

  @Test("seats have hours and lengths, and a note that nobody is known")
  func seats() throws {
    let roster = try AuditFixture().changing {
      $0.agents = []
      $0.need = (0..<96).map { $0 == 37 ? 3 : 0 }
    }
    let report = RosterAudit.check(roster)
    #expect(report.paidHours == 53.5)
    #expect(report.violations.map(\.rule) == ["coverage", "known-agent"])
    #expect(report.violations.map(\.severity) == [.warning, .note])
    #expect(report.shortHours == 0.25)
  }
}
