internal import ContactCenter

/// Floors and ceilings of groups and the seats of their sites, as a staffing of one case must keep them.
///
/// Seats that groups of other parts of the center take are not known to a case: `GroupStaffingFinding` counts them
/// afterwards.
struct GroupLimits: Sendable {
  /// What the groups of one site may have together, each agent counting with the share that is not remote.
  struct SiteLimit: Sendable {
    var name: String
    /// Positions of groups with the seats that one of their agents takes.
    var members: [(group: Int, seats: Double)]
    var most: Double?
    var least: Double
  }

  /// The fewest agents of each group.
  let floors: [Int]
  /// The most; nil without limit.
  let ceilings: [Int?]
  let sites: [SiteLimit]

  /// The limits of groups by name, of which `isOpen` says which serve an open queue.
  init(_ names: [String], isOpen: [Bool], groups: [AgentGroup], sites: [Site]) {
    let known = names.map { name in groups.first { $0.name == name } }
    floors = zip(known, isOpen).map { group, isOpen in
      isOpen ? max(0, group?.minimumAgents ?? 0) : 0
    }
    ceilings = known.map { $0?.maximumAgents }
    self.sites = sites.compactMap { site in
      let members = known.indices.compactMap { index -> (group: Int, seats: Double)? in
        guard let group = known[index], group.site == site.name else { return nil }
        return (index, 1 - group.remoteShare.value)
      }
      let hasFloor = members.contains { isOpen[$0.group] }
      guard !members.isEmpty, site.seats != nil || site.minimumAgents > 0 else { return nil }
      let most = site.seats.map(Double.init)
      let least = hasFloor ? Double(max(0, site.minimumAgents)) : 0
      return SiteLimit(
        name: site.name, members: members, most: most, least: min(least, most ?? least))
    }
  }

  /// Whether a staffing keeps floors, ceilings and seats.
  func allows(_ agents: [Int]) -> Bool {
    for group in agents.indices {
      if agents[group] < floors[group] { return false }
      if let most = ceilings[group], agents[group] > most { return false }
    }
    return sites.allSatisfy { site in
      let taken = site.taken(agents)
      return taken <= (site.most ?? .infinity) + 1e-9 && taken >= site.least - 1e-9
    }
  }

  /// Whether one agent more in a group breaks a ceiling or takes a seat that is not there.
  func isFull(_ group: Int, _ agents: [Int]) -> Bool {
    if let most = ceilings[group], agents[group] >= most { return true }
    return site(overtakenBy: group, agents) != nil
  }

  /// The site that has no seat for one agent more in a group.
  func site(overtakenBy group: Int, _ agents: [Int]) -> SiteLimit? {
    sites.first { site in
      guard let most = site.most, let own = site.members.first(where: { $0.group == group })
      else { return false }
      return site.taken(agents) + own.seats > most + 1e-9
    }
  }

  /// A staffing brought between floors and ceilings; where a site lacks seats, the largest of its groups give way.
  func bounded(_ agents: [Int]) -> [Int] {
    var agents = agents.indices.map { group in
      max(floors[group], min(agents[group], ceilings[group] ?? agents[group]))
    }
    for site in sites {
      while let most = site.most, site.taken(agents) > most + 1e-9 {
        let able = site.members.filter { $0.seats > 0 && agents[$0.group] > floors[$0.group] }
        guard
          let largest = able.max(by: { (agents[$0.group], $1.group) < (agents[$1.group], $0.group) }
          )
        else { break }
        agents[largest.group] -= 1
      }
    }
    return agents
  }
}

extension GroupLimits.SiteLimit {
  /// Seats that a staffing takes.
  func taken(_ agents: [Int]) -> Double {
    members.reduce(0) { $0 + Double(agents[$1.group]) * $1.seats }
  }
}
