import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct HoursPerWeekRuleTests {
  @Test("more paid hours than the contract allows are found; an unpaid lunch does not count")
  func hours() throws {
    // Five days of 7.5 paid hours are 37.5; of eight and a half they are 40.
    let fixture = AuditFixture()
    try checkSchedulingRule(
      HoursPerWeekRule(), kept: fixture.changing { $0.contracts[0].hoursPerWeek = 37.5 },
      broken: fixture.changing { $0.contracts[0].hoursPerWeek = 37.25 }, place: "ada")
  }

  @Test("a night shift counts in the week in which it starts")
  func night() throws {
    let roster = try AuditFixture().changing {
      $0.entries = AuditFixture.fullDay("ada", day: 6, from: 20)
      $0.entries += (7..<12).flatMap { AuditFixture.fullDay("ada", day: $0, from: 20) }
      $0.contracts[0].hoursPerWeek = 37.5
    }
    #expect(HoursPerWeekRule().violations(in: roster).isEmpty)
  }
}
