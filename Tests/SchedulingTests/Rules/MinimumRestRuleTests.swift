import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("MinimumRestRule")
struct MinimumRestRuleTests {
  @Test("Read day by day it is as far outside as read as a whole", arguments: [9.5, 11, 24, 60])
  func law(hours: Double) throws {
    checkLineRule(try MinimumRestRule(RuleTerms("rest", minimum: hours)))
  }

  @Test("A night, then a day shift, lacks the hours between")
  func example() throws {
    let rule = try MinimumRestRule(RuleTerms("rest", minimum: 11))
    let sketch = LineSketch("N D- LE LL")
    #expect(sketch.amounts(rule) == [9, 3])
    let first = rule.breaches(of: sketch.line, in: sketch.period).first
    #expect(first?.message == "2h between two shifts, at least 11h")
  }

  @Test("Rest reaches over days off and out of the history")
  func farther() throws {
    let rule = try MinimumRestRule(RuleTerms("rest", minimum: 48))
    #expect(LineSketch("N|-D").amounts(rule) == [22])
    #expect(LineSketch("N|--D").amounts(rule).isEmpty)
  }

  @Test("Without rest shifts may neither touch nor overlap")
  func none() throws {
    let rule = try MinimumRestRule(RuleTerms("rest", minimum: 0))
    #expect(LineSketch("NE", minutes: 450).amounts(rule).isEmpty)
    // A second is too short where none is left.
    #expect(LineSketch("NE").amounts(rule) == [1.0 / 3600])
    #expect(LineSketch("NE", minutes: 510).amounts(rule) == [1801.0 / 3600])
  }
}
