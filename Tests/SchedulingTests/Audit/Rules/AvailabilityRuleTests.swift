import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct AvailabilityRuleTests {
  @Test("working on leave is found")
  func leave() throws {
    let fixture = AuditFixture()
    try checkSchedulingRule(
      AvailabilityRule(), kept: fixture.roster(),
      broken: fixture.changing {
        $0.availability = [
          Availability(
            agent: "ada", start: Fixture.at(2, 16), end: Fixture.at(2, 17), kind: .leave)
        ]
      }, place: "ada")
  }

  @Test("working outside what is available is found, and touching stretches carry on")
  func available() throws {
    func stretches(_ ends: [(Double, Double)]) -> [Availability] {
      (0..<4).flatMap { day in
        ends.map {
          Availability(
            agent: "bob", start: Fixture.at(day, $0), end: Fixture.at(day, $1), kind: .available)
        }
      }
    }
    let fixture = AuditFixture()
    try checkSchedulingRule(
      AvailabilityRule(),
      kept: fixture.changing { $0.availability = stretches([(8, 11), (11, 13)]) },
      broken: fixture.changing { $0.availability = stretches([(8, 11), (11.5, 13)]) },
      place: "bob")
  }
}
