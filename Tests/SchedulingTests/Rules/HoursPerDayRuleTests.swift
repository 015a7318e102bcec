import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("HoursPerDayRule")
struct HoursPerDayRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("hours-per-day", maximum: 8),
      RuleTerms("hours-per-day", minimum: 6),
      RuleTerms("hours-per-day", minimum: 5, maximum: 9),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try HoursPerDayRule(terms)) }

  @Test("Each day is outside by its own hours")
  func example() throws {
    let rule = try HoursPerDayRule(RuleTerms("hours-per-day", maximum: 9.5))
    let sketch = LineSketch("D-D", minutes: 600)
    #expect(sketch.amounts(rule) == [0.5, 0.5])
    #expect(
      rule.breaches(of: sketch.line, in: sketch.period).first?.message
        == "10h paid on 2026-01-05, at most 9.5h")
  }
}
