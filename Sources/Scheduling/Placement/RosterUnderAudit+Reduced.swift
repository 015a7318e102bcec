public import ContactCenter

extension RosterUnderAudit {
  /// One agent's roster beside the rules about people, to see whether they hold.
  ///
  /// - Parameter before: the roster before, of everybody: it says for how long anything is known.
  func reduced(to own: Roster, of agent: String, before: Roster) -> RosterUnderAudit {
    RosterUnderAudit(
      roster: own, agents: agents[agent].map { [$0] } ?? [],
      groups: groups.values.sorted { $0.name < $1.name },
      contracts: contract(of: agent).map { [$0] } ?? [],
      availability: availability[agent] ?? [], rules: rules, need: nil, grid: grid,
      previous: before, dates: dates)
  }

  /// What was worked before the days that are judged.
  var rosterBefore: Roster { Roster(entries: history.flatMap(\.entries)) }
}

extension RosterUnderAudit {
  /// Another roster beside everything this one is judged by, the days included.
  public func with(_ other: Roster) -> RosterUnderAudit {
    RosterUnderAudit(
      roster: other, agents: knowsAgents ? agents.values.sorted { $0.name < $1.name } : [],
      groups: groups.values.sorted { $0.name < $1.name },
      contracts: contracts.values.sorted { $0.name < $1.name },
      availability: availability.keys.sorted().flatMap { availability[$0] ?? [] }, rules: rules,
      need: need, grid: grid, previous: rosterBefore, cover: cover, fairness: fairness,
      dates: dates)
  }
}
