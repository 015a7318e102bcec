internal import ContactCenter

/// What a roster does not say about the work in it.
struct RosterTerms {
  /// The start of the model.
  var origin: Instant
  /// Intervals and dates.
  var grid: TimeGrid
  /// How new hires grow into full speed.
  var rampUp: RampUp?
  /// Whether groups are split by the site of their agents.
  var usesSites: Bool
}

/// A roster as spans in which agents take contacts, and the groups of agents with the same skills.
struct RosterSpans {
  var spans: [WorkSpan] = []
  var groups: [GroupModel] = []
  var findings: [Finding] = []

  /// Reads a roster; `order` sorts a group's queues by the priority of the queues.
  init(
    _ roster: Roster, agents: [Agent], groups plain: [AgentGroup], terms: RosterTerms,
    order: ([String]) -> [String]
  ) {
    var byName: [String: GroupModel] = [:]
    let known = Dictionary(agents.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let remote = RemoteAgents(roster, agents: known, groups: plain)
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
        let model = Self.group(of: known[name], in: group, terms, order: order)
        byName[model.name] = model
        for stretch in Self.stretches(entry, without: own) {
          spans.append(
            WorkSpan(
              agent: name, group: model.name,
              start: Double(stretch.start.seconds(since: terms.origin)),
              end: Double(stretch.end.seconds(since: terms.origin)),
              speed: Self.speed(of: known[name], at: stretch.start, terms),
              isRemote: remote.contains(name)))
        }
      }
    }
    groups = byName.keys.sorted().compactMap { byName[$0] }
  }

  /// Speed by the day on which the stretch begins: what is growing is looked at once a day.
  private static func speed(of agent: Agent?, at start: Instant, _ terms: RosterTerms) -> Double {
    guard let hired = agent?.hired, let rampUp = terms.rampUp else { return 1 }
    return rampUp.speed(hired: hired, on: terms.grid.date(of: start))
  }

  /// The group of agents like this one: same group, same skills, same speeds and, where it matters, same site.
  private static func group(
    of agent: Agent?, in group: AgentGroup, _ terms: RosterTerms, order: ([String]) -> [String]
  ) -> GroupModel {
    let plain = GroupModel(group, queues: order(group.queues))
    guard let agent else { return plain }
    var model = plain
    var labels: [String] = []
    if !agent.skills.isEmpty {
      let served = agent.skills.filter { group.queues.contains($0.skill) }
      let speeds = Dictionary(
        served.map { ($0.skill, $0.proficiency * (group.proficiencies[$0.skill] ?? 1)) },
        uniquingKeysWith: { first, _ in first })
      let queues = order(served.map(\.skill))
      if queues != plain.queues || speeds.contains(where: { $1 != plain.proficiencies[$0] ?? 1 }) {
        model.queues = queues
        model.proficiencies = speeds
        labels.append(queues.map { "\($0):\(speeds[$0] ?? 1)" }.joined(separator: ";"))
      }
    }
    if terms.usesSites, let site = agent.site, site != plain.site {
      model.site = site
      labels.append("at \(site)")
    }
    guard !labels.isEmpty else { return plain }
    model.name = "\(group.name) (\(labels.joined(separator: " ")))"
    model.reportName = group.name
    return model
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
