import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct OneShiftADayRuleTests {
  @Test("a second shift on a day is found")
  func second() throws {
    let fixture = AuditFixture()
    try checkSchedulingRule(
      OneShiftADayRule(), kept: fixture.roster(),
      broken: fixture.changing { $0.entries += AuditFixture.halfDay("bob", day: 0, from: 17) },
      place: "bob")
  }
}
