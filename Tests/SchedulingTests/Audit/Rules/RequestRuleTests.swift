import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct RequestRuleTests {
  private func asking(_ day: Int, price: Double? = nil, type: String? = nil) throws
    -> RosterUnderAudit
  {
    try AuditFixture().changing {
      $0.rules.types = [ShiftType(name: "day", starts: 480...600)]
      $0.availability = [
        Availability(
          agent: "bob", start: Fixture.at(day, 0), end: Fixture.at(day + 1, 0), kind: .request,
          price: price, shiftType: type)
      ]
    }
  }

  @Test("working on a day one asked to be off is found with its price")
  func request() throws {
    try checkSchedulingRule(RequestRule(), kept: asking(4), broken: asking(3), place: "bob")
    let report = RosterAudit.check(try asking(3, price: 2.5))
    #expect(report.softCosts.map(\.costHours) == [2.5])
    #expect(report.isClean)
    #expect(RosterAudit.check(try asking(3)).costHours == 1)
    #expect(RosterAudit.check(try asking(3, price: .nan)).costHours == 1)
  }

  @Test("a request about one shift type is kept by any other")
  func type() throws {
    try checkSchedulingRule(
      RequestRule(), kept: asking(3, type: "night"), broken: asking(3, type: "day"), place: "bob")
  }
}
