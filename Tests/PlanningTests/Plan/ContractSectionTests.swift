import ContactCenter
import Planning
import Testing

@Suite struct ContractSectionTests {
  private static func contract(_ keys: String) throws -> Contract {
    let plan = try PlanReader.read(
      "timezone: UTC\nqueues: { a: {} }\ncontracts: { ward: { \(keys) } }", file: "p")
    return plan.contracts[0]
  }

  /// The letter of a contract with these keys; they stand on line 3 from column 22 on.
  private static func refusal(_ keys: String) -> String? {
    letter("timezone: UTC\nqueues: { a: {} }\ncontracts: { ward: { \(keys) } }")
  }

  @Test("Hours of a week are the most, or a least and a most")
  func hours() throws {
    let most = try Self.contract("hours_per_week: 40h, shift_lengths: [8h]")
    #expect(most.hoursPerWeek == 40)
    #expect(most.minimumHoursPerWeek == nil)
    let both = try Self.contract("hours_per_week: { min: 20h, max: 37h30m }, shift_lengths: [8h]")
    #expect(both.hoursPerWeek == 37.5)
    #expect(both.minimumHoursPerWeek == 20)
    #expect(
      try Self.contract("hours_per_week: { min: 0h, max: 8h }, shift_lengths: [8h]")
        .minimumHoursPerWeek == nil)
  }

  @Test("Rest is 11 hours unless told, and may be none")
  func rest() throws {
    let keys = "hours_per_week: 40h, shift_lengths: [8h]"
    #expect(try Self.contract(keys).restMinutes == 660)
    #expect(try Self.contract(keys + ", rest: 0h").restMinutes == 0)
    #expect(try Self.contract(keys + ", rest: 12h30m").restMinutes == 750)
  }

  static let faults: [(String, String)] = [
    (
      "hours_per_week: { min: 41h, max: 40h }, shift_lengths: [8h]",
      "p:3:45: error: contracts.ward.hours_per_week.min is 41h, above the maximum of 40h"
        + "\nMaybe min and max are swapped."
    ),
    (
      "hours_per_week: { min: 20h }, shift_lengths: [8h]",
      "p:3:38: error: contracts.ward.hours_per_week lacks max\nMaybe add max: 40h."
    ),
    (
      "hours_per_week: 40h, shift_lengths: [8h, 25h]",
      "p:3:63: error: a shift of 25h is longer than its day\nMaybe write a length up to 24h."
    ),
    (
      "shift_lengths: [8h]",
      "p:3:20: error: contract ward lacks hours_per_week"
        + "\nMaybe write { hours_per_week: 40h, shift_lengths: [8h] }."
    ),
    (
      "hours_per_week: 40h, shift_lengths: [8h], rests: 11h",
      "p:3:64: error: \"rests\" is no key of contracts.ward\nMaybe \"rest\" is meant."
    ),
  ]

  @Test("What no contract can mean is an error with its place", arguments: faults)
  func letters(keys: String, letter: String) {
    #expect(Self.refusal(keys) == letter)
  }
}
