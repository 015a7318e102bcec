import ContactCenter
import Scheduling
import Testing

@Suite struct RosterFairnessTests {
  @Test("hours, weekends and nights of two agents of one contract")
  func counts() throws {
    let roster = try AuditFixture().changing {
      $0.agents[1].contract = "full-time"
      $0.fairness = FairnessPrices(hours: 0.125, weekends: 2, nights: 1)
      // Bob works Saturday and Sunday of one weekend, and a night.
      $0.entries += AuditFixture.halfDay("bob", day: 5, from: 9)
      $0.entries += AuditFixture.halfDay("bob", day: 6, from: 9)
      $0.entries += AuditFixture.halfDay("bob", day: 7, from: 23)
    }
    let shares = RosterFairness.counts(in: roster)
    #expect(shares.map(\.kind) == [.hours, .weekends, .nights])
    #expect(shares.map(\.least) == [28, 0, 0])
    #expect(shares.map(\.most) == [37.5, 1, 1])
    #expect(shares.map(\.mean) == [32.75, 0.5, 0.5])
    #expect(shares.map(\.spread) == [9.5, 1, 1])
    #expect(shares.map(\.standardDeviation) == [4.75, 0.5, 0.5])
    #expect(shares.map(\.costHours) == [1.1875, 2, 1])
    let report = RosterAudit.check(roster)
    #expect(
      report.softCosts.map(\.rule) == ["fairness-hours", "fairness-nights", "fairness-weekends"])
  }

  @Test("an agent alone with a contract shares with nobody, and one without a shift counts")
  func alone() throws {
    #expect(RosterFairness.counts(in: try AuditFixture().roster()).isEmpty)
    let roster = try AuditFixture().changing {
      $0.agents.append(Agent(name: "eve", group: "front", contract: "full-time"))
    }
    #expect(RosterFairness.counts(in: roster).map(\.least) == [0, 0, 0])
  }
}
