import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct ShiftLengthRuleTests {
  @Test("a length that the contract does not name is found")
  func length() throws {
    let fixture = AuditFixture()
    try checkSchedulingRule(
      ShiftLengthRule(), kept: fixture.roster(),
      broken: fixture.changing { $0.contracts[1].shiftMinutes = [300] }, place: "bob")
  }

  @Test("a published shift may have any length")
  func pinned() throws {
    let roster = try AuditFixture().changing {
      $0.entries = AuditFixture.halfDay("ada", day: 0, from: 9)
      $0.availability = [
        Availability(agent: "ada", start: Fixture.at(0, 9), end: Fixture.at(0, 13), kind: .pinned)
      ]
    }
    #expect(ShiftLengthRule().violations(in: roster).isEmpty)
  }
}
