import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("SuccessionsRule")
struct SuccessionsRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("successions", shiftTypes: ["night"], followers: ["early", "late"]),
      RuleTerms("successions", shiftTypes: ["late", "early"], followers: ["early"]),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try SuccessionsRule(terms)) }

  @Test("Only the very next day is asked, and history counts")
  func example() throws {
    let rule = try SuccessionsRule(
      RuleTerms("successions", shiftTypes: ["late", "night"], followers: ["early"]))
    #expect(LineSketch("LE-LL-E NDE").amounts(rule) == [1])
    #expect(LineSketch("N|E").amounts(rule) == [1])
  }
}
