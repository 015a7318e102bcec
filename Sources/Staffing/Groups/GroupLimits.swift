internal import ContactCenter

/// Floors and ceilings of groups and the seats and minima of their sites, as a staffing of one case must keep them.
///
/// What cannot be kept together is brought down to what can, and said (`LimitConflict`): ceilings and seats are kept, as
/// nobody can sit where no seat is, and floors give way.
///
/// What groups of other parts of the center have at a site is not known to a case: its minimum counts where all of its
/// groups are in the case, and `GroupStaffingFinding` counts agents and seats of all parts afterwards.
struct GroupLimits: Sendable {
  /// What the groups of one site may have together.
  struct SiteLimit: Sendable {
    var name: String
    /// Positions of groups with the seats that one of their agents takes: the share that is not remote.
    var members: [(group: Int, seats: Double)]
    /// The most seats taken.
    var most: Double?
    /// The fewest agents, remote ones included.
    var least: Int
  }

  /// The fewest agents of each group.
  let floors: [Int]
  /// The most; nil without limit.
  let ceilings: [Int?]
  let sites: [SiteLimit]
  /// What the plan asks for and cannot be kept.
  let conflicts: [LimitConflict]

  /// The limits of groups by name, of which `isOpen` says which serve an open queue.
  ///
  /// `groups` are those of all parts of the center.
  init(_ names: [String], isOpen: [Bool], groups: [AgentGroup], sites: [Site]) {
    let known = names.map { name in groups.first { $0.name == name } }
    let ceilings = known.map { $0?.maximumAgents.map { max(0, $0) } }
    var floors = zip(known, isOpen).map { group, isOpen in
      isOpen ? max(0, group?.minimumAgents ?? 0) : 0
    }
    var conflicts: [LimitConflict] = []
    for group in names.indices {
      guard let most = ceilings[group], floors[group] > most else { continue }
      conflicts.append(.floor(names[group], floors[group], above: most))
      floors[group] = most
    }
    var limits: [SiteLimit] = []
    for site in sites where site.seats != nil || site.minimumAgents > 0 {
      let members = known.indices.compactMap { index -> (group: Int, seats: Double)? in
        guard let group = known[index], group.site == site.name else { return nil }
        return (index, 1 - group.remoteShare.value)
      }
      guard !members.isEmpty else { continue }
      let isWhole = groups.filter { $0.site == site.name }.allSatisfy { names.contains($0.name) }
      let isNeeded = isWhole && members.contains { isOpen[$0.group] }
      var limit = SiteLimit(
        name: site.name, members: members, most: site.seats.map(Double.init),
        least: isNeeded ? max(0, site.minimumAgents) : 0)
      let lowered = limit.seated(floors, above: floors.map { _ in 0 })
      if let seats = site.seats, lowered != floors {
        conflicts.append(.floors(site.name, seats: seats))
        floors = lowered
      }
      let attainable = limit.attainable(floors, ceilings)
      if attainable < limit.least {
        conflicts.append(.site(site.name, limit.least, attainable: attainable))
        limit.least = attainable
      }
      limits.append(limit)
    }
    (self.floors, self.ceilings, self.sites, self.conflicts) = (floors, ceilings, limits, conflicts)
  }

  /// Whether a staffing keeps floors, ceilings and seats.
  func allows(_ agents: [Int]) -> Bool {
    for group in agents.indices {
      if agents[group] < floors[group] { return false }
      if let most = ceilings[group], agents[group] > most { return false }
    }
    return sites.allSatisfy { site in
      let taken = site.taken(agents)
      return taken <= (site.most ?? .infinity) + 1e-9 && site.heads(agents) >= site.least
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

  /// The site that a staffing with one agent fewer in a group leaves with too few.
  func site(undercutBy agents: [Int], in group: Int) -> SiteLimit? {
    sites.first { site in
      site.members.contains { $0.group == group } && site.heads(agents) < site.least
    }
  }

  /// A staffing brought between floors and ceilings; where a site lacks seats, the largest of its groups give way, and
  /// where it lacks agents, those that take the fewest seats get more.
  func bounded(_ agents: [Int]) -> [Int] {
    var agents = agents.indices.map { group in
      max(floors[group], min(agents[group], ceilings[group] ?? agents[group]))
    }
    for site in sites {
      agents = site.seated(agents, above: floors)
      let order = site.members.sorted { ($0.seats, $0.group) < ($1.seats, $1.group) }
      while site.heads(agents) < site.least,
        let next = order.first(where: { !isFull($0.group, agents) })
      {
        agents[next.group] += 1
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

  /// Agents of the site, wherever they work.
  func heads(_ agents: [Int]) -> Int { members.reduce(0) { $0 + agents[$1.group] } }

  /// A staffing that finds seats, the largest groups giving way as far as `floors`.
  func seated(_ agents: [Int], above floors: [Int]) -> [Int] {
    var agents = agents
    while let most, taken(agents) > most + 1e-9 {
      let able = members.filter { $0.seats > 0 && agents[$0.group] > floors[$0.group] }
      guard
        let largest = able.max(by: { (agents[$0.group], $1.group) < (agents[$1.group], $0.group) })
      else { break }
      agents[largest.group] -= 1
    }
    return agents
  }

  /// The most agents up to `least` that ceilings and seats allow: from the floors on, those who take the fewest seats.
  func attainable(_ floors: [Int], _ ceilings: [Int?]) -> Int {
    var heads = heads(floors)
    var room = most.map { $0 - taken(floors) } ?? .infinity
    for member in members.sorted(by: { ($0.seats, $0.group) < ($1.seats, $1.group) }) {
      var more = max(0, least - heads)
      if let most = ceilings[member.group] { more = min(more, max(0, most - floors[member.group])) }
      if member.seats > 0 { more = min(more, Int(min(max(0, room / member.seats + 1e-9), 1e9))) }
      heads += more
      room -= Double(more) * member.seats
    }
    return heads
  }
}
