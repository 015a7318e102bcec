import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("SameStartRule")
struct SameStartRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("same-start", maximum: 1),
      RuleTerms("same-start", maximum: 0),
      RuleTerms("same-start", maximum: 4.5),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try SameStartRule(terms)) }

  @Test("The week is outside by what its starts lie apart beyond the most")
  func example() throws {
    let rule = try SameStartRule(RuleTerms("same-start", maximum: 1))
    let sketch = LineSketch("DDE---- LLLL---")
    #expect(sketch.amounts(rule) == [1])
    #expect(LineSketch("E|DD", from: 1).amounts(rule) == [1])
    #expect(LineSketch("ED|DD", from: 2).amounts(rule).isEmpty)
  }
}
