import ContactCenter
import Scheduling
import Testing

@Suite struct RosterAuditTests {
  @Test("a roster that keeps every rule is clean, with its hours and shifts counted")
  func clean() throws {
    let report = RosterAudit.check(try AuditFixture().roster())
    #expect(report.isClean)
    #expect(report.keepsHardRules)
    #expect(report.shiftCount == 9)
    #expect(report.paidMinutes == ["ada": 5 * 450, "bob": 4 * 240])
    #expect(report.paidHours == 53.5)
  }

  @Test("an empty roster breaks nothing but the need")
  func empty() throws {
    let roster = try AuditFixture().changing {
      $0.entries = []
      $0.need = (0..<96).map { $0 == 40 ? 3 : 0 }
    }
    let report = RosterAudit.check(roster)
    #expect(report.violations.map(\.rule) == ["coverage"])
    #expect(report.keepsHardRules)
    #expect(report.shortHours == 0.75)
  }

  @Test("time off is no shift")
  func off() throws {
    let roster = try AuditFixture().changing {
      $0.entries.append(AuditFixture.entry("bob", 4, 0, 24, .off))
    }
    #expect(RosterAudit.check(roster).isClean)
  }

  @Test("violations become findings with the rule in their code")
  func findings() throws {
    let roster = try AuditFixture().changing {
      $0.entries += AuditFixture.fullDay("ada", day: 5, from: 9)
      $0.entries += AuditFixture.fullDay("ada", day: 6, from: 9)
    }
    let report = RosterAudit.check(roster)
    #expect(report.violations.map(\.rule) == ["days-per-week", "hours"])
    #expect(report.findings.map(\.code) == ["roster.days-per-week", "roster.hours"])
    #expect(!report.keepsHardRules)
  }

  @Test("the catalog is in order of name, each name once")
  func catalog() {
    let names = SchedulingRuleCatalog.all.map(\.name)
    #expect(names == Set(names).sorted())
  }
}
