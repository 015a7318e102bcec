import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("ConsecutiveNightsRule")
struct ConsecutiveNightsRuleTests {
  @Test("Read day by day it is as far outside as read as a whole")
  func law() throws {
    checkLineRule(try ConsecutiveNightsRule(RuleTerms("consecutive-nights", maximum: 2)))
    checkLineRule(try ConsecutiveNightsRule(RuleTerms("consecutive-nights", minimum: 3)))
    checkLineRule(
      try ConsecutiveNightsRule(RuleTerms("consecutive-nights", minimum: 2, maximum: 3)))
  }

  @Test("Nights before the period count, and only those inside are too many")
  func example() throws {
    let rule = try ConsecutiveNightsRule(RuleTerms("consecutive-nights", maximum: 2))
    #expect(LineSketch("NN|NN-NNN").amounts(rule) == [2, 1])
    #expect(LineSketch("NDNND").amounts(rule).isEmpty)
  }
}
