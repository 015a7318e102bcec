import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct RestRuleTests {
  @Test("rest a quarter hour short of the contract is found, and exact rest is not")
  func rest() throws {
    func late(_ start: Double) throws -> RosterUnderAudit {
      try AuditFixture().changing {
        $0.entries.removeAll { $0.agent == "bob" && $0.start < Fixture.at(1, 0) }
        $0.entries += AuditFixture.halfDay("bob", day: 0, from: start)
      }
    }
    // Eleven hours before nine is ten in the evening.
    try checkSchedulingRule(RestRule(), kept: late(18), broken: late(18.25), place: "bob")
  }
}
