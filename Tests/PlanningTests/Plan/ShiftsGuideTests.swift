import ContactCenter
import Foundation
import Planning
import Testing

/// The guide `DescribeYourShifts` shows a plan; what it shows is what the reader reads.
@Suite struct ShiftsGuideTests {
  private static func plan() throws -> Plan {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/muster/muster.docc/Guides/DescribeYourShifts.md")
    let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```")
    let yaml = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    return try PlanReader.read("timezone: UTC\nqueues: { sales: {} }\n" + yaml, file: "guide")
  }

  @Test("Contracts have the prices, clocks and split shifts that the guide gives them")
  func contracts() throws {
    let plan = try Self.plan()
    let full = try #require(plan.contracts.first { $0.name == "full" })
    #expect(full.overtime == OvertimeTerms(hoursPerWeek: 4, price: 1.5))
    #expect(full.latestEnd == 22 * 60)
    let part = try #require(plan.contracts.first { $0.name == "part" })
    #expect(part.hourPrice == 0.95)
    #expect(part.earliestStart == 480)
    #expect(part.shiftTypes == ["early", "late"])
    #expect(
      part.splitShifts == [
        SplitShift(firstMinutes: 180, secondMinutes: 180, gapMinutes: 120...240, price: 1)
      ])
  }

  @Test("Shifts have the breaks, margins and limits that the guide gives them")
  func shifts() throws {
    let rules = try Self.plan().shiftRules
    #expect(rules.beforeOpeningMinutes == 30)
    #expect(rules.afterClosingMinutes == 0)
    #expect(rules.spacing(forShiftOfMinutes: 240) == nil)
    #expect(rules.spacing(forShiftOfMinutes: 480) == BreakSpacing(leastWork: 60, mostWork: 240))
    #expect(
      rules.breaks(forShiftOfMinutes: 480).map(\.windowMinutes) == [60...240, 180...360, nil])
    #expect(rules.limits.map(\.span) == [.start, .week])
    let share = rules.limits[1]
    #expect(share.isShare && share.minimum == 0.3 && share.unit == .hours && share.price == 1)
    #expect(share.contracts == ["part"])
  }

  @Test("Prices and the span of the target are those of the guide")
  func prices() throws {
    let schedule = try Self.plan().schedule
    #expect(schedule.targetSpan == .day)
    #expect(schedule.prices.short(of: "sales") == (10, 30))
    #expect(schedule.prices.over == 0.1)
    #expect(schedule.prices.premiums.map(\.name) == ["holiday", "night", "sunday"])
    let night = schedule.prices.premiums[1]
    let monday = try #require(CivilDate(text: "2026-03-09"))
    func at(_ hour: Int) -> LocalDateTime { LocalDateTime(date: monday, secondOfDay: hour * 3600) }
    #expect(night.applies(at: at(23)) && night.applies(at: at(5)))
    #expect(!night.applies(at: at(6)) && !night.applies(at: at(21)))
    #expect(!schedule.prices.premiums[2].applies(at: at(12)))
    #expect(!schedule.prices.premiums[0].applies(at: at(12)))
  }
}
