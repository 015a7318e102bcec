import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("RotationRule")
struct RotationRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("rotation", shiftTypes: ["early", "late"]),
      RuleTerms("rotation", shiftTypes: ["early", "early", "late", "night"]),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try RotationRule(terms)) }

  @Test("Each agent has a place of their own in the cycle")
  func example() throws {
    let rule = try RotationRule(RuleTerms("rotation", shiftTypes: ["early", "late", "night"]))
    #expect(LineSketch("LLLLL-- NNNN--- EEEEE-- LL").amounts(rule).isEmpty)
    #expect(LineSketch("LLLLL-- EEN---- EEEEE-- LL").amounts(rule) == [1, 1])
    #expect(LineSketch("E|LL-E", from: 7).amounts(rule) == [1])
  }

  @Test("A type of several weeks leaves several places until another type decides")
  func ambiguous() throws {
    let rule = try RotationRule(RuleTerms("rotation", shiftTypes: ["early", "early", "late"]))
    #expect(LineSketch("E------ L------ E------ E").amounts(rule).isEmpty)
    #expect(LineSketch("E------ E------ L------ E").amounts(rule).isEmpty)
    #expect(LineSketch("E------ L------ L").amounts(rule) == [1])
  }
}
