internal import ContactCenter

/// The `groups` section of a plan.
enum GroupSection {
  static func read(_ node: PlanNode, queues: [Queue]) throws(PlanError) -> [AgentGroup] {
    var groups: [AgentGroup] = []
    let known = queues.map(\.name)
    for (name, value) in try node.named() {
      let keys = try value.section(PlanKeyCatalog.group)
      guard let list = keys["queues"] else {
        throw value.error(
          "group \(name) serves no queues", hint: "Maybe add queues: [\(known[0])].")
      }
      var served: [String] = []
      for item in try list.list() {
        let queue = try item.text()
        guard known.contains(queue) else {
          throw item.error(
            "group \(name) serves \"\(queue)\", which is no queue of the plan",
            hint: nearestName(to: queue, in: known).map { "Maybe \"\($0)\" is meant." }
              ?? "Maybe one of: \(known.sorted().joined(separator: ", ")).")
        }
        guard !served.contains(queue) else {
          throw item.error("group \(name) lists \(queue) twice")
        }
        served.append(queue)
      }
      guard !served.isEmpty else { throw value.error("group \(name) serves no queues") }
      var group = AgentGroup(name: name, queues: served)
      try attributes(keys, of: value, into: &group)
      groups.append(group)
    }
    guard !groups.isEmpty else { throw node.error("groups is empty") }
    return groups
  }

  private static func attributes(
    _ keys: [String: PlanNode], of node: PlanNode, into group: inout AgentGroup
  ) throws(PlanError) {
    if let node = keys["choose_queue"] { group.queueChoice = try node.choice(QueueChoice.self) }
    if let node = keys["cost_per_hour"] { group.costPerHour = try node.number(0...1e6) }
    (group.minimumAgents, group.maximumAgents) = try FloorSection.read(keys, of: node)
    if let node = keys["site"] { group.site = try node.ownName() }
    if let node = keys["remote"] { group.remoteShare = try node.share() }
    for (queue, value) in try keys["proficiency"]?.named() ?? [] {
      guard group.queues.contains(queue) else {
        throw value.error(
          "group \(group.name) has a proficiency for \"\(queue)\", which it does not serve",
          hint: nearestName(to: queue, in: group.queues).map { "Maybe \"\($0)\" is meant." }
            ?? "Maybe add it to the queues of \(group.name).")
      }
      group.proficiencies[queue] = try value.number(0.05...20)
    }
  }
}
