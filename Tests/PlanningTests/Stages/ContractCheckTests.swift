import ContactCenter
import Testing

@testable import Planning

@Suite struct ContractCheckTests {
  private static func findings(_ contract: String, types: String = "", shifts: String = "")
    throws -> [Finding]
  {
    let plan = try PlanReader.read(
      """
      timezone: UTC
      queues: { a: {} }
      shift_types: { \(types) }
      contracts: { ward: { \(contract) } }
      shifts: { \(shifts) }
      """, file: "p")
    return ContractCheck.findings(plan)
  }

  private static let noBreaks = "breaks: [{ shorter_than: 24h, breaks: [] }]"

  @Test("Minimum hours that no number of shifts makes are an error")
  func hours() throws {
    let short = try Self.findings(
      "hours_per_week: { min: 30h, max: 40h }, days_per_week: 3, shift_lengths: [8h]",
      shifts: Self.noBreaks)
    #expect(short.map(\.code) == ["check.hours-out-of-reach"])
    #expect(short.first?.message.contains("make 24h of paid time") == true)
    // 4 × 8 h are too few and 5 × 8 h too many; a shift of 4 h fills the gap.
    let gap = "hours_per_week: { min: 33h, max: 39h }, shift_lengths: [8h"
    #expect(try Self.findings(gap + "]", shifts: Self.noBreaks).count == 1)
    #expect(try Self.findings(gap + ", 4h]", shifts: Self.noBreaks).isEmpty)
  }

  @Test("Unpaid breaks count: five shifts of 8 hours pay 37.5")
  func breaks() throws {
    let keys = "shift_lengths: [8h], hours_per_week: { max: 40h, min:"
    #expect(try Self.findings(keys + " 37h30m }").isEmpty)
    let found = try Self.findings(keys + " 38h }")
    #expect(found.first?.advice.contains("unpaid breaks") == true)
  }

  @Test("A shift type that no shift can be of is told")
  func types() throws {
    let contract = "hours_per_week: 40h, shift_lengths: [8h]"
    let found = try Self.findings(
      contract,
      types:
        "long: { start: \"08:00\", length: 12h }, odd: { start: \"08:10\" }, even: { start: \"08:10-08:40\" }"
    )
    #expect(Set(found.map(\.place)) == ["shift_types.odd", "shift_types.long"])
    #expect(found.allSatisfy { $0.code == "check.shift-type-without-shifts" })
    #expect(
      try Self.findings(contract, types: "odd: { start: \"08:10\" }", shifts: "start_every: 10m")
        .isEmpty)
  }
}
