public import ContactCenter

/// The rules that contracts may ask for, in alphabetical order of name.
public enum LineRuleCatalog {
  /// One kind of rule: its name, what it says, and how it is made.
  public struct Entry: Sendable {
    /// The name in a plan and in findings.
    public let name: String
    /// One line for the reference page, with the terms it takes.
    public let summary: String
    /// Makes the rule.
    public let make: @Sendable (RuleTerms) throws(RuleTermsError) -> any LineRule
  }

  /// All rules.
  public static let all: [Entry] = [
    Entry(
      name: "consecutive-days", summary: "Working days in a row: min, max.",
      make: { terms throws(RuleTermsError) in try ConsecutiveDaysRule(terms) })
  ]

  /// The rule that terms ask for, with its price.
  ///
  /// - Throws: `RuleTermsError` for an unknown name or terms that make no sense.
  public static func rule(_ terms: RuleTerms) throws(RuleTermsError) -> PricedRule {
    guard let entry = all.first(where: { $0.name == terms.rule }) else {
      let near = nearestName(to: terms.rule, in: all.map(\.name))
      throw RuleTermsError(
        rule: terms.rule, term: .rule,
        problem: "is unknown\(near.map { ": maybe \($0) is meant" } ?? "")")
    }
    if let price = terms.price, !(price >= 0 && price <= 1e6) {
      throw RuleTermsError(
        rule: terms.rule, term: .price, problem: "is \(price), expected 0 to 1000000")
    }
    return PricedRule(try entry.make(terms), price: terms.price)
  }
}
