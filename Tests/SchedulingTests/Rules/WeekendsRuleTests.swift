import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("WeekendsRule")
struct WeekendsRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("weekends", maximum: 1),
      RuleTerms("weekends", minimum: 2, span: .month),
      RuleTerms("weekends", minimum: 1, maximum: 2),
      RuleTerms("weekends", maximum: 1, span: .days(14)),
      RuleTerms("weekends", minimum: 1, span: .days(21)),
      RuleTerms("weekends", maximum: 2, span: .month),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try WeekendsRule(terms)) }

  @Test("One day makes a weekend worked, and two days do not make two")
  func example() throws {
    let rule = try WeekendsRule(RuleTerms("weekends", maximum: 1))
    #expect(LineSketch("-----DD -----D- ------D").amounts(rule) == [2])
    #expect(LineSketch("D|DD-----", from: 6).amounts(rule).isEmpty)
  }
}
