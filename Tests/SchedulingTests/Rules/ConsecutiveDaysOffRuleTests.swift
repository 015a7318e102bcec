import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("ConsecutiveDaysOffRule")
struct ConsecutiveDaysOffRuleTests {
  @Test("Read day by day it is as far outside as read as a whole")
  func law() throws {
    checkLineRule(try ConsecutiveDaysOffRule(RuleTerms("consecutive-days-off", maximum: 2)))
    checkLineRule(try ConsecutiveDaysOffRule(RuleTerms("consecutive-days-off", minimum: 3)))
    checkLineRule(
      try ConsecutiveDaysOffRule(RuleTerms("consecutive-days-off", minimum: 2, maximum: 3)))
  }

  @Test("Runs at the borders of what is known are never too short")
  func example() throws {
    let rule = try ConsecutiveDaysOffRule(RuleTerms("consecutive-days-off", minimum: 2))
    #expect(LineSketch("-DD-DD--D-").amounts(rule) == [1])
    #expect(LineSketch("D-|-D").amounts(rule).isEmpty)
    #expect(LineSketch("D-|D-").amounts(rule) == [1])
  }
}
