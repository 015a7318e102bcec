import ContactCenter
import Scheduling
import Testing

@Suite struct TypeCoverPlanTests {
  private static let ward = Contract(
    name: "ward", hoursPerWeek: 40, daysPerWeek: 5, shiftMinutes: [480], restMinutes: 660)

  private static func rules(_ types: [ShiftType]) -> ShiftRules {
    var rules = ShiftRules(
      startEveryMinutes: 30,
      patterns: [
        BreakPattern(
          shorterThanMinutes: 1440,
          breaks: [
            BreakRule(name: "lunch", minutes: 30, isPaid: false, earliest: 0.4, latest: 0.6)
          ])
      ])
    rules.types = types
    return rules
  }

  private static func plan(
    _ cover: [TypeCover], types: [ShiftType], zone: ZoneRules = .utc
  ) throws -> ShiftPlan {
    try TypeCoverPlan.plan(cover, contracts: [ward], rules: rules(types), zone: zone)
  }

  private static let day = ShiftType(name: "D", starts: 480...480, minutes: 480)

  @Test("Every agent wanted is a shift, with its breaks amid their windows")
  func shifts() throws {
    let cover = [
      TypeCover(group: "ward", shiftType: "D", date: Fixture.monday, agents: 2),
      TypeCover(group: "ward", shiftType: "D", date: Fixture.monday.advanced(by: 1), agents: 0),
    ]
    let plan = try Self.plan(cover, types: [Self.day])
    #expect(plan.shifts.count == 2)
    #expect(plan.shifts.allSatisfy { $0.start == Fixture.at(0, 8) && $0.end == Fixture.at(0, 16) })
    #expect(plan.shifts[0].contract == "ward")
    #expect(plan.shifts[0].breaks.map(\.start) == [Fixture.at(0, 12)])
    #expect(plan.paidHours == 15)
  }

  @Test("A night shift keeps its length when the clock changes")
  func clockChange() throws {
    let zone = try ZoneRules.named("America/Chicago")
    let night = ShiftType(name: "N", starts: 1380...1380, minutes: 480)
    let date = try #require(CivilDate(text: "2026-03-07"))
    let plan = try Self.plan(
      [TypeCover(group: "ward", shiftType: "N", date: date, agents: 1)], types: [night], zone: zone)
    #expect(plan.shifts[0].minutes == 480)
    #expect(zone.local(plan.shifts[0].end).minuteOfDay == 480)
  }

  @Test("A type without one start, without length, or of a length nobody works is an error")
  func badTypes() throws {
    let cover = [TypeCover(group: "ward", shiftType: "D", date: Fixture.monday, agents: 1)]
    let bad: [[ShiftType]] = [
      [], [ShiftType(name: "D", starts: 480...480)],
      [ShiftType(name: "D", starts: 480...540, minutes: 480)],
      [ShiftType(name: "D", starts: 480...480, minutes: 300)],
    ]
    for types in bad {
      #expect(throws: SchedulingError.self) { try Self.plan(cover, types: types) }
    }
  }
}
