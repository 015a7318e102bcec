public import ContactCenter

/// Who is at work beside what is needed, interval by interval, from the entries alone.
///
/// Counted at every moment at which anyone comes or goes, then averaged over the intervals of the need. Who serves
/// several queues is counted where they help most; who is left over counts, in equal parts, towards the queues they
/// serve that need anyone then, or else towards all they serve.
public struct CoverageCount: Sendable {
  /// What is to be covered.
  public let need: CoverageNeed
  /// Agents short, by queue of the need, then interval.
  public let short: [[Double]]
  /// Agents more than needed, by queue, then interval.
  public let over: [[Double]]
  /// Positions of queues that share agents, directly or through others, each list ascending.
  public let pools: [[Int]]

  /// One queue on one day, in agent-hours.
  public struct Day: Hashable, Sendable {
    /// The queue.
    public var queue: String
    /// The date by the center's wall clock.
    public var date: CivilDate
    /// Needed.
    public var needHours: Double
    /// Short.
    public var shortHours: Double
    /// More than needed.
    public var overHours: Double

    /// Whether nobody is needed and nobody there.
    public var isEmpty: Bool { needHours == 0 && overHours == 0 }
  }

  /// Counts; nil where the roster is judged without a need.
  ///
  /// *Complexity*: O((entries + intervals) × kinds of agents).
  public init?(_ roster: RosterUnderAudit) {
    guard let need = roster.need else { return nil }
    self.need = need
    let served = ServedQueues(roster, need: need)
    let kinds = Set(served.byAgent.values).sorted { $0.lexicographicallyPrecedes($1) }
    pools = Self.pools(of: kinds, queues: need.queues.count)
    var short = need.queues.map { _ in [Double](repeating: 0, count: need.intervals.count) }
    var over = short
    guard let first = need.intervals.first, let last = need.intervals.last else {
      (self.short, self.over) = (short, over)
      return
    }
    let horizon = Interval(start: first.start, end: last.end)
    let (moments, changes) = Self.changes(in: roster, horizon: horizon, served: served, kinds)
    var staff = [Double](repeating: 0, count: kinds.count)
    var interval = 0
    for moment in moments.indices.dropLast() {
      while need.intervals[interval].end <= moments[moment] { interval += 1 }
      for kind in staff.indices { staff[kind] += changes[kind][moment] }
      let needs = need.queues.map { $0.agents[interval] }
      let balance = ServingShortage.balance(
        staff: staff.indices.map { (staff[$0], kinds[$0]) }, needs: needs)
      let seconds = moments[moment + 1].seconds(since: moments[moment])
      let share = Double(seconds) / Double(need.intervals[interval].seconds)
      for (queue, agents) in balance.short.enumerated() { short[queue][interval] += agents * share }
      for (kind, agents) in balance.idle.enumerated() where agents > 0 {
        let wanted = kinds[kind].filter { needs[$0] > 0 }
        let queues = wanted.isEmpty ? kinds[kind] : wanted
        for queue in queues { over[queue][interval] += agents * share / Double(queues.count) }
      }
    }
    (self.short, self.over) = (short, over)
  }

  /// What is uncovered, by queue, then time; averaged over each interval.
  public var shortages: [Shortage] {
    need.queues.indices.flatMap { queue in
      need.intervals.indices.compactMap { interval in
        guard short[queue][interval] > 1e-6 else { return nil }
        return Shortage(
          queue: need.queues[queue].queue, interval: need.intervals[interval],
          agents: short[queue][interval])
      }
    }
  }

  /// Every queue on every day, by queue, then date.
  public var days: [Day] {
    need.queues.indices.flatMap { queue in
      let name = need.queues[queue].queue
      var rows: [Day] = []
      for (index, interval) in need.intervals.enumerated() {
        let date = need.grid.date(of: interval.start)
        if rows.last?.date != date {
          rows.append(Day(queue: name, date: date, needHours: 0, shortHours: 0, overHours: 0))
        }
        let hours = Double(interval.seconds) / 3600
        rows[rows.count - 1].needHours += need.queues[queue].agents[index] * hours
        rows[rows.count - 1].shortHours += short[queue][index] * hours
        rows[rows.count - 1].overHours += over[queue][index] * hours
      }
      return rows
    }
  }

  /// The moments of a horizon at which anyone comes or goes or an interval begins, and by how many agents each kind
  /// changes there.
  private static func changes(
    in roster: RosterUnderAudit, horizon: Interval, served: ServedQueues, _ kinds: [[Int]]
  ) -> (moments: [Instant], changes: [[Double]]) {
    let earlier = roster.history.flatMap(\.entries)
    let work = Set(roster.roster.entries + earlier).filter {
      $0.activity == .work && $0.start < $0.end && $0.start < horizon.end && $0.end > horizon.start
        && served.byAgent[$0.agent] != nil
    }
    let inside = work.flatMap { [$0.start, $0.end] }.filter {
      horizon.start < $0 && $0 < horizon.end
    }
    let starts = (roster.need?.intervals ?? []).map(\.start)
    let moments = Set(starts + [horizon.end] + inside).sorted()
    let position = Dictionary(uniqueKeysWithValues: moments.enumerated().map { ($1, $0) })
    let kindPosition = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    var changes = kinds.map { _ in [Double](repeating: 0, count: moments.count + 1) }
    for entry in work {
      guard let kind = served.byAgent[entry.agent].flatMap({ kindPosition[$0] }) else { continue }
      let from = entry.start <= horizon.start ? 0 : position[entry.start] ?? moments.count
      let to = entry.end >= horizon.end ? moments.count - 1 : position[entry.end] ?? 0
      guard from < to else { continue }
      changes[kind][from] += 1
      changes[kind][to] -= 1
    }
    return (moments, changes)
  }

  private static func pools(of kinds: [[Int]], queues: Int) -> [[Int]] {
    var pools = (0..<queues).map { [$0] }
    for kind in kinds {
      let touched = pools.filter { pool in kind.contains { pool.contains($0) } }
      guard touched.count > 1 else { continue }
      pools.removeAll { pool in touched.contains(pool) }
      pools.append(touched.flatMap { $0 }.sorted())
    }
    return pools.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// The positions of the queues that each agent of a roster serves, agents unknown to the plan by their group included.
private struct ServedQueues {
  var byAgent: [String: [Int]] = [:]

  init(_ roster: RosterUnderAudit, need: CoverageNeed) {
    let positions = Dictionary(
      need.queues.enumerated().map { ($1.queue, $0) }, uniquingKeysWith: { first, _ in first })
    func queues(of group: String, skills: [AgentSkill]) -> [Int] {
      let known = Set(skills.map(\.skill))
      let own = (roster.groups[group]?.queues ?? []).filter { known.isEmpty || known.contains($0) }
      return Array(Set(own.compactMap { positions[$0] })).sorted()
    }
    byAgent = roster.agents.mapValues { queues(of: $0.group, skills: $0.skills) }
    for entry in roster.roster.entries where byAgent[entry.agent] == nil {
      byAgent[entry.agent] = queues(of: entry.group ?? "", skills: [])
    }
    byAgent = byAgent.filter { !$0.value.isEmpty }
  }
}
