import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct ContractRuleTests {
  private func asking(_ terms: RuleTerms) throws -> AuditFixture {
    var fixture = AuditFixture()
    fixture.contracts[0].rules = [terms]
    return fixture
  }

  @Test(
    "a hard rule of a contract is an error with its amount, and only for agents of that contract")
  func hard() throws {
    let fixture = try asking(RuleTerms("consecutive-days", maximum: 4))
    let kept = try fixture.changing { $0.entries.removeAll { $0.start >= Fixture.at(4, 0) } }
    let broken = try fixture.roster()
    checkSchedulingRule(
      ContractRule("consecutive-days"), kept: kept, broken: broken, place: "ada")
    let found = ContractRule("consecutive-days").violations(in: broken)
    #expect(found.map(\.severity) == [.error])
    #expect(found.map(\.measure) == [.init(amount: 1, unit: "day")])
    #expect(found[0].message == "5 working days in a row, at most 4 (full-time)")
  }

  @Test("a rule with a price is a note with its cost, and the roster stays clean")
  func soft() throws {
    let roster = try asking(RuleTerms("consecutive-days", maximum: 3, price: 1.5)).roster()
    let report = RosterAudit.check(roster)
    #expect(report.isClean)
    #expect(
      report.softCosts == [
        .init(rule: "consecutive-days", amount: 2, unit: "day", costHours: 3)
      ])
    #expect(report.costHours == 3)
    #expect(report.findings.map(\.severity) == [.note])
    #expect(report.findings[0].message.hasPrefix("1 times outside at a price of 3.0 paid hours"))
  }

  @Test(
    "shifts before the days that are judged count towards what touches them, wherever they come from"
  )
  func history() throws {
    let fixture = try asking(RuleTerms("consecutive-days", maximum: 5))
    // The Sunday before, from the roster before.
    let previous = try fixture.changing {
      $0.previous = AuditFixture.fullDay("ada", day: -1, from: 9)
    }
    let amounts = ContractRule("consecutive-days").violations(in: previous).map(\.measure?.amount)
    #expect(amounts == [1])
    #expect(previous.knownDaysBefore == 1)
    // The same in one file, judged from Monday on.
    let longer = try fixture.changing {
      $0.entries += AuditFixture.fullDay("ada", day: -1, from: 9)
      $0.dates = Fixture.monday..<Fixture.monday.advanced(by: 7)
    }
    #expect(
      ContractRule("consecutive-days").violations(in: longer)
        == ContractRule("consecutive-days").violations(in: previous))
    #expect(longer.shifts.count == 9)
  }

  @Test("a shift's day is the agent's own: late evening in the center is the next day further east")
  func zone() throws {
    let roster = try AuditFixture().changing {
      $0.agents[0].timeZone = "Asia/Tokyo"
      $0.entries = AuditFixture.fullDay("ada", day: 0, from: 16)
    }
    #expect(roster.shifts.map(\.date) == [Fixture.monday.advanced(by: 1)])
    #expect(roster.lines.first?.line.shifts.first?.startMinute == 60)
  }

  @Test("types and nights come from the plan's shifts, by the agent's wall clock")
  func types() throws {
    let roster = try AuditFixture().changing {
      $0.rules.types = [ShiftType(name: "night", starts: 1320...1439, isNight: true)]
      $0.entries = AuditFixture.fullDay("ada", day: 0, from: 22)
    }
    let shift = try #require(roster.lines.first?.line.shifts.first)
    #expect(shift.type == "night")
    #expect(shift.isNight)
    #expect(shift.day == 0)
    #expect(shift.paidMinutes == 450)
  }

  @Test("a contract whose terms make no sense is named, and its other rules are not guessed")
  func problem() throws {
    let report = RosterAudit.check(
      try asking(RuleTerms("consecutive-dais", maximum: 3)).roster())
    #expect(report.violations.map(\.rule) == ["known-agent"])
    #expect(report.violations[0].message.contains("consecutive-days is meant"))
  }
}
