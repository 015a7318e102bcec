import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("FreeWeekdaysRule")
struct FreeWeekdaysRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("free-weekdays", minimum: 2),
      RuleTerms("free-weekdays", minimum: 1, span: .month),
      RuleTerms("free-weekdays", minimum: 3, span: .month, weekdays: [.friday, .sunday]),
      RuleTerms("free-weekdays", minimum: 1, span: .week, weekdays: [.monday, .tuesday]),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try FreeWeekdaysRule(terms)) }

  @Test("A Sunday too many is charged on the day; of a single one a second is not asked")
  func example() throws {
    let rule = try FreeWeekdaysRule(RuleTerms("free-weekdays", minimum: 2))
    let sketch = LineSketch("------D ------- ------D")
    #expect(sketch.amounts(rule) == [1])
    #expect(
      rule.breaches(of: sketch.line, in: sketch.period).first?.message
        == "1 free of 3 (sunday) in the period, at least 2")
    #expect(LineSketch("-------").amounts(rule).isEmpty)
    #expect(LineSketch("------D").amounts(rule) == [1])
  }
}
