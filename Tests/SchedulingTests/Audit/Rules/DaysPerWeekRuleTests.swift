import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct DaysPerWeekRuleTests {
  @Test("a sixth day in a week is found, and one in the next week is not")
  func sixth() throws {
    let fixture = AuditFixture()
    try checkSchedulingRule(
      DaysPerWeekRule(),
      kept: fixture.changing { $0.entries += AuditFixture.fullDay("ada", day: 7, from: 9) },
      broken: fixture.changing { $0.entries += AuditFixture.fullDay("ada", day: 6, from: 9) },
      place: "ada")
  }
}
