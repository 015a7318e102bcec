internal import ContactCenter

/// The keys of a queue that say who takes its contacts.
enum RoutingSection {
  /// What names no group.
  static func read(_ keys: [String: PlanNode], into queue: inout Queue) throws(PlanError) {
    if let node = keys["choose_agent"] { queue.agentChoice = try node.choice(AgentChoice.self) }
    if let node = keys["weight"] { queue.rank.weight = try node.number(0...1e6) }
    if let node = keys["score"] {
      let inner = try node.section(PlanKeyCatalog.score)
      if let base = inner["base"] { queue.rank.base = try base.number(-1e9...1e9) }
      if let slope = inner["slope"] { queue.rank.slope = try slope.number(0...1e6) }
    }
    if let node = keys["last_agent"] { queue.behavior.prefersLastAgent = try node.flag() }
    if let node = keys["site"] { queue.site = try node.ownName() }
  }

  /// What names groups, once these are read: steps and reserves.
  static func read(
    _ node: PlanNode, into queues: inout [Queue], groups: [AgentGroup]
  ) throws(PlanError) {
    let names = queues.map(\.name)
    for (index, entry) in try node.named().enumerated() {
      let keys = try entry.value.section(PlanKeyCatalog.queue)
      for item in try keys["steps"]?.list() ?? [] {
        queues[index].steps.append(try step(item, queues[index], names, groups))
      }
      // Equal times keep the order of the plan.
      let steps = queues[index].steps.enumerated()
      queues[index].steps = steps.sorted {
        ($0.element.after.value, $0.offset) < ($1.element.after.value, $1.offset)
      }.map(\.element)
      for (name, value) in try keys["reserve"]?.named() ?? [] {
        let group = try group(name, value, queues[index], groups)
        queues[index].reserves[group] = try value.whole(0...100_000)
      }
    }
  }

  private static func step(
    _ node: PlanNode, _ queue: Queue, _ queues: [String], _ groups: [AgentGroup]
  ) throws(PlanError) -> RoutingStep {
    let keys = try node.section(PlanKeyCatalog.step)
    let after = try node.required("after", in: keys, example: "30s").seconds()
    let actions = ["open", "move", "dismiss"].filter { keys[$0] != nil }
    guard actions.count == 1 else {
      throw node.error(
        actions.isEmpty
          ? "a step of \(queue.name) does nothing"
          : "a step of \(queue.name) does two things: \(actions.joined(separator: " and "))",
        hint: "Maybe write one step for each of open, move and dismiss.")
    }
    return RoutingStep(
      after: after, conditions: try keys["when"].map(conditions) ?? [],
      action: try action(keys, queue, queues, groups))
  }

  private static func action(
    _ keys: [String: PlanNode], _ queue: Queue, _ queues: [String], _ groups: [AgentGroup]
  ) throws(PlanError) -> RoutingStep.Action {
    if let node = keys["open"] {
      var names: [String] = []
      for item in node.isList ? try node.list() : [node] {
        names.append(try group(try item.text(), item, queue, groups))
      }
      guard !names.isEmpty else { throw node.error("\(node.path) opens no group") }
      return .open(groups: names)
    }
    if let node = keys["move"] {
      let target = try node.name(of: "queue", in: queues)
      guard target != queue.name else {
        throw node.error("a step of \(queue.name) moves contacts to the queue they are in")
      }
      return .move(queue: target)
    }
    if let node = keys["dismiss"], try !node.flag() {
      throw node.error("\(node.path) is false", hint: "Maybe leave the step out.")
    }
    return .dismiss
  }

  private static func conditions(
    _ node: PlanNode
  ) throws(PlanError) -> [RoutingStep.Condition] {
    let keys = try node.section(PlanKeyCatalog.condition)
    var result: [RoutingStep.Condition] = []
    if let node = keys["waiting_at_least"] {
      result.append(.waitingAtLeast(try node.whole(0...1_000_000)))
    }
    if let node = keys["idle_at_most"] {
      result.append(.idleAtMost(try node.whole(0...1_000_000)))
    }
    if let node = keys["expected_wait_at_least"] {
      result.append(.expectedWaitAtLeast(try node.seconds()))
    }
    guard !result.isEmpty else {
      throw node.error(
        "\(node.path) says nothing", hint: "Maybe add waiting_at_least: 5, or leave when out.")
    }
    return result
  }

  /// A group of the plan that serves the queue: nobody else can take its contacts.
  private static func group(
    _ name: String, _ node: PlanNode, _ queue: Queue, _ groups: [AgentGroup]
  ) throws(PlanError) -> String {
    let known = groups.map(\.name)
    guard let group = groups.first(where: { $0.name == name }) else {
      throw node.error(
        "\(queue.name) names the group \"\(name)\", which is no group of the plan",
        hint: nearestName(to: name, in: known).map { "Maybe \"\($0)\" is meant." }
          ?? "Maybe one of: \(known.sorted().joined(separator: ", ")).")
    }
    guard group.queues.contains(queue.name) else {
      throw node.error(
        "\(queue.name) names the group \(name), which does not serve it",
        hint: "Maybe add \(queue.name) to the queues of \(name).")
    }
    return name
  }
}
