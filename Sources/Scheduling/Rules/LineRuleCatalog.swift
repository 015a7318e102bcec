public import ContactCenter

/// The rules that contracts may ask for, in alphabetical order of name.
public enum LineRuleCatalog {
  /// One kind of rule: its name, what it says, and how it is made.
  public struct Entry: Sendable {
    /// What the numbers of a rule measure.
    public enum Numbers: String, Hashable, Sendable {
      /// Whole numbers.
      case counts
      /// Times, in hours.
      case hours
    }

    /// The name in a plan and in findings.
    public let name: String
    /// One line for the reference page.
    public let summary: String
    /// The terms it takes beside its price; others are refused.
    public let takes: [RuleTermsError.Term]
    /// Those of them that it cannot do without.
    public let needs: [RuleTermsError.Term]
    /// What `min` and `max` measure.
    public let numbers: Numbers
    /// Makes the rule.
    public let make: @Sendable (RuleTerms) throws(RuleTermsError) -> any LineRule

    init(
      _ name: String, _ summary: String, takes: [RuleTermsError.Term],
      needs: [RuleTermsError.Term] = [], numbers: Numbers = .counts,
      make: @escaping @Sendable (RuleTerms) throws(RuleTermsError) -> any LineRule
    ) {
      self.name = name
      self.summary = summary
      self.takes = takes
      self.needs = needs
      self.numbers = numbers
      self.make = make
    }
  }

  /// The rule that terms ask for, with its price.
  ///
  /// - Throws: `RuleTermsError` for an unknown name, terms the rule has no use for, or terms that make no sense.
  public static func rule(_ terms: RuleTerms) throws(RuleTermsError) -> PricedRule {
    guard let entry = all.first(where: { $0.name == terms.rule }) else {
      let near = nearestName(to: terms.rule, in: all.map(\.name))
      throw RuleTermsError(
        rule: terms.rule, term: .rule,
        problem: "is unknown\(near.map { ": maybe \($0) is meant" } ?? "")")
    }
    let given = given(terms)
    if let useless = given.first(where: { !entry.takes.contains($0) }) {
      let known = entry.takes.map(\.rawValue).joined(separator: ", ")
      throw RuleTermsError(
        rule: terms.rule, term: useless,
        problem: "means nothing there; it takes \(known.isEmpty ? "no terms" : known)")
    }
    if let missing = entry.needs.first(where: { !given.contains($0) }) {
      throw RuleTermsError(rule: terms.rule, term: missing, problem: "is missing")
    }
    if let price = terms.price, !(price >= 0 && price <= 1e6) {
      throw RuleTermsError(
        rule: terms.rule, term: .price, problem: "is \(price), expected 0 to 1000000")
    }
    return PricedRule(try entry.make(terms), price: terms.price)
  }

  private static func given(_ terms: RuleTerms) -> [RuleTermsError.Term] {
    var result: [RuleTermsError.Term] = []
    if terms.minimum != nil { result.append(.minimum) }
    if terms.maximum != nil { result.append(.maximum) }
    if terms.span != nil { result.append(.per) }
    if !terms.shiftTypes.isEmpty { result.append(.types) }
    if !terms.followers.isEmpty { result.append(.then) }
    if !terms.weekdays.isEmpty { result.append(.days) }
    if terms.after != nil { result.append(.after) }
    return result
  }
}
