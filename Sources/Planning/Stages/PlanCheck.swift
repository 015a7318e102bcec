public import ContactCenter

/// What can be said of a plan and its data before anything is computed.
public enum PlanCheck {
  /// Findings across files: queues without history or agents, agents without a group.
  ///
  /// *Throws*: `PlanError` where agents and plan do not fit, or no queue has history.
  public static func findings(plan: Plan, data: PlanData) throws -> [Finding] {
    var findings: [Finding] = []
    _ = try QueueMatching.known(in: data.history, plan: plan, findings: &findings)
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
    return findings + AgentMatching.doubleCounting(data.availability, plan: plan)
  }
}
