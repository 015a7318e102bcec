internal import ContactCenter

extension ModelAssembly {
  /// Tiers, steps and reserves, in the names of the model's groups.
  mutating func addRouting(_ staffing: PlannedStaffing) {
    let fed = queuesFedByOthers
    for index in model.queues.indices {
      let name = model.queues[index].name
      let serving = model.groups.filter { $0.queues.contains(name) }
      let sizes = Set(serving.map(\.queues.count)).sorted()
      model.queues[index].groupTiers = sizes.map { size in
        serving.filter { $0.queues.count == size }.map(\.name).sorted()
      }
      let hasContacts =
        fed.contains(name) || model.queues[index].expectedContacts.contains { $0 > 0 }
      if serving.isEmpty, hasContacts {
        findings.append(
          Finding(
            .warning, code: "simulation.queue-without-agents",
            "no agent serves the queue \(name): all its contacts wait or give up", place: name,
            advice: "Maybe a group or a skill is missing."))
      }
    }
    if case .requirement = staffing {
      dropGroupRouting()
    } else {
      let sizes = agentsByGroup()
      for (index, queue) in queues.enumerated() {
        model.queues[index].steps = steps(of: queue)
        model.queues[index].reserves = reserves(of: queue, sizes)
      }
    }
  }

  /// Each queue has agents of its own: what names groups has nobody to name.
  private mutating func dropGroupRouting() {
    var dropped: [String] = []
    for (index, queue) in queues.enumerated() {
      let steps = queue.steps.filter {
        if case .open = $0.action { false } else { true }
      }
      model.queues[index].steps = steps
      if steps.count < queue.steps.count || !queue.reserves.isEmpty { dropped.append(queue.name) }
    }
    guard let first = dropped.first else { return }
    findings.append(
      Finding(
        .note, code: "simulation.group-routing-ignored",
        "a requirement gives each queue agents of its own: steps that open groups and reserves of "
          + "\(dropped.joined(separator: ", ")) are not simulated", place: first,
        advice: "Maybe simulate a roster, in which groups work."))
  }

  /// The steps of a queue; a group with nobody in it is left out, and a step that opens no other.
  private mutating func steps(of queue: Queue) -> [RoutingStep] {
    var result: [RoutingStep] = []
    for step in queue.steps {
      guard case .open(let names) = step.action else {
        result.append(step)
        continue
      }
      let open = names.flatMap { modelGroups(of: $0, for: queue.name) }
      if !open.isEmpty {
        result.append(
          RoutingStep(
            after: step.after, conditions: step.conditions, action: .open(groups: open)))
      }
    }
    return result
  }

  /// Reserves by group of the model.
  ///
  /// Agents of one group who have different skills are several groups to the model: the reserve is shared out
  /// among them by their number of agents, largest remainder first, then by name.
  private mutating func reserves(of queue: Queue, _ sizes: [String: Int]) -> [String: Int] {
    var result: [String: Int] = [:]
    for (name, count) in queue.reserves.sorted(by: { $0.key < $1.key }) {
      let parts = modelGroups(of: name, for: queue.name)
      let all = parts.reduce(0) { $0 + (sizes[$1] ?? 0) }
      guard all > 0 else {
        for part in parts { result[part] = count }
        continue
      }
      let exact = parts.map { Double(count) * Double(sizes[$0] ?? 0) / Double(all) }
      var shares = exact.map { Int($0) }
      let order = parts.indices.sorted {
        (Double(shares[$0]) - exact[$0], parts[$0]) < (Double(shares[$1]) - exact[$1], parts[$1])
      }
      for index in order.prefix(count - shares.reduce(0, +)) { shares[index] += 1 }
      for (part, share) in zip(parts, shares) where share > 0 { result[part] = share }
    }
    return result
  }

  /// The groups of the model that a group of the plan became and that serve a queue, by name.
  private mutating func modelGroups(of name: String, for queue: String) -> [String] {
    if !groups.contains(where: { $0.name == name }) {
      findings.append(
        Finding(
          .warning, code: "simulation.unknown-group",
          "the queue \(queue) names the group \(name), which is not in the plan", place: queue,
          advice: nearestName(to: name, in: groups.map(\.name)).map { "Maybe \($0) is meant." }
            ?? "Maybe it was renamed."))
    }
    return model.groups.filter {
      ($0.reportName ?? $0.name) == name && $0.queues.contains(queue)
    }.map(\.name).sorted()
  }

  /// Rostered agents in each group of the model; empty for counts, whose groups are the plan's.
  private func agentsByGroup() -> [String: Int] {
    guard case .roster(let spans) = model.staffing else { return [:] }
    return Dictionary(grouping: spans, by: \.group).mapValues { Set($0.map(\.agent)).count }
  }
}
