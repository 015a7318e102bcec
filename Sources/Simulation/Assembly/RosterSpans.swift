internal import ContactCenter

/// A roster as spans in which agents take contacts, and the groups of agents with the same skills.
struct RosterSpans {
  var spans: [WorkSpan] = []
  var groups: [GroupModel] = []
  var findings: [Finding] = []

  /// Reads a roster; `order` sorts a group's queues by the priority of the queues.
  init(
    _ roster: Roster, agents: [Agent], groups plain: [AgentGroup], origin: Instant,
    order: ([String]) -> [String]
  ) {
    var byName: [String: GroupModel] = [:]
    let known = Dictionary(agents.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [String: [RosterEntry]] = [:]
    for entry in roster.entries { entries[entry.agent, default: []].append(entry) }
    for name in entries.keys.sorted() {
      let own = entries[name] ?? []
      for entry in own where entry.activity == .work {
        guard let groupName = entry.group ?? known[name]?.group,
          let group = plain.first(where: { $0.name == groupName })
        else {
          findings.append(
            Finding(
              .warning, code: "simulation.agent-without-group",
              "\(name) works for no group of the plan and takes no contacts", place: name,
              advice: "Maybe the agent is missing from the agents file."))
          break
        }
        let model = Self.group(of: known[name], in: group, order: order)
        byName[model.name] = model
        for stretch in Self.stretches(entry, without: own) {
          spans.append(
            WorkSpan(
              agent: name, group: model.name, start: Double(stretch.start.seconds(since: origin)),
              end: Double(stretch.end.seconds(since: origin))))
        }
      }
    }
    groups = byName.keys.sorted().compactMap { byName[$0] }
  }

  /// The group of agents like this one: same group, same skills, same speeds.
  private static func group(
    of agent: Agent?, in group: AgentGroup, order: ([String]) -> [String]
  ) -> GroupModel {
    guard let agent, !agent.skills.isEmpty else {
      return GroupModel(name: group.name, queues: order(group.queues))
    }
    let served = agent.skills.filter { group.queues.contains($0.skill) }
    let speeds = Dictionary(
      served.map { ($0.skill, $0.proficiency) }, uniquingKeysWith: { first, _ in first })
    let queues = order(served.map(\.skill))
    if queues == order(group.queues), speeds.values.allSatisfy({ $0 == 1 }) {
      return GroupModel(name: group.name, queues: queues)
    }
    let label = queues.map { "\($0):\(speeds[$0] ?? 1)" }.joined(separator: ";")
    return GroupModel(
      name: "\(group.name) (\(label))", queues: queues, proficiencies: speeds,
      reportName: group.name)
  }

  /// A stretch of work without the agent's breaks and meetings in it.
  private static func stretches(_ work: RosterEntry, without all: [RosterEntry]) -> [Interval] {
    var result: [Interval] = []
    var start = work.start
    let pauses = all.filter { $0.activity != .work && $0.end > work.start && $0.start < work.end }
    for pause in pauses.sorted(by: { $0.start < $1.start }) {
      if pause.start > start { result.append(Interval(start: start, end: pause.start)) }
      start = max(start, pause.end)
    }
    if work.end > start { result.append(Interval(start: start, end: work.end)) }
    return result
  }
}
