import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct WishRuleTests {
  private func wishing(_ day: Int, type: String? = nil, agent: String = "bob") throws
    -> RosterUnderAudit
  {
    try AuditFixture().changing {
      $0.rules.types = [ShiftType(name: "day", starts: 480...600)]
      $0.dates = Fixture.monday..<Fixture.monday.advanced(by: 7)
      $0.availability = [
        Availability(
          agent: agent, start: Fixture.at(day, 0), end: Fixture.at(day + 1, 0), kind: .wish,
          price: 4, shiftType: type)
      ]
    }
  }

  @Test("a day one wished to work, and does not, is found with its price")
  func wish() throws {
    try checkSchedulingRule(WishRule(), kept: wishing(3), broken: wishing(4), place: "bob")
    #expect(RosterAudit.check(try wishing(4)).costHours == 4)
  }

  @Test("a wish for one shift type is not kept by another")
  func type() throws {
    try checkSchedulingRule(
      WishRule(), kept: wishing(3, type: "day"), broken: wishing(3, type: "night"), place: "bob")
  }

  @Test("wishes for days that are not judged, and of strangers, say nothing")
  func outside() throws {
    #expect(WishRule().violations(in: try wishing(9)).isEmpty)
    #expect(WishRule().violations(in: try wishing(4, agent: "zoe")).isEmpty)
  }
}
