import ContactCenter
import Testing

@testable import Planning

@Suite struct AuditPeriodTests {
  /// A Monday.
  private let monday = CivilDate(daysSinceEpoch: 20_521)

  private func day(_ offset: Int) -> CivilDate { monday.advanced(by: offset) }

  @Test("The plan's period is judged in full where the roster has a shift in it")
  func planned() {
    #expect(
      AuditPeriod.dates(worked: day(1)...day(3), planned: day(0)..<day(7), usualDays: 7)
        == day(0)..<day(7))
    #expect(
      AuditPeriod.dates(worked: day(-3)...day(9), planned: day(0)..<day(7), usualDays: 7)
        == day(0)..<day(10))
  }

  @Test("A roster of other days is judged to the end of its week, at most as long as the plan's")
  func other() {
    #expect(
      AuditPeriod.dates(worked: day(15)...day(17), planned: day(0)..<day(7), usualDays: 28)
        == day(15)..<day(21))
    #expect(
      AuditPeriod.dates(worked: day(15)...day(17), planned: nil, usualDays: 4)
        == day(15)..<day(19))
    #expect(
      AuditPeriod.dates(worked: day(0)...day(30), planned: nil, usualDays: 7) == day(0)..<day(31))
  }

  @Test("A roster without shifts is judged on the plan's days, or on none")
  func empty() {
    #expect(
      AuditPeriod.dates(worked: nil, planned: day(0)..<day(7), usualDays: 7) == day(0)..<day(7))
    #expect(AuditPeriod.dates(worked: nil, planned: nil, usualDays: 7).isEmpty)
  }

  @Test("Days that the roster before covers are its own, unless this one has a shift there")
  func before() {
    #expect(
      AuditPeriod.dates(
        worked: day(2)...day(4), planned: day(0)..<day(7), usualDays: 7, before: day(0))
        == day(1)..<day(7))
    #expect(
      AuditPeriod.dates(
        worked: day(2)...day(4), planned: day(0)..<day(7), usualDays: 7, before: day(5))
        == day(2)..<day(7))
    #expect(
      AuditPeriod.dates(
        worked: day(0)...day(4), planned: day(0)..<day(7), usualDays: 7, before: day(2))
        == day(0)..<day(7))
  }

  @Test("What someone names comes first")
  func named() {
    #expect(
      AuditPeriod.dates(
        worked: day(0)...day(20), planned: day(0)..<day(7), usualDays: 7, before: day(9),
        from: day(7), days: 7) == day(7)..<day(14))
    #expect(
      AuditPeriod.dates(worked: day(0)...day(2), planned: nil, usualDays: 7, from: day(30))
        == day(30)..<day(30))
  }
}
