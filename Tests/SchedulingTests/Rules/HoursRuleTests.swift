import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("HoursRule")
struct HoursRuleTests {
  @Test(
    "Read day by day it is as far outside as read as a whole",
    arguments: [nil, .week, .month, .period, .days(1), .days(2), .days(7)] as [RuleTerms.Span?])
  func law(span: RuleTerms.Span?) throws {
    let day = span == .days(1)
    let least = [.month, .period].contains(span) ? 100.0 : day ? 4 : 15
    let most = [nil, .week, .days(7)].contains(span) ? 21.5 : day ? 7 : 14
    checkLineRule(try HoursRule(RuleTerms("hours", maximum: most, span: span)))
    checkLineRule(
      try HoursRule(RuleTerms("hours", minimum: least, span: span)))
    checkLineRule(
      try HoursRule(RuleTerms("hours", minimum: day ? 4 : 20, maximum: day ? 8 : 30, span: span)))
  }

  @Test("A week of five long days is over 40 hours by what is above")
  func example() throws {
    let rule = try HoursRule(RuleTerms("hours", maximum: 40))
    let line = LineSketch("DDDDD-- DDDD---", minutes: 540)
    let breaches = rule.breaches(of: line.line, in: line.period)
    #expect(breaches.map(\.amount) == [5])
    #expect(breaches.map(\.message) == ["45 paid hours in the week of 2026-01-05, at most 40"])
  }

  @Test("More than seven days in a row do not fit and are refused")
  func refused() {
    #expect(throws: RuleTermsError.self) {
      try HoursRule(RuleTerms("hours", maximum: 40, span: .days(8)))
    }
    #expect(throws: RuleTermsError.self) {
      try HoursRule(RuleTerms("hours", maximum: 40, span: .days(0)))
    }
    #expect(throws: RuleTermsError.self) { try HoursRule(RuleTerms("hours", maximum: .nan)) }
    #expect(throws: RuleTermsError.self) { try HoursRule(RuleTerms("hours", maximum: 1e300)) }
  }
}
