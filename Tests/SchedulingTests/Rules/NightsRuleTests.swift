import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("NightsRule")
struct NightsRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("nights", maximum: 1),
      RuleTerms("nights", minimum: 1, span: .period),
      RuleTerms("nights", maximum: 3, span: .days(14)),
      RuleTerms("nights", maximum: 4, span: .month),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try NightsRule(terms)) }

  @Test("Nights of a month include those known before the period")
  func example() throws {
    let rule = try NightsRule(RuleTerms("nights", maximum: 2, span: .month))
    #expect(LineSketch("NN|DN-N").amounts(rule) == [2])
    #expect(LineSketch("NDLN").amounts(rule).isEmpty)
  }
}
