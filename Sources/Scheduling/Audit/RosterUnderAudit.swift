public import ContactCenter

/// A roster beside everything it is judged by.
///
/// Each agent lives by their own wall clock: the day of a shift is the local date on which it starts there.
public struct RosterUnderAudit: Sendable {
  /// The entries, `off` included.
  public let roster: Roster
  /// The agents by name; of two with one name, the first.
  ///
  /// Where none were given, whoever the roster names, by their group and without contract.
  public let agents: [String: Agent]
  /// Whether agents were given: otherwise the roster is one of seats, and rules about people say nothing.
  public let knowsAgents: Bool
  /// The groups by name.
  public let groups: [String: AgentGroup]
  /// The contracts by name.
  public let contracts: [String: Contract]
  /// Stretches by agent, in order.
  public let availability: [String: [Availability]]
  /// When shifts start, which breaks they have, and the types and nights that rules speak of.
  public let rules: ShiftRules
  /// What is to be covered by interval; nil to audit people only.
  public let need: CoverageNeed?
  /// What is to be covered by shift type.
  public let cover: [TypeCover]
  /// What unevenness costs.
  public let fairness: FairnessPrices
  /// The grid of the center.
  public let grid: TimeGrid
  /// The days that are judged, each agent's by their own calendar.
  public let dates: Range<CivilDate>
  /// The shifts that start on these days, in order of agent, then start.
  public let shifts: [Shift]
  /// The shifts before, of this roster and of the one before it, in the same order.
  public let history: [Shift]
  /// Days before the first about which shifts are known.
  public let knownDaysBefore: Int
  /// Whether the roster writes breaks: without any, shifts are taken to hold those of their pattern.
  public let writesBreaks: Bool
  /// What contracts ask of a line, by contract.
  let contractRules: [String: [PricedRule]]
  /// What is wrong with a contract's rules, by contract.
  let contractProblems: [String: String]
  let zones: AgentZones

  /// Gathers a roster's shifts.
  ///
  /// - Parameters:
  ///   - roster: who works when.
  ///   - agents: the people; none for a roster of seats.
  ///   - groups: the groups.
  ///   - contracts: the contracts.
  ///   - availability: leave, wishes and published shifts.
  ///   - rules: what the plan says of shifts.
  ///   - need: what is to be covered by interval.
  ///   - grid: the grid of the center.
  ///   - previous: the roster before, which counts towards what touches the first day.
  ///   - cover: what is to be covered by shift type.
  ///   - fairness: what unevenness costs.
  ///   - dates: the days to judge; nil for all on which the roster has a shift. Shifts before are history, shifts after
  ///     are of another period and not judged.
  ///
  /// *Edge cases*: entries that end before they start are left to `NoOverlapRule` and form no shift.
  public init(
    roster: Roster, agents: [Agent], groups: [AgentGroup], contracts: [Contract],
    availability: [Availability], rules: ShiftRules, need: CoverageNeed?, grid: TimeGrid,
    previous: Roster = Roster(entries: []), cover: [TypeCover] = [],
    fairness: FairnessPrices = FairnessPrices(), dates: Range<CivilDate>? = nil
  ) {
    self.roster = roster
    knowsAgents = !agents.isEmpty
    let people = agents.isEmpty ? Self.seats(of: roster) : agents
    self.agents = Dictionary(people.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.groups = Dictionary(groups.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.contracts = Dictionary(
      contracts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.availability = Dictionary(
      grouping: availability.sorted {
        ($0.start, $0.end, $0.kind.rawValue) < ($1.start, $1.end, $1.kind.rawValue)
      }, by: \.agent)
    self.rules = rules
    self.need = need
    self.cover = cover
    self.fairness = fairness
    self.grid = grid
    writesBreaks = roster.entries.contains { $0.activity == .break || $0.activity == .lunch }
    zones = AgentZones(self.agents, center: grid.zone)
    let byContract = self.contracts.mapValues(\.splitGaps).filter { !$0.value.isEmpty }
    let gaps = byContract.isEmpty ? [:] : self.agents.compactMapValues { byContract[$0.contract] }
    let all = Self.shifts(in: roster, zones: zones, gaps: gaps)
    let days = all.map(\.date)
    let first = dates?.lowerBound ?? days.min() ?? CivilDate(daysSinceEpoch: 0)
    let end = dates?.upperBound ?? days.max()?.advanced(by: 1) ?? first
    self.dates = first..<max(first, end)
    shifts = all.filter { $0.date >= first && $0.date < end }
    let before = (all + Self.shifts(in: previous, zones: zones, gaps: gaps)).filter {
      $0.date < first
    }
    history = Set(before).sorted(by: Shift.precedes)
    knownDaysBefore = history.map { first.days(since: $0.date) }.max() ?? 0
    (contractRules, contractProblems) = Self.compiled(self.contracts)
  }

  /// Whoever a roster names, by the group they work for first.
  private static func seats(of roster: Roster) -> [Agent] {
    var seen: Set<String> = []
    return roster.entries.filter { seen.insert($0.agent).inserted }.map {
      Agent(name: $0.agent, group: $0.group ?? "", contract: "")
    }
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

  /// Minutes of a shift that are paid: all but breaks that the rules leave unpaid and the gap of a split shift.
  public func paidMinutes(of shift: Shift) -> Int {
    let pieces = shift.pieces.map { $0.seconds / 60 }
    let minutes = pieces.reduce(0, +)
    let breaks = pieces.flatMap { rules.breaks(forShiftOfMinutes: $0) }
    guard writesBreaks || isPinned(shift) else {
      return max(0, minutes - breaks.reduce(0) { $0 + ($1.isPaid ? 0 : $1.minutes) })
    }
    let unpaid = shift.entries.reduce(0) { sum, entry in
      guard entry.activity == .break || entry.activity == .lunch else { return sum }
      let rule = breaks.first { RosterActivity(rawValue: $0.name) ?? .break == entry.activity }
      return (rule?.isPaid ?? true) ? sum : sum + entry.end.seconds(since: entry.start) / 60
    }
    return max(0, minutes - unpaid)
  }

  /// When a stretch begins, by the center's wall clock, for messages.
  public func clock(_ instant: Instant) -> String { grid.zone.local(instant).text }
}
