internal import ContactCenter
internal import Probability

/// What each agent of a roster did, over replications of the whole run.
struct AgentEstimates {
  private struct Agent {
    var contacts = 0
    var presentSeconds = 0.0
    var occupancy = RatioStatistics()
  }

  /// In order of name.
  private let names: [String]
  /// The agent of each desk; an agent with spans in two groups has two.
  private let agentOfDesk: [Int]
  private var agents: [Agent]
  private var replications = 0

  /// Agents by the names of their desks; none where nobody has a name.
  init(deskNames: [String]) {
    names = Set(deskNames).sorted()
    let indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    agentOfDesk = deskNames.map { indices[$0] ?? 0 }
    agents = Array(repeating: Agent(), count: names.count)
  }

  /// Takes in replications that belong together: one, or an antithetic pair.
  mutating func add(_ unit: [ReplicationTally]) {
    guard !names.isEmpty else { return }
    var sums = [AgentTally](repeating: AgentTally(), count: names.count)
    for tally in unit {
      replications += 1
      for (agent, own) in zip(agentOfDesk, tally.agents) {
        sums[agent].busySeconds += own.busySeconds
        sums[agent].presentSeconds += own.presentSeconds
        sums[agent].contacts += own.contacts
      }
    }
    for (agent, sum) in sums.enumerated() {
      agents[agent].contacts += sum.contacts
      agents[agent].presentSeconds += sum.presentSeconds
      agents[agent].occupancy.add(numerator: sum.busySeconds, denominator: sum.presentSeconds)
    }
  }

  /// A row for each agent.
  ///
  /// Agents are counted over everything that is simulated, warm-up included, `seconds` long.
  func rows(start: Instant, seconds: Double) -> [OutcomeRow] {
    guard replications > 0 else { return [] }
    return zip(names, agents).map { name, agent in
      var row = OutcomeRow(period: .run, start: start, level: .agent, name: name)
      row.answered = Double(agent.contacts) / Double(replications)
      row.agents = agent.presentSeconds / Double(replications) / seconds
      row.takeOccupancy(agent.occupancy.interval())
      return row
    }
  }
}

extension OutcomeRow {
  /// Writes an occupancy and its half-width, which rounding must not take out of [0, 1].
  mutating func takeOccupancy(_ interval: ConfidenceInterval) {
    guard interval.estimate.isFinite else { return }
    occupancy = min(1, max(0, interval.estimate))
    occupancyError = interval.halfWidth.isFinite ? interval.halfWidth : nil
  }
}
