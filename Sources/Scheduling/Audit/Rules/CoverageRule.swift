import ContactCenter

/// Every queue has the agents it needs in every interval, counted at each moment from who is at work.
///
/// An agent serves the queues of their group that they have the skill for; those with several are counted where they
/// help most, so nobody is counted twice. A shortage is a warning: a plan may have accepted it.
public struct CoverageRule: SchedulingRule {
  /// `coverage`.
  public let name = "coverage"

  /// Creates the rule.
  public init() {}

  /// One violation per queue and interval that is short.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    Self.shortages(in: roster).map { shortage in
      let agents = roundedToDecimals(shortage.agents, 2)
      return RuleViolation(
        rule: name, place: shortage.queue, stretch: shortage.interval,
        message: "\(agents) agents short at \(roster.clock(shortage.interval.start))",
        severity: .warning)
    }
  }

  /// What the roster leaves uncovered, by queue, then time; averaged over each interval.
  ///
  /// *Complexity*: O((entries + intervals) × kinds of agents).
  public static func shortages(in roster: RosterUnderAudit) -> [Shortage] {
    guard let need = roster.need, let first = need.intervals.first, let last = need.intervals.last
    else { return [] }
    let queuePosition = Dictionary(
      need.queues.enumerated().map { ($1.queue, $0) }, uniquingKeysWith: { first, _ in first })
    let kinds = served(in: roster, positions: queuePosition)
    let work = roster.roster.entries.filter {
      $0.activity == .work && kinds[$0.agent] != nil && $0.start < $0.end
    }
    let inside = work.flatMap { [$0.start, $0.end] }.filter { first.start < $0 && $0 < last.end }
    let moments = Set(need.intervals.map(\.start) + [last.end] + inside).sorted()
    let position = Dictionary(uniqueKeysWithValues: moments.enumerated().map { ($1, $0) })
    let allKinds = Set(kinds.values).sorted { $0.lexicographicallyPrecedes($1) }
    var change = allKinds.map { _ in [Double](repeating: 0, count: moments.count + 1) }
    for entry in work {
      guard let kind = kinds[entry.agent].flatMap({ allKinds.firstIndex(of: $0) }) else { continue }
      let from = entry.start <= first.start ? 0 : position[entry.start] ?? moments.count
      let to = entry.end >= last.end ? moments.count - 1 : position[entry.end] ?? 0
      guard from < to else { continue }
      change[kind][from] += 1
      change[kind][to] -= 1
    }
    var staff = [Double](repeating: 0, count: allKinds.count)
    var short = need.queues.map { _ in [Double](repeating: 0, count: need.intervals.count) }
    var interval = 0
    for moment in moments.indices.dropLast() {
      while need.intervals[interval].end <= moments[moment] { interval += 1 }
      for kind in staff.indices { staff[kind] += change[kind][moment] }
      let missing = ServingShortage.perQueue(
        staff: staff.indices.map { (staff[$0], allKinds[$0]) },
        needs: need.queues.map { $0.agents[interval] })
      let seconds = moments[moment + 1].seconds(since: moments[moment])
      let share = Double(seconds) / Double(need.intervals[interval].seconds)
      for (queue, agents) in missing.enumerated() { short[queue][interval] += agents * share }
    }
    return need.queues.indices.flatMap { queue in
      need.intervals.indices.compactMap { interval in
        guard short[queue][interval] > 1e-6 else { return nil }
        return Shortage(
          queue: need.queues[queue].queue, interval: need.intervals[interval],
          agents: short[queue][interval])
      }
    }
  }

  /// The positions of the queues each agent serves.
  private static func served(
    in roster: RosterUnderAudit, positions: [String: Int]
  ) -> [String: [Int]] {
    roster.agents.mapValues { agent in
      let skills = Set(agent.skills.map(\.skill))
      let queues = (roster.groups[agent.group]?.queues ?? []).filter {
        skills.isEmpty || skills.contains($0)
      }
      return Array(Set(queues.compactMap { positions[$0] })).sorted()
    }
  }
}
