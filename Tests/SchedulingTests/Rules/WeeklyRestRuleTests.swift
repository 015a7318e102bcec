import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("WeeklyRestRule")
struct WeeklyRestRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("weekly-rest", minimum: 36),
      RuleTerms("weekly-rest", minimum: 60, span: .week),
      RuleTerms("weekly-rest", minimum: 48, span: .days(7)),
      RuleTerms("weekly-rest", minimum: 24, span: .days(3)),
      RuleTerms("weekly-rest", minimum: 12.5, span: .days(1)),
      RuleTerms("weekly-rest", minimum: 100, span: .days(14)),
      RuleTerms("weekly-rest", minimum: 62, span: .days(5)),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try WeeklyRestRule(terms)) }

  @Test("A week needs its hours in one piece between its own midnights")
  func example() throws {
    let rule = try WeeklyRestRule(RuleTerms("weekly-rest", minimum: 36))
    #expect(LineSketch("D-DD-DD DDDDDD-").amounts(rule) == [1])
    #expect(LineSketch("DDDDDD- DDDDDDD").amounts(rule) == [1, 1])
    #expect(LineSketch("DDD-DDD").amounts(rule).isEmpty)
  }

  @Test("Of any seven days each window without is a breach")
  func rolling() throws {
    let rule = try WeeklyRestRule(RuleTerms("weekly-rest", minimum: 36, span: .days(7)))
    #expect(LineSketch("DDD-DDDDDD DDD").amounts(rule) == [1, 1, 1, 1])
    #expect(LineSketch("DDDD|DDDD").amounts(rule) == [1, 1])
  }
}
