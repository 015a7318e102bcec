public import ContactCenter

/// Everything a contract asks of a line of shifts, as rules.
public enum ContractRules {
  /// The rules of a contract's own fields, all hard, then its further rules in their order.
  ///
  /// `rest` is there even where it asks for 0 hours: shifts of one agent never overlap.
  ///
  /// - Throws: `RuleTermsError` for terms that make no sense; the contract's fields count as terms of `rest`, `hours` and
  ///   `days-per-week`.
  public static func rules(of contract: Contract) throws(RuleTermsError) -> [PricedRule] {
    var result: [PricedRule] = []
    for terms in terms(of: contract) { result.append(try LineRuleCatalog.rule(terms)) }
    return result
  }

  /// The terms of these rules, in their order.
  static func terms(of contract: Contract) -> [RuleTerms] {
    let own = [
      RuleTerms("rest", minimum: Double(contract.restMinutes) / 60),
      RuleTerms(
        "hours", minimum: contract.minimumHoursPerWeek, maximum: contract.hoursPerWeek),
      RuleTerms("days-per-week", maximum: Double(contract.daysPerWeek)),
    ]
    return own + contract.rules
  }
}
