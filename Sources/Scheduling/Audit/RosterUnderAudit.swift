public import ContactCenter

/// A roster beside everything it is judged by.
public struct RosterUnderAudit: Sendable {
  /// One agent's time from coming to leaving: entries that touch or overlap, `off` not counted.
  public struct Shift: Hashable, Sendable {
    /// The agent's name.
    public var agent: String
    /// From the first start to the last end.
    public var stretch: Interval
    /// The local date on which it starts; its hours count there.
    public var date: CivilDate
    /// What the agent does, in order.
    public var entries: [RosterEntry]

    /// Minutes from start to end.
    public var minutes: Int { stretch.seconds / 60 }
    /// The Monday of its week.
    public var week: CivilDate { date.advanced(by: -date.weekday.rawValue) }
  }

  /// The entries, `off` included.
  public let roster: Roster
  /// The agents by name; of two with one name, the first.
  public let agents: [String: Agent]
  /// The groups by name.
  public let groups: [String: AgentGroup]
  /// The contracts by name.
  public let contracts: [String: Contract]
  /// Stretches by agent, in order.
  public let availability: [String: [Availability]]
  /// When shifts start and which breaks they have.
  public let rules: ShiftRules
  /// What is to be covered; nil to audit people only.
  public let need: CoverageNeed?
  /// The grid, whose zone says on which day a shift starts.
  public let grid: TimeGrid
  /// All shifts, in order of agent, then start.
  public let shifts: [Shift]

  /// Gathers a roster's shifts.
  ///
  /// *Edge cases*: entries that end before they start are left to `NoOverlapRule` and form no shift.
  public init(
    roster: Roster, agents: [Agent], groups: [AgentGroup], contracts: [Contract],
    availability: [Availability], rules: ShiftRules, need: CoverageNeed?, grid: TimeGrid
  ) {
    self.roster = roster
    self.agents = Dictionary(agents.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.groups = Dictionary(groups.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.contracts = Dictionary(
      contracts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.availability = Dictionary(
      grouping: availability.sorted {
        ($0.start, $0.end, $0.kind.rawValue) < ($1.start, $1.end, $1.kind.rawValue)
      }, by: \.agent)
    self.rules = rules
    self.need = need
    self.grid = grid
    var shifts: [Shift] = []
    for entry in roster.entries where entry.activity != .off && entry.start < entry.end {
      if let last = shifts.last, last.agent == entry.agent, entry.start <= last.stretch.end {
        shifts[shifts.count - 1].stretch.end = max(last.stretch.end, entry.end)
        shifts[shifts.count - 1].entries.append(entry)
      } else {
        shifts.append(
          Shift(
            agent: entry.agent, stretch: Interval(start: entry.start, end: entry.end),
            date: grid.date(of: entry.start), entries: [entry]))
      }
    }
    self.shifts = shifts
  }

  /// The contract of an agent, where both are known.
  public func contract(of agent: String) -> Contract? {
    agents[agent].flatMap { contracts[$0.contract] }
  }

  /// Whether a shift is a published one, which stays whatever its length and breaks.
  public func isPinned(_ shift: Shift) -> Bool {
    (availability[shift.agent] ?? []).contains {
      $0.kind == .pinned && $0.start == shift.stretch.start && $0.end == shift.stretch.end
    }
  }

  /// Minutes of a shift that are paid: all but breaks that the rules leave unpaid.
  public func paidMinutes(of shift: Shift) -> Int {
    let breaks = rules.breaks(forShiftOfMinutes: shift.minutes)
    let unpaid = shift.entries.reduce(0) { sum, entry in
      guard entry.activity == .break || entry.activity == .lunch else { return sum }
      let rule = breaks.first { RosterActivity(rawValue: $0.name) ?? .break == entry.activity }
      return (rule?.isPaid ?? true) ? sum : sum + entry.end.seconds(since: entry.start) / 60
    }
    return max(0, shift.minutes - unpaid)
  }

  /// When a stretch begins, by the wall clock, for messages.
  public func clock(_ instant: Instant) -> String { grid.zone.local(instant).text }
}
