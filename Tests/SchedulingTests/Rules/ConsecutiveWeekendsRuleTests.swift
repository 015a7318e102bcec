import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("ConsecutiveWeekendsRule")
struct ConsecutiveWeekendsRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("consecutive-weekends", maximum: 1),
      RuleTerms("consecutive-weekends", maximum: 2),
      RuleTerms("consecutive-weekends", maximum: 0),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try ConsecutiveWeekendsRule(terms)) }

  @Test("A free weekend ends the run, and history begins it")
  func example() throws {
    let rule = try ConsecutiveWeekendsRule(RuleTerms("consecutive-weekends", maximum: 1))
    #expect(LineSketch("-----DD ------- -----D- ------D").amounts(rule) == [1])
    #expect(LineSketch("DD|----- -D", from: 7).amounts(rule) == [1])
  }
}
