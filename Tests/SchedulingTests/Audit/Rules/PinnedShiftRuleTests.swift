import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct PinnedShiftRuleTests {
  @Test("a published shift that is missing or cut is found", arguments: [13.0, 13.25])
  func missing(end: Double) throws {
    func pin(_ end: Double) -> [Availability] {
      [Availability(agent: "bob", start: Fixture.at(0, 9), end: Fixture.at(0, end), kind: .pinned)]
    }
    let fixture = AuditFixture()
    try checkSchedulingRule(
      PinnedShiftRule(), kept: fixture.changing { $0.availability = pin(13) },
      broken: fixture.changing {
        $0.availability = pin(end)
        if end == 13 { $0.entries.removeAll { $0.agent == "bob" } }
      }, place: "bob")
  }
}
