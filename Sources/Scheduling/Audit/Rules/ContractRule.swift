import ContactCenter

/// A rule about an agent's days, applied to the agents whose contract asks for it.
///
/// The line is judged as a whole, by the rule's definition, never by the automaton that the search walks: a mistake
/// there would show here. What is outside at a price is a note with its cost, not an error.
public struct ContractRule: SchedulingRule {
  /// The name of the line rule.
  public let name: String

  /// Creates the adaptor of a rule in `LineRuleCatalog`.
  public init(_ name: String) { self.name = name }

  /// One violation per breach.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    let asking = Set(
      roster.contractRules.filter { $0.value.contains { $0.rule.name == name } }.keys)
    guard !asking.isEmpty else { return [] }
    return roster.lines.flatMap { agent, line -> [RuleViolation] in
      guard let contract = roster.agents[agent]?.contract, asking.contains(contract) else {
        return []
      }
      let period = roster.period(of: agent)
      return (roster.contractRules[contract] ?? []).filter { $0.rule.name == name }.flatMap {
        priced in
        priced.rule.breaches(of: line, in: period).map { breach in
          violation(breach, of: priced, agent: agent, contract: contract)
        }
      }
    }
  }

  private func violation(
    _ breach: LineBreach, of priced: PricedRule, agent: String, contract: String
  ) -> RuleViolation {
    RuleViolation(
      rule: name, place: agent, stretch: breach.stretch, message: "\(breach.message) (\(contract))",
      severity: priced.isHard ? .error : .note,
      measure: RuleViolation.Measure(
        amount: breach.amount, unit: priced.rule.unit, price: priced.price))
  }
}
