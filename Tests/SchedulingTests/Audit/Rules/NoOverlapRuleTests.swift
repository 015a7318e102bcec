import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct NoOverlapRuleTests {
  @Test("an entry that starts inside an earlier one is found")
  func overlap() throws {
    let fixture = AuditFixture()
    try checkSchedulingRule(
      NoOverlapRule(), kept: fixture.roster(),
      broken: fixture.changing {
        $0.entries.append(AuditFixture.entry("bob", 0, 10, 12, .meeting))
      },
      place: "bob")
  }

  @Test("an entry without length is found")
  func backwards() throws {
    let fixture = AuditFixture()
    try checkSchedulingRule(
      NoOverlapRule(), kept: fixture.roster(),
      broken: fixture.changing { $0.entries.append(AuditFixture.entry("bob", 0, 20, 19)) },
      place: "bob")
  }
}
