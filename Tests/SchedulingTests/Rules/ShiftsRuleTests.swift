import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("ShiftsRule")
struct ShiftsRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [
      RuleTerms("shifts", maximum: 3),
      RuleTerms("shifts", minimum: 2, shiftTypes: ["late", "early"]),
      RuleTerms("shifts", maximum: 4, span: .month, shiftTypes: ["night"]),
      RuleTerms("shifts", minimum: 10, maximum: 14, span: .period),
      RuleTerms("shifts", minimum: 6, span: .month),
      RuleTerms("shifts", maximum: 2, span: .days(3)),
      RuleTerms("shifts", minimum: 1, maximum: 6, span: .days(14)),
      RuleTerms("shifts", maximum: 0, span: .days(1), shiftTypes: ["late"]),
      RuleTerms("shifts", maximum: 30, span: .days(63)),
    ])
  func law(terms: RuleTerms) throws { checkLineRule(try ShiftsRule(terms)) }

  @Test("Only the named types count, over any days in a row")
  func example() throws {
    let rule = try ShiftsRule(
      RuleTerms("shifts", maximum: 3, span: .days(7), shiftTypes: ["late"]))
    let sketch = LineSketch("LDL-L-- LLD----")
    #expect(sketch.amounts(rule) == [1])
    #expect(
      rule.breaches(of: sketch.line, in: sketch.period).map(\.message)
        == ["4 shifts of type late in the 7 days up to 2026-01-13, at most 3"])
  }

  @Test("What no days to come can make up for is charged at once")
  func early() throws {
    let rule = try ShiftsRule(RuleTerms("shifts", minimum: 5, span: .week))
    let period = LineSketch("-------").period
    var state = 0
    let amounts = (0..<7).map { day in
      let step = rule.step(from: state, day: day, shift: nil, in: period)
      state = step.state
      return step.amount
    }
    #expect(amounts == [0, 0, 1, 1, 1, 1, 1])
  }
}
