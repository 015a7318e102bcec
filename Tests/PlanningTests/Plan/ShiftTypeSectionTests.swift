import ContactCenter
import Planning
import Testing

@Suite struct ShiftTypeSectionTests {
  private static func rules(_ types: String, _ shifts: String = "{}") throws -> ShiftRules {
    try PlanReader.read(
      "timezone: UTC\nqueues: { a: {} }\nshift_types: { \(types) }\nshifts: \(shifts)", file: "p"
    ).shiftRules
  }

  private static func refusal(_ types: String) -> String? {
    letter("timezone: UTC\nqueues: { a: {} }\nshift_types: { \(types) }")
  }

  @Test("A type has one start or a stretch of them, and any length unless told")
  func reads() throws {
    let rules = try Self.rules(
      "D: { start: \"08:00\", length: 8h }, night: { start: \"22:00-23:59\", night: true }")
    #expect(
      rules.types == [
        ShiftType(name: "D", starts: 480...480, minutes: 480),
        ShiftType(name: "night", starts: 1320...1439, isNight: true),
      ])
  }

  @Test("A shift is of the narrowest type it fits, whatever the order of the file")
  func narrowest() throws {
    let types = [
      "early: { start: \"06:00-09:30\" }", "D: { start: \"08:00\", length: 8h }",
      "dawn: { start: \"06:00-07:00\" }",
    ]
    for order in [types, types.reversed()] {
      let rules = try Self.rules(order.joined(separator: ", "))
      #expect(rules.type(startMinute: 480, length: 480)?.name == "D")
      #expect(rules.type(startMinute: 480, length: 540)?.name == "early")
      #expect(rules.type(startMinute: 390, length: 480)?.name == "dawn")
      #expect(rules.type(startMinute: 600, length: 480) == nil)
    }
  }

  @Test("Night and weekend are as told")
  func kinds() throws {
    let rules = try Self.rules(
      "n: { start: \"20:00\" }",
      "{ night: \"22:00-05:00\", night_shift: 2h, weekend: [fri, sat] }")
    #expect(rules.night == 1320..<1740)
    #expect(rules.nightShiftMinutes == 120)
    #expect(rules.weekend == [.friday, .saturday])
    #expect(rules.isNight(startMinute: 20 * 60, length: 240))
    #expect(!rules.isNight(startMinute: 20 * 60, length: 200))
    let usual = try Self.rules("n: { start: \"20:00\" }")
    #expect(usual.night == ShiftRules.usual.night)
    #expect(usual.weekend == [.saturday, .sunday])
  }

  static let faults: [(String, String)] = [
    (
      "D: { start: \"8\" }",
      "p:3:28: error: shift_types.D.start is \"8\", "
        + "expected a time of day, or two such as \"06:00-09:30\""
        + "\nMaybe write \"08:00\" or \"06:00-09:30\"."
    ),
    (
      "N: { start: \"22:00-02:00\" }",
      "p:3:28: error: shift_types.N.start is \"22:00-02:00\", "
        + "expected a time of day, or two such as \"06:00-09:30\""
        + "\nMaybe write \"08:00\" or \"06:00-09:30\"."
    ),
    (
      "D: { start: \"08:00\", length: 30h }",
      "p:3:45: error: a shift of 30h is longer than its day\nMaybe write a length up to 24h."
    ),
    (
      "D: { length: 8h }",
      "p:3:19: error: shift_types.D lacks start\nMaybe add start: \"06:00-09:30\"."
    ),
    (
      "D: { start: \"08:00-10:00\" }, E: { start: \"09:00-11:00\" }",
      "p:3:48: error: a shift may be both D and E, and neither is the narrower type"
        + "\nMaybe give one of them a length, or let it start in a shorter stretch."
    ),
  ]

  @Test("A type that makes no sense is an error with its place", arguments: faults)
  func letters(types: String, expected: String) {
    #expect(Self.refusal(types) == expected)
  }
}
