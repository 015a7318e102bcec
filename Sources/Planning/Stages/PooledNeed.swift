internal import ContactCenter
internal import Scheduling

/// A need in which queues that the same groups serve are one.
///
/// Such queues are interchangeable to a shift: whoever covers one could cover the other. Pooled, their
/// fractions of agents add up before they are rounded up to people, and the shift design has one row per
/// interval instead of one per queue and a variable for every split. Queues with prices of their own stay apart from
/// others: they are not interchangeable to whoever pays for a shortage.
struct PooledNeed {
  /// The need by pool; a pool of one keeps its queue's name.
  let need: CoverageNeed
  /// The groups with the pools they serve.
  let groups: [AgentGroup]
  /// The prices by pool.
  let prices: SchedulePrices

  private struct Kind: Hashable {
    let groups: [String]
    let price: Double?
  }

  init(
    _ need: CoverageNeed, groups: [AgentGroup], prices: SchedulePrices = SchedulePrices()
  ) throws(SchedulingError) {
    func serving(_ queue: String) -> [String] {
      groups.filter { $0.queues.contains(queue) }.map(\.name).sorted()
    }
    let served = need.queues.filter { !serving($0.queue).isEmpty }
    let pools = Dictionary(grouping: served) {
      Kind(groups: serving($0.queue), price: prices.shortByQueue[$0.queue])
    }
    var nameOf: [String: String] = [:]
    var pooledPrices = prices
    var rows = need.queues.filter { serving($0.queue).isEmpty }.map(Self.rounded)
    for (kind, members) in pools {
      let name = members.map(\.queue).sorted().joined(separator: " + ")
      for member in members { nameOf[member.queue] = name }
      pooledPrices.shortByQueue[name] = kind.price
      rows.append(Self.pool(members, name: name))
    }
    self.prices = pooledPrices
    self.need = try CoverageNeed(
      grid: need.grid, firstDate: need.firstDate, days: need.days, queues: rows)
    self.groups = groups.map { group in
      var seen: Set<String> = []
      let names = group.queues.map { nameOf[$0] ?? $0 }.filter { seen.insert($0).inserted }
      var pooled = AgentGroup(name: group.name, queues: names)
      pooled.minimumAgents = group.minimumAgents
      pooled.maximumAgents = group.maximumAgents
      return pooled
    }
  }

  /// How shifts for it are searched.
  func options(of plan: Plan, threads: Int) -> ShiftDesignOptions {
    var options = ShiftDesignOptions(relativeGap: plan.schedule.gap, threads: threads)
    options.prices = prices
    return options
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
