public import ContactCenter

/// The agents of one group under one contract: who the designed shifts are for, as a number.
public struct Team: Hashable, Sendable {
  /// The group.
  public var group: String
  /// The contract's name.
  public var contract: String
  /// Agents who can work on each day of the horizon.
  public var headsByDay: [Int]
  /// Agents of the team, whether or not they can work on a given day.
  public var heads: Int

  /// Creates a team of which everyone can work on every day.
  public init(group: String, contract: String, heads: Int, days: Int) {
    self.group = group
    self.contract = contract
    self.heads = max(0, heads)
    headsByDay = Array(repeating: max(0, heads), count: max(0, days))
  }

  /// Counts named agents, leaving out of each day those who are on leave or pinned at its noon.
  ///
  /// Noon stands for the day: a design counts heads, and only the roster places people. Pinned agents work a
  /// published shift, which the need must already be net of.
  ///
  /// - Returns: teams in order of group, then contract.
  public static func counting(
    _ agents: [Agent], availability: [Availability], over need: CoverageNeed
  ) -> [Team] {
    let away = Dictionary(
      grouping: availability.filter { $0.kind == .leave || $0.kind == .pinned }, by: \.agent)
    let noons = (0..<max(0, need.days)).map {
      need.grid.zone.startOfDay(need.firstDate.advanced(by: $0)).advanced(by: 43_200)
    }
    let byTeam = Dictionary(grouping: agents) { [$0.group, $0.contract] }
    return byTeam.map { key, members in
      var team = Team(group: key[0], contract: key[1], heads: members.count, days: need.days)
      for (day, noon) in noons.enumerated() {
        team.headsByDay[day] = members.count { agent in
          !(away[agent.name] ?? []).contains { $0.start <= noon && noon < $0.end }
        }
      }
      return team
    }
    .sorted { ($0.group, $0.contract) < ($1.group, $1.contract) }
  }
}
