import ContactCenter

/// A contract with one thing in it made milder.
struct ContractRelaxation: Sendable {
  /// The contract, with its new shift lengths where those are what changed.
  var contract: Contract
  /// Position among `ContractRules.terms(of:)` of the rule that changed; nil where no rule did.
  var position: Int?
  /// What is done, with the rule as it is: `consecutive-days at most 5 relaxed to at most 6`.
  var change: String
  /// All rules of the contract afterwards.
  var rules: [PricedRule]

  /// Every hard rule of a contract made milder by one step: by one, by an hour, or by a shift
  /// where it counts paid hours.
  ///
  /// Rest of less than an hour, and limits that leave nothing to relax, are passed over.
  static func steps(of contract: Contract) throws(RuleTermsError) -> [ContractRelaxation] {
    let all = ContractRules.terms(of: contract)
    var result: [ContractRelaxation] = []
    for (position, terms) in all.enumerated() where terms.price == nil {
      // Paid hours come in shifts.
      let isWork = terms.rule == "hours" || terms.rule == "hours-per-day"
      let step = isWork ? Double(contract.shiftMinutes.last ?? 480) / 60 : 1
      if let maximum = terms.maximum {
        var milder = terms
        milder.maximum = maximum + step
        result += try relaxation(
          contract, all, at: position, to: milder, change: "at most \(terms.number(maximum + step))"
        )
      }
      if let minimum = terms.minimum, minimum >= 1 {
        var milder = terms
        let least = max(0, minimum - step)
        milder.minimum = least
        result += try relaxation(
          contract, all, at: position, to: milder, change: "at least \(terms.number(least))")
      }
    }
    return result
  }

  /// Every hard rule of a contract given up.
  static func removals(of contract: Contract) throws(RuleTermsError) -> [ContractRelaxation] {
    let all = ContractRules.terms(of: contract)
    var result: [ContractRelaxation] = []
    // Shifts of one agent never overlap: rest of 0 hours stays.
    for (position, terms) in all.enumerated()
    where terms.price == nil && !(terms.rule == "rest" && terms.minimum == 0) {
      var rest = all
      if terms.rule == "rest" {
        rest[position].minimum = 0
      } else {
        rest.remove(at: position)
      }
      result.append(
        ContractRelaxation(
          contract: contract, position: position, change: "\(terms.text) given up",
          rules: try rules(rest)))
    }
    return result
  }

  /// A further shift length allowed.
  static func allowing(
    _ minutes: Int, in contract: Contract
  ) throws(RuleTermsError) -> ContractRelaxation {
    var wider = contract
    wider.shiftMinutes = (contract.shiftMinutes + [minutes]).sorted()
    return ContractRelaxation(
      contract: wider, position: nil,
      change: "shifts of \(RuleNumbers.hours(minutes)) allowed",
      rules: try ContractRules.rules(of: contract))
  }

  private static func relaxation(
    _ contract: Contract, _ all: [RuleTerms], at position: Int, to milder: RuleTerms, change: String
  ) throws(RuleTermsError) -> [ContractRelaxation] {
    var terms = all
    terms[position] = milder
    // A limit at the end of its range cannot be made milder.
    guard (try? LineRuleCatalog.rule(milder)) != nil else { return [] }
    return [
      ContractRelaxation(
        contract: contract, position: position,
        change: "\(all[position].text) relaxed to \(change)", rules: try rules(terms))
    ]
  }

  private static func rules(_ terms: [RuleTerms]) throws(RuleTermsError) -> [PricedRule] {
    var result: [PricedRule] = []
    for terms in terms { result.append(try LineRuleCatalog.rule(terms)) }
    return result
  }
}
