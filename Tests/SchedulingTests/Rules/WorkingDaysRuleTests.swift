import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("WorkingDaysRule")
struct WorkingDaysRuleTests {
  @Test("Read day by day it is as far outside as read as a whole")
  func law() throws {
    checkLineRule(try WorkingDaysRule(RuleTerms("days-per-week", maximum: 3)))
    checkLineRule(try WorkingDaysRule(RuleTerms("days-per-week", minimum: 4)))
    checkLineRule(try WorkingDaysRule(RuleTerms("days-per-week", minimum: 2, maximum: 4)))
  }

  @Test("Weeks that the border cuts are not too short, but may be too long")
  func borders() throws {
    let rule = try WorkingDaysRule(RuleTerms("days-per-week", minimum: 3, maximum: 4))
    #expect(LineSketch("-- DDDDD-- D", from: 5).amounts(rule) == [1])
    #expect(LineSketch("DDD|DDDD DD-----", from: 3).amounts(rule) == [3, 1])
  }

  @Test("Counts that the rest of the week cannot tell apart are one state")
  func merges() throws {
    let rule = try WorkingDaysRule(RuleTerms("days-per-week", maximum: 5))
    let period = LineSketch("-------").period
    let shift = try #require(LineSketch("D------").line.shifts.first)
    let one = rule.step(from: 0, day: 0, shift: shift, in: period).state
    let none = rule.step(from: 0, day: 0, shift: nil, in: period).state
    let later = { (state: Int) in
      (1...2).reduce(state) { rule.step(from: $0, day: $1, shift: nil, in: period).state }
    }
    #expect(one != none)
    #expect(later(one) == later(none))
  }
}
