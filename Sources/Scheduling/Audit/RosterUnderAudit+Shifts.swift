public import ContactCenter

extension RosterUnderAudit {
  /// One agent's time from coming to leaving: entries that touch or overlap, `off` not counted.
  ///
  /// Two such stretches are one shift where the time between them is a gap that a split shift of the agent's contract
  /// may have.
  public struct Shift: Hashable, Sendable {
    /// The agent's name.
    public var agent: String
    /// From the first start to the last end.
    public var stretch: Interval
    /// The agent's own date on which it starts; its hours count there.
    public var date: CivilDate
    /// What the agent does, in order.
    public var entries: [RosterEntry]
    /// The time between the halves of a split shift; nil for a shift of one piece.
    public var gap: Interval?

    /// Minutes from start to end; the gap of a split shift is among them.
    public var minutes: Int { stretch.seconds / 60 }
    /// The stretches that have breaks of their own: the shift, or the halves of a split one.
    public var pieces: [Interval] {
      guard let gap else { return [stretch] }
      return [
        Interval(start: stretch.start, end: gap.start), Interval(start: gap.end, end: stretch.end),
      ]
    }
    /// The Monday of its week.
    public var week: CivilDate { date.advanced(by: -date.weekday.rawValue) }

    /// Orders by agent, then start, then end.
    static func precedes(_ one: Shift, _ other: Shift) -> Bool {
      (one.agent, one.stretch.start, one.stretch.end)
        < (other.agent, other.stretch.start, other.stretch.end)
    }
  }

  /// The days of the first and the last shift of a roster, each by the wall clock of its agent; nil where nobody works.
  public static func workedDays(
    of roster: Roster, agents: [Agent], grid: TimeGrid
  ) -> ClosedRange<CivilDate>? {
    let byName = Dictionary(agents.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let days = shifts(in: roster, zones: AgentZones(byName, center: grid.zone)).map(\.date)
    return days.min().flatMap { first in days.max().map { first...$0 } }
  }

  /// The shifts of a roster, in order of agent, then start.
  ///
  /// - Parameter gaps: seconds that the gaps of split shifts may have, by agent.
  static func shifts(
    in roster: Roster, zones: AgentZones, gaps: [String: [ClosedRange<Int>]] = [:]
  ) -> [Shift] {
    var shifts: [Shift] = []
    for entry in roster.entries where entry.activity != .off && entry.start < entry.end {
      if let last = shifts.last, last.agent == entry.agent, entry.start <= last.stretch.end {
        shifts[shifts.count - 1].stretch.end = max(last.stretch.end, entry.end)
        shifts[shifts.count - 1].entries.append(entry)
      } else if let last = shifts.last, last.agent == entry.agent, last.gap == nil,
        let own = gaps[entry.agent],
        own.contains(where: { $0.contains(entry.start.seconds(since: last.stretch.end)) })
      {
        shifts[shifts.count - 1].gap = Interval(start: last.stretch.end, end: entry.start)
        shifts[shifts.count - 1].stretch.end = entry.end
        shifts[shifts.count - 1].entries.append(entry)
      } else {
        shifts.append(
          Shift(
            agent: entry.agent, stretch: Interval(start: entry.start, end: entry.end),
            date: zones.zone(of: entry.agent).local(entry.start).date, entries: [entry]))
      }
    }
    return shifts
  }
}

/// The wall clock each agent lives by: their own where the agents file names one, else the center's.
struct AgentZones: Sendable {
  private let center: ZoneRules
  private let own: [String: ZoneRules]
  /// Agents whose zone is not known to this machine, with the name it has.
  let unknown: [String: String]

  init(_ agents: [String: Agent], center: ZoneRules) {
    self.center = center
    var own: [String: ZoneRules] = [:]
    var unknown: [String: String] = [:]
    for agent in agents.values {
      guard let name = agent.timeZone, name != center.identifier else { continue }
      if let zone = try? ZoneRules.named(name) {
        own[agent.name] = zone
      } else {
        unknown[agent.name] = name
      }
    }
    self.own = own
    self.unknown = unknown
  }

  func zone(of agent: String) -> ZoneRules { own[agent] ?? center }
}
