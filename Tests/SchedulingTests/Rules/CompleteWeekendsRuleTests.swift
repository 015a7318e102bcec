import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("CompleteWeekendsRule")
struct CompleteWeekendsRuleTests {
  @Test("Read day by day it is as far outside as read as a whole")
  func law() { checkLineRule(CompleteWeekendsRule()) }

  @Test("Half a weekend is one breach, also where its first half lies before the period")
  func example() {
    let rule = CompleteWeekendsRule()
    #expect(LineSketch("-----DD -----D- ------D -------").amounts(rule) == [1, 1])
    #expect(LineSketch("D|-D", from: 6).amounts(rule) == [1])
    #expect(LineSketch("DDDDDD").amounts(rule).isEmpty)
  }
}
