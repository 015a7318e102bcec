import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("ConsecutiveDaysRule")
struct ConsecutiveDaysRuleTests {
  @Test("Read day by day it is as far outside as read as a whole")
  func law() throws {
    checkLineRule(try ConsecutiveDaysRule(RuleTerms("consecutive-days", maximum: 3)))
    checkLineRule(try ConsecutiveDaysRule(RuleTerms("consecutive-days", minimum: 3)))
    checkLineRule(try ConsecutiveDaysRule(RuleTerms("consecutive-days", minimum: 2, maximum: 4)))
  }

  @Test("Reversed, missing and broken limits are refused")
  func refused() {
    for terms in [
      RuleTerms("consecutive-days"), RuleTerms("consecutive-days", minimum: 4, maximum: 3),
      RuleTerms("consecutive-days", maximum: 2.5), RuleTerms("consecutive-days", maximum: .nan),
    ] {
      #expect(throws: RuleTermsError.self) { try ConsecutiveDaysRule(terms) }
    }
  }
}
