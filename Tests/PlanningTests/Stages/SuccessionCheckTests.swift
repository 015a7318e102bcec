import ContactCenter
import Testing

@testable import Planning

@Suite struct SuccessionCheckTests {
  /// Findings of a ward with shifts of 8 hours from 6, 14 and 22 o'clock, and nothing else where `cover` is on.
  private static func codes(_ rules: String, isCovered: Bool = true) throws -> [String] {
    let cover = ["e", "l", "n"].map { "{ group: a, type: \($0), agents: 1 }" }
    let plan = try PlanReader.read(
      """
      timezone: UTC
      queues: { a: {} }
      shift_types:
        e: { start: "06:00", length: 8h }
        l: { start: "14:00", length: 8h }
        n: { start: "22:00", length: 8h }
      contracts: { ward: { hours_per_week: 40h, shift_lengths: [8h], rules: [ \(rules) ] } }
      cover: [ \(isCovered ? cover.joined(separator: ", ") : "") ]
      """, file: "p")
    return SuccessionCheck(plan.contracts[0], plan: plan).findings.map(\.code)
  }

  @Test("Forward rotation forbids each way back, and is no circle")
  func forward() throws {
    let rules = """
      { rule: successions, types: [n], then: [e, l] }, { rule: successions, types: [l], then: [e] }
      """
    #expect(try Self.codes(rules).isEmpty)
  }

  @Test("A circle of types none of which may follow the one before is told, once")
  func circle() throws {
    let three = """
      { rule: successions, types: [e], then: [l] }, { rule: successions, types: [l], then: [n] },
      { rule: successions, types: [n], then: [e] }
      """
    #expect(try Self.codes(three) == ["check.successions-in-a-circle"])
    #expect(
      try Self.codes("{ rule: successions, types: [e, n], then: [e, n] }")
        == ["check.successions-in-a-circle"])
    // At a price nothing is forbidden.
    #expect(
      try Self.codes("{ rule: successions, types: [e, n], then: [e, n], price: 1h }").isEmpty)
    // One type alone is no circle: a day off after each night is common.
    #expect(try Self.codes("{ rule: successions, types: [n], then: [n] }").isEmpty)
  }

  @Test("More days in a row than any order of types allows is an error")
  func noWay() throws {
    let chain = """
      { rule: successions, types: [e], then: [e, l] }, { rule: successions, types: [l], then: [l] },
      { rule: successions, types: [n], then: [e, l, n] }
      """
    // l, e, n is the longest.
    let way = chain + ", { rule: consecutive-days, max: 5, min:"
    #expect(try Self.codes(way + " 3 }").isEmpty)
    #expect(try Self.codes(way + " 4 }") == ["check.successions-leave-no-way"])
    // Shifts of no type may come between.
    #expect(try Self.codes(way + " 4 }", isCovered: false).isEmpty)
  }

  @Test("Weeks of a type that may not follow itself are told")
  func rotation() throws {
    let rules = "{ rule: rotation, types: [e, n] }, { rule: successions, types: [n], then: [n] }"
    #expect(try Self.codes(rules) == ["check.rotation-against-successions"])
  }
}
