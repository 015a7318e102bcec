internal import ContactCenter

/// Whether agents and plan speak of the same center.
enum AgentMatching {
  /// *Throws*: `PlanError` with the plan's agents file where there is nobody, or an agent names a group, contract or skill that the plan
  /// does not have.
  static func check(_ agents: [Agent], plan: Plan) throws(PlanError) {
    guard !agents.isEmpty else {
      throw PlanError(
        file: plan.inputs.agents ?? "", "there are no agents: nobody can be scheduled",
        hint: "Maybe leave inputs: agents out to schedule seats instead of people.")
    }
    let groups = plan.groups.map(\.name)
    let contracts = plan.contracts.map(\.name)
    let queues = plan.queues.map(\.name)
    var seen: Set<String> = []
    for agent in agents {
      try known(agent.group, in: groups, "group", agent, plan)
      try known(agent.contract, in: contracts, "contract", agent, plan)
      for skill in agent.skills { try known(skill.skill, in: queues, "skill", agent, plan) }
      guard seen.insert(agent.name).inserted else {
        throw PlanError(
          file: plan.inputs.agents ?? "", "agent \(agent.name) is listed twice",
          hint: "Maybe two people share a name: add an initial.")
      }
    }
  }

  private static func known(
    _ name: String, in known: [String], _ what: String, _ agent: Agent, _ plan: Plan
  ) throws(PlanError) {
    guard !known.contains(name) else { return }
    throw PlanError(
      file: plan.inputs.agents ?? "",
      "agent \(agent.name) has \(what) \"\(name)\", which the plan does not have",
      hint: nearestName(to: name, in: known).map { "Maybe \"\($0)\" is meant." }
        ?? "Maybe one of: \(known.joined(separator: ", ")).")
  }

  /// A note where leave is both in the availability file and in the ledger.
  static func doubleCounting(_ availability: [Availability], plan: Plan) -> [Finding] {
    guard availability.contains(where: { $0.kind == .leave }) else { return [] }
    let words = ["vacation", "leave", "holiday", "annual"]
    return plan.shrinkage.categories.filter { category in
      words.contains { category.name.lowercased().contains($0) }
    }.map { category in
      Finding(
        .warning, code: "schedule.leave-counted-twice",
        "the ledger holds \(category.share.text) for \(category.name), and the availability file holds leave: "
          + "it may be counted twice", place: "shrinkage.categories.\(category.name)",
        advice: "Maybe take what the file names out of the ledger.")
    }
  }
}
