import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("RestAfterNightsRule")
struct RestAfterNightsRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("rest-after-nights", minimum: 24),
      RuleTerms("rest-after-nights", minimum: 48, after: 2),
      RuleTerms("rest-after-nights", minimum: 72, after: 3),
      RuleTerms("rest-after-nights", minimum: 11.25),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try RestAfterNightsRule(terms)) }

  @Test("A day shift too soon after nights lacks the hours between; another night does not")
  func example() throws {
    let rule = try RestAfterNightsRule(RuleTerms("rest-after-nights", minimum: 48))
    #expect(LineSketch("NN-D NNN--D").amounts(rule) == [22])
    #expect(LineSketch("N|-D").amounts(rule) == [22])
    #expect(LineSketch("N-N--D").amounts(rule).isEmpty)
  }

  @Test("A single night asks for nothing where it takes two in a row")
  func several() throws {
    let rule = try RestAfterNightsRule(RuleTerms("rest-after-nights", minimum: 48, after: 2))
    #expect(LineSketch("N-D- NN-D").amounts(rule) == [22])
    #expect(throws: RuleTermsError.self) {
      try RestAfterNightsRule(RuleTerms("rest-after-nights", minimum: 48, after: 0))
    }
  }
}
