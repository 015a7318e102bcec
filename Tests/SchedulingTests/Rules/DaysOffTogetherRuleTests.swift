import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("DaysOffTogetherRule")
struct DaysOffTogetherRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("days-off-together", minimum: 2),
      RuleTerms("days-off-together", minimum: 3, span: .week),
      RuleTerms("days-off-together", minimum: 4, span: .month),
      RuleTerms("days-off-together", minimum: 5, span: .period),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try DaysOffTogetherRule(terms)) }

  @Test("Days off together lie within the week, and weeks the border cuts are not asked")
  func example() throws {
    let rule = try DaysOffTogetherRule(RuleTerms("days-off-together", minimum: 2))
    #expect(LineSketch("DDDDD-- D-D-D-- D-DDD-D DDDDD").amounts(rule) == [1])
    #expect(LineSketch("DDDDDD- -DDDDDD").amounts(rule) == [1, 1])
  }

  @Test("Rolling days are refused")
  func refused() {
    #expect(
      throws: RuleTermsError(
        rule: "days-off-together", term: .per, problem: "is 7d, expected week, month or period")
    ) { try DaysOffTogetherRule(RuleTerms("days-off-together", minimum: 2, span: .days(7))) }
  }
}
