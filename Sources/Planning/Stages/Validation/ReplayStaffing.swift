internal import ContactCenter
internal import Simulation

/// Who was there, from the agents that a history records per queue.
///
/// The column says how many people took a queue's contacts, not whether they took those of another as well. Two
/// readings are possible, and which one holds is seen from the numbers: where all queues of one group record the same
/// agents in every interval, the same people were counted several times, and the group is replayed as one pool; anything
/// else is taken as people of the queue's own.
struct ReplayStaffing {
  private(set) var groups: [AgentGroup] = []
  private(set) var staffing: PlannedStaffing
  private(set) var findings: [Finding] = []

  /// Reads the agents of queues; `actual` holds those with agents, by queue.
  init(plan: Plan, intervals: [Interval], actual: [String: ActualService]) {
    var rows: [GroupRequirementInterval] = []
    var pooled: Set<String> = []
    var largestRounding = 0.0
    for group in plan.groups {
      let members = group.queues.filter { actual[$0] != nil }
      guard members.count > 1, members.allSatisfy({ Self.isOnly(group, plan: plan, serving: $0) }),
        let first = members.first.flatMap({ actual[$0] }),
        members.allSatisfy({ actual[$0]?.agents == first.agents })
      else { continue }
      var pool = group
      pool.queues = members
      groups.append(pool)
      pooled.formUnion(members)
      rows += Self.rows(group.name, first.agents, intervals, &largestRounding)
      findings.append(
        Finding(
          .note, code: "validate.pooled",
          "\(members.joined(separator: ", ")) record the same agents in every interval: replayed as one pool",
          place: group.name, advice: "Maybe name a roster with --agents-from if they were not."))
    }
    for (name, service) in actual.sorted(by: { $0.key < $1.key }) where !pooled.contains(name) {
      groups.append(AgentGroup(name: name, queues: [name]))
      rows += Self.rows(name, service.agents, intervals, &largestRounding)
      Self.tellMissing(service, intervals, name, &findings)
    }
    if largestRounding > 0.05 {
      findings.append(
        Finding(
          .note, code: "validate.agents-rounded",
          "agents are not whole in the history: rounded to the nearest, by at most \(roundedToDecimals(largestRounding, 2))",
          place: "agents"))
    }
    staffing = .groupRequirement(rows)
  }

  private static func isOnly(_ group: AgentGroup, plan: Plan, serving queue: String) -> Bool {
    plan.groups.allSatisfy { $0.name == group.name || !$0.queues.contains(queue) }
  }

  private static func rows(
    _ group: String, _ agents: [Double?], _ intervals: [Interval], _ largestRounding: inout Double
  ) -> [GroupRequirementInterval] {
    zip(intervals, agents).map { interval, value in
      // A count beyond any center is the simulation's to refuse; here it must not trap.
      let exact = min(max(0, value ?? 0), 1e9)
      let whole = exact.rounded()
      largestRounding = max(largestRounding, (whole - exact).magnitude)
      return GroupRequirementInterval(start: interval.start, group: group, agents: Int(whole))
    }
  }

  private static func tellMissing(
    _ service: ActualService, _ intervals: [Interval], _ queue: String, _ findings: inout [Finding]
  ) {
    let missing = service.agents.indices.filter {
      service.offered[$0] > 0 && (service.agents[$0] ?? 0) == 0
    }
    guard !missing.isEmpty else { return }
    findings.append(
      Finding(
        .warning, code: "validate.intervals-without-agents",
        "\(missing.count) intervals have contacts but no agents: nobody answers there",
        place: queue,
        advice: "Maybe agents of another queue took them: name a roster with --agents-from."))
  }
}
