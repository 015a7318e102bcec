internal import ContactCenter
public import Scheduling

/// Overtime and time off that bring a roster back to a need that has changed.
public enum OfferStage {
  /// Finds offers for a roster, judged as an audit judges it.
  ///
  /// *Throws*: `SchedulingError`; `PlanError` without a requirement or agents: offers are made to people.
  public static func run(
    plan: Plan, _ input: AuditStage.Input, options: OfferOptions
  ) throws -> RosterOffers.Result {
    guard input.requirement != nil else {
      throw PlanError(
        "offers need a requirement: what the roster is to cover now",
        hint: "Maybe add --requirement requirement.csv.")
    }
    guard !input.agents.isEmpty else {
      throw PlanError(
        "offers need agents: seats work no overtime",
        hint: "Maybe add inputs: { agents: agents.csv } to the plan.")
    }
    try AgentMatching.check(input.agents, plan: plan)
    return try RosterOffers.find(
      try AuditStage.subject(plan: plan, input), options: options)
  }
}
