public import ContactCenter

/// What can be said of a plan and its data before anything is computed.
public enum PlanCheck {
  /// Findings across files: queues without history or agents, agents without a group.
  ///
  /// *Throws*: `PlanError` where agents and plan do not fit, or no queue has history.
  public static func findings(plan: Plan, data: PlanData) throws -> [Finding] {
    var findings: [Finding] = []
    // A plan that covers shifts by type forecasts nothing and needs no history.
    if plan.inputs.history != nil || plan.cover.isEmpty {
      _ = try QueueMatching.known(in: data.history, plan: plan, findings: &findings)
    }
    if let agents = data.agents {
      try AgentMatching.check(agents, plan: plan)
      let staffed = Set(agents.map(\.group))
      for group in plan.groups where !staffed.contains(group.name) {
        findings.append(
          Finding(
            .error, code: "check.group-without-agents", "no agent is in group \(group.name)",
            place: group.name, advice: "Maybe the agents file names the group otherwise."))
      }
    }
    for queue in plan.queues where !plan.groups.contains(where: { $0.queues.contains(queue.name) })
    {
      findings.append(
        Finding(
          .error, code: "check.queue-without-group", "no group serves queue \(queue.name)",
          place: queue.name, advice: "Maybe add it to a group's queues."))
    }
    return findings + sites(plan: plan, agents: data.agents ?? [])
      + rampUp(plan: plan, agents: data.agents)
      + AgentMatching.doubleCounting(data.availability, plan: plan)
      + strangers(data) + ContractCheck.findings(plan)
      + AvailabilityCheck.findings(data.availability, plan: plan)
      + cover(plan: plan, calendar: data.calendar)
  }

  /// People of whom the availability file speaks and the agents file does not.
  private static func strangers(_ data: PlanData) -> [Finding] {
    guard let agents = data.agents else { return [] }
    let names = Set(agents.map(\.name))
    return Set(data.availability.map(\.agent)).subtracting(names).sorted().map { name in
      Finding(
        .warning, code: "check.unknown-agent",
        "the availability file speaks of \(name), who is not among the agents", place: name,
        advice: nearestName(to: name, in: names).map { "Maybe \($0) is meant." }
          ?? "Maybe the agents file is older.")
    }
  }

  /// Cover of closed days, where the plan says which days are scheduled.
  private static func cover(plan: Plan, calendar: BusinessCalendar) -> [Finding] {
    guard !plan.cover.isEmpty, let from = plan.schedule.from else { return [] }
    return ClosedDayCheck.findings(
      plan.typeCover(from: from, days: plan.schedule.days), plan: plan, calendar: calendar)
  }

  /// Sites that queues and outages name and nobody works at.
  private static func sites(plan: Plan, agents: [Agent]) -> [Finding] {
    let known = Set(plan.groups.compactMap(\.site) + agents.compactMap(\.site)).sorted()
    let named =
      plan.queues.compactMap { queue in queue.site.map { ("queues.\(queue.name).site", $0) } }
      + plan.attendance.siteOutages.map { ("attendance.site_outages", $0.site) }
    return named.filter { !known.contains($0.1) }.map { place, site in
      Finding(
        .warning, code: "check.unknown-site", "nobody works at the site \(site)", place: place,
        advice: nearestName(to: site, in: known).map { "Maybe \($0) is meant." }
          ?? "Maybe give the site to a group or to agents.")
    }
  }

  /// A ramp that nobody is on.
  private static func rampUp(plan: Plan, agents: [Agent]?) -> [Finding] {
    guard plan.rampUp != nil, let agents, agents.allSatisfy({ $0.hired == nil }) else { return [] }
    return [
      Finding(
        .note, code: "check.ramp-up-without-hires",
        "the plan has a ramp_up, but no agent has a day of hiring: all work at full speed",
        place: "ramp_up", advice: "Maybe add the column hired to the agents file.")
    ]
  }
}
