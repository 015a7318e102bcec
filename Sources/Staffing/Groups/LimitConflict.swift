/// Limits of a plan of which not all can be kept.
struct LimitConflict: Hashable, Sendable {
  /// The group or site.
  var place: String
  /// What is asked for, and what of it is kept.
  var text: String
  /// What may help, without the "Maybe".
  var advice: String

  static func floor(_ group: String, _ floor: Int, above ceiling: Int) -> LimitConflict {
    LimitConflict(
      place: group,
      text:
        "\(group) is to have at least \(floor) and at most \(ceiling) agents: \(ceiling) are kept",
      advice: "lower its minimum_agents or raise its maximum_agents")
  }

  static func floors(_ site: String, seats: Int) -> LimitConflict {
    LimitConflict(
      place: site,
      text:
        "the minimum agents of the groups at \(site) need more than its \(seats) seats: the seats are kept",
      advice: "lower minimum_agents of its groups, or let more of them work remotely")
  }

  static func site(_ site: String, _ least: Int, attainable: Int) -> LimitConflict {
    LimitConflict(
      place: site,
      text:
        "\(site) is to have at least \(least) agents, but its seats and the maximum agents of its groups allow \(attainable)",
      advice: "lower minimum_agents of the site, or raise maximum_agents of a group there")
  }
}
