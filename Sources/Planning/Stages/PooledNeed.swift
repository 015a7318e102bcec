internal import ContactCenter
internal import Scheduling

/// A need in which queues that the same groups serve are one.
///
/// Such queues are interchangeable to a shift: whoever covers one could cover the other. Pooled, their
/// fractions of agents add up before they are rounded up to people, and the shift design has one row per
/// interval instead of one per queue and a variable for every split.
struct PooledNeed {
  /// The need by pool; a pool of one keeps its queue's name.
  let need: CoverageNeed
  /// The groups with the pools they serve.
  let groups: [AgentGroup]

  init(_ need: CoverageNeed, groups: [AgentGroup]) throws(SchedulingError) {
    func serving(_ queue: String) -> [String] {
      groups.filter { $0.queues.contains(queue) }.map(\.name).sorted()
    }
    let served = need.queues.filter { !serving($0.queue).isEmpty }
    let pools = Dictionary(grouping: served) { serving($0.queue) }
    var nameOf: [String: String] = [:]
    var rows = need.queues.filter { serving($0.queue).isEmpty }.map(Self.rounded)
    for (_, members) in pools {
      let name = members.map(\.queue).sorted().joined(separator: " + ")
      for member in members { nameOf[member.queue] = name }
      rows.append(Self.pool(members, name: name))
    }
    self.need = try CoverageNeed(
      grid: need.grid, firstDate: need.firstDate, days: need.days, queues: rows)
    self.groups = groups.map { group in
      var seen: Set<String> = []
      let names = group.queues.map { nameOf[$0] ?? $0 }.filter { seen.insert($0).inserted }
      return AgentGroup(name: group.name, queues: names)
    }
  }

  private static func pool(
    _ members: [CoverageNeed.QueueNeed], name: String
  ) -> CoverageNeed.QueueNeed {
    let indices = members[0].agents.indices
    return rounded(
      CoverageNeed.QueueNeed(
        queue: name,
        agents: indices.map { i in members.reduce(0) { $0 + $1.agents[i] } },
        isOpen: indices.map { i in members.contains { $0.isOpen[i] } }))
  }

  /// Whole people: a tenth of a thousandth of one is rounding of the record, not a need.
  private static func rounded(_ row: CoverageNeed.QueueNeed) -> CoverageNeed.QueueNeed {
    var copy = row
    copy.agents = row.agents.map { ($0 - 1e-4).rounded(.up) }.map { max(0, $0) }
    return copy
  }
}
