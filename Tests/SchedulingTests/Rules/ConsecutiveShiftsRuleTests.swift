import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("ConsecutiveShiftsRule")
struct ConsecutiveShiftsRuleTests {
  @Test("Read day by day it is as far outside as read as a whole")
  func law() throws {
    for terms in [
      RuleTerms("consecutive-shifts", maximum: 2, shiftTypes: ["late"]),
      RuleTerms("consecutive-shifts", minimum: 2, shiftTypes: ["early", "night"]),
    ] {
      checkLineRule(try ConsecutiveShiftsRule(terms))
    }
  }

  @Test("Only the named types make a run")
  func example() throws {
    let rule = try ConsecutiveShiftsRule(
      RuleTerms("consecutive-shifts", maximum: 2, shiftTypes: ["late"]))
    #expect(LineSketch("LLDLL LLE").amounts(rule) == [2])
  }
}
