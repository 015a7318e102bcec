internal import ContactCenter

/// Who works away from the site.
///
/// Agents of whom the agents file says so, and of the others of a group the group's remote share, spread evenly over
/// their names in order: no draw, so that the same people stay at home in every scenario.
struct RemoteAgents {
  private var names: Set<String> = []

  init(_ roster: Roster, agents: [String: Agent], groups: [AgentGroup]) {
    for agent in agents.values where agent.isRemote == true { names.insert(agent.name) }
    let sharing = groups.filter { $0.remoteShare.value > 0 }
    guard !sharing.isEmpty else { return }
    var members: [String: Set<String>] = [:]
    for agent in agents.values where agent.isRemote == nil {
      members[agent.group, default: []].insert(agent.name)
    }
    for entry in roster.entries where agents[entry.agent] == nil {
      if let group = entry.group { members[group, default: []].insert(entry.agent) }
    }
    for group in sharing {
      let share = group.remoteShare.value
      for (index, name) in (members[group.name] ?? []).sorted().enumerated() {
        let before = (Double(index) * share + 0.5).rounded(.down)
        if (Double(index + 1) * share + 0.5).rounded(.down) > before { names.insert(name) }
      }
    }
  }

  /// Whether an agent works away from the site.
  func contains(_ name: String) -> Bool { names.contains(name) }
}
