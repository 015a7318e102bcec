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

  @Test("premiums, dearer contracts and overtime are paid beside the hours")
  func extras() throws {
    let roster = try AuditFixture().changing {
      $0.groups[0].costPerHour = 10
      $0.prices.premiums = [
        // Ada's five shifts end at 17:00, Bob's four at 13:00.
        HourPremium(
          name: "late", share: 0.5,
          hours: OpeningHours(
            week: [15, 24, 24, 24, 16, 24, 24].map {
              $0 < 24 ? [.init(start: $0 * 60, end: 1440)] : []
            })),
        HourPremium(name: "day", share: 0.25, dates: [Fixture.monday.advanced(by: 2)]),
        HourPremium(name: "never", share: 9, dates: []),
      ]
      $0.contracts = [Fixture.fullTime, Fixture.partTime]
      $0.contracts[0].hoursPerWeek = 35
      $0.contracts[0].overtime = OvertimeTerms(hoursPerWeek: 5, price: 1.5)
      $0.contracts[1].hourPrice = 1.1
    }
    let cost = try #require(RosterCost.costs(in: roster).first)
    #expect(
      cost.extras.map(\.name) == [
        "contract part-time", "overtime full-time", "premium day", "premium late",
      ])
    // 16 h at a tenth more; 2.5 h beyond 35 at half more; 8 h and 4 dearer h at a quarter; 2 h and 1 h at half.
    let expected = [1.6, 1.25, 0.25 * (8 + 4 * 1.1), 1.5]
    for (line, hours) in zip(cost.extras, expected) { #expect(abs(line.hours - hours) < 1e-12) }
    #expect(abs(cost.cost - 10 * (53.5 + expected.reduce(0, +))) < 1e-9)
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
