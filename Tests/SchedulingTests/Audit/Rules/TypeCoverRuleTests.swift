import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct TypeCoverRuleTests {
  private func covering(_ agents: Int, short: Double? = nil, surplus: Double? = nil) throws
    -> RosterUnderAudit
  {
    try AuditFixture().changing {
      $0.rules.types = [
        ShiftType(name: "long", starts: 540...540, minutes: 480),
        ShiftType(name: "short", starts: 540...540, minutes: 240),
      ]
      $0.cover = [
        TypeCover(
          group: "front", shiftType: "long", date: Fixture.monday, agents: agents,
          shortPrice: short, surplusPrice: surplus),
        // A day after the roster is not judged.
        TypeCover(
          group: "front", shiftType: "long", date: Fixture.monday.advanced(by: 30), agents: 3),
      ]
    }
  }

  @Test("too few and too many of a shift type are found")
  func cover() throws {
    try checkSchedulingRule(TypeCoverRule(), kept: covering(1), broken: covering(2), place: "front")
    try checkSchedulingRule(TypeCoverRule(), kept: covering(1), broken: covering(0), place: "front")
  }

  @Test("short is a warning with its price; surplus is one too unless it has a price")
  func prices() throws {
    let short = RosterAudit.check(try covering(3, short: 10))
    #expect(short.costHours == 20)
    #expect(!short.isClean)
    #expect(short.keepsHardRules)
    #expect(short.typeCover.map(\.short) == [2])
    // Seven and a half paid hours, at the usual price of hours that nobody works.
    #expect(RosterAudit.check(try covering(2)).costHours == 7.5 * RosterOptions().uncoveredPrice)
    #expect(!RosterAudit.check(try covering(0)).isClean)
    let allowed = RosterAudit.check(try covering(0, surplus: 0.5))
    #expect(allowed.isClean)
    #expect(
      allowed.softCosts == [
        .init(rule: "type-cover", amount: 1, unit: "agent", costHours: 0.5)
      ])
    #expect(allowed.typeCover.map(\.surplus) == [1])
  }
}
