import ContactCenter
import Scheduling
import Testing

@Suite("LineRuleCatalog")
struct LineRuleCatalogTests {
  @Test("Rules are in order of name, and each name once")
  func order() {
    let names = LineRuleCatalog.all.map(\.name)
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
  }

  @Test("An unknown rule names the nearest")
  func unknown() {
    #expect(
      throws: RuleTermsError(
        rule: "consecutive-day", term: .rule,
        problem: "is unknown: maybe consecutive-days is meant")
    ) { try LineRuleCatalog.rule(RuleTerms("consecutive-day", maximum: 3)) }
  }

  @Test("Terms a rule has no use for are refused, and so are missing ones and prices below zero")
  func terms() {
    #expect(
      throws: RuleTermsError(
        rule: "consecutive-days", term: .then, problem: "means nothing there; it takes min, max")
    ) {
      try LineRuleCatalog.rule(RuleTerms("consecutive-days", maximum: 3, followers: ["early"]))
    }
    #expect(throws: RuleTermsError(rule: "rest", term: .minimum, problem: "is missing")) {
      try LineRuleCatalog.rule(RuleTerms("rest"))
    }
    #expect(throws: RuleTermsError.self) {
      try LineRuleCatalog.rule(RuleTerms("consecutive-days", maximum: 3, price: -1))
    }
  }
}
