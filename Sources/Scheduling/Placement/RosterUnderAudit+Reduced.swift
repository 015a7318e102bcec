import ContactCenter

extension RosterUnderAudit {
  /// One agent's roster beside the rules about people, to see whether they hold.
  func reduced(to own: Roster, of agent: String) -> RosterUnderAudit {
    RosterUnderAudit(
      roster: own, agents: agents[agent].map { [$0] } ?? [],
      groups: groups.values.sorted { $0.name < $1.name },
      contracts: contracts.values.sorted { $0.name < $1.name },
      availability: availability[agent] ?? [], rules: rules, need: nil, grid: grid)
  }
}
