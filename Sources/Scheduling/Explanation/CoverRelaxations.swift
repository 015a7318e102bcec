import ContactCenter

/// What would cover work that nobody does: one rule of a contract made milder, one agent's leave, one agent more.
///
/// Each is tried on the finished roster: agents in order of name get the best line that the milder rules allow while
/// the others stand still, so what it is said to buy can really be had; more may be found by a new search. Only rules
/// that keep somebody from uncovered work are tried, those that keep the most first, and no more than `trialLimit`.
struct CoverRelaxations {
  /// One relaxation and what it buys.
  struct Gain: Hashable, Sendable {
    /// What is done: `consecutive-days at most 5 of contract full-time relaxed to at most 6`.
    var change: String
    /// Paid hours that are covered thereby.
    var hours: Double
  }

  private let group: GroupRoster
  private let state: RosterState
  private let uncoveredPrice: Double

  /// Relaxations that are tried in one group.
  static let trialLimit = 24

  /// Asks about a roster of a group.
  init(_ group: GroupRoster, state: RosterState, uncoveredPrice: Double) {
    self.group = group
    self.state = state
    self.uncoveredPrice = uncoveredPrice
  }

  /// Covers that lack agents.
  var uncovered: [Int] {
    group.problem.covers.indices.filter { state.counts[$0] < group.problem.covers[$0].need }
  }

  /// Paid hours that nobody works.
  func uncoveredHours(_ counts: [Int]) -> Double {
    group.problem.covers.indices.reduce(0) { sum, cover in
      let short = max(0, group.problem.covers[cover].need - counts[cover])
      return sum + Double(short * group.nouns.slots[cover].paidMinutes) / 60
    }
  }

  /// What helps, the most first; empty where nothing alone does.
  func gains() throws(RuleTermsError) -> [Gain] {
    let short = uncovered
    guard !short.isEmpty else { return [] }
    var result: [Gain] = []
    var trials = Self.trialLimit
    for contract in contracts() {
      result += try contractGains(contract, short: short, trials: &trials)
    }
    for (member, leave) in blockingLeave(short).prefix(4) where trials > 0 {
      trials -= 1
      var calendar = group.nouns.calendars[member]
      calendar.giveUp(leave)
      let date = group.nouns.grid.date(of: leave.start).text
      result.append(
        Gain(
          change: "leave of \(calendar.agent.name) from \(date) given up",
          hours: hours(of: [member: calendar], rules: group.nouns.rules)))
    }
    for contract in contracts().prefix(3) {
      result.append(
        Gain(change: "one agent more under contract \(contract.name)", hours: newcomer(contract)))
    }
    return result.filter { $0.hours > 1e-9 }
      .sorted { ($1.hours, $0.change) < ($0.hours, $1.change) }
  }

  /// The contracts of the group, those with most agents first.
  private func contracts() -> [Contract] {
    let byName = Dictionary(grouping: group.nouns.calendars, by: \.contract.name)
    let names = byName.keys.sorted {
      (byName[$1]?.count ?? 0, $0) < (byName[$0]?.count ?? 0, $1)
    }
    return names.compactMap { byName[$0]?.first?.contract }
  }

  private func members(of contract: Contract) -> [Int] {
    group.nouns.calendars.indices.filter {
      group.nouns.calendars[$0].contract.name == contract.name && !group.contradicted.contains($0)
    }
  }

  /// What one contract's rules made milder buy: by one step, or given up where a step buys nothing.
  private func contractGains(
    _ contract: Contract, short: [Int], trials: inout Int
  ) throws(RuleTermsError) -> [Gain] {
    let obstacles = CoverObstacles(group, state: state)
    let members = members(of: contract)
    var kept: [Int: Int] = [:]
    for cover in short {
      for member in members {
        guard case .rules(let positions) = obstacles.obstacle(of: member, to: cover) else {
          continue
        }
        for position in positions { kept[position, default: 0] += 1 }
      }
    }
    func gain(_ relaxation: ContractRelaxation) -> Gain {
      var calendars: [Int: AgentCalendar] = [:]
      for member in members {
        calendars[member] = group.nouns.calendars[member]
        calendars[member]?.contract = relaxation.contract
      }
      return Gain(
        change: "in contract \(contract.name), \(relaxation.change)",
        hours: hours(of: calendars, rules: [contract.name: relaxation.rules]))
    }
    var result: [Gain] = []
    let lengths = Set(
      short.map { group.nouns.slots[$0] }.filter { !contract.allows($0) }.map(\.minutes))
    for minutes in lengths.sorted() where trials > 0 && !members.isEmpty {
      trials -= 1
      result.append(gain(try ContractRelaxation.allowing(minutes, in: contract)))
    }
    let steps = try ContractRelaxation.steps(of: contract)
    let removals = try ContractRelaxation.removals(of: contract)
    for position in kept.keys.sorted(by: { (kept[$1] ?? 0, $0) < (kept[$0] ?? 0, $1) }) {
      var best: Gain?
      for relaxation in steps.filter({ $0.position == position }) where trials > 0 {
        trials -= 1
        let found = gain(relaxation)
        if found.hours > best?.hours ?? 0 { best = found }
      }
      if best == nil, trials > 0, let removal = removals.first(where: { $0.position == position }) {
        trials -= 1
        best = gain(removal)
      }
      if let best { result.append(best) }
    }
    return result
  }

  /// Stretches of leave that keep agents from uncovered work, those in the way of the most first.
  private func blockingLeave(_ short: [Int]) -> [(member: Int, leave: Interval)] {
    var found: [(member: Int, leave: Interval, count: Int)] = []
    for (member, calendar) in group.nouns.calendars.enumerated() {
      for leave in calendar.leave {
        let count = short.count { cover in
          let slot = group.nouns.slots[cover]
          return calendar.contract.allows(slot) && leave.overlapSeconds(with: slot.stretch) > 0
        }
        if count > 0 { found.append((member, leave, count)) }
      }
    }
    return found.sorted {
      ($1.count, $0.member, $0.leave.start) < ($0.count, $1.member, $1.leave.start)
    }
    .map { ($0.member, $0.leave) }
  }

  /// Paid hours that are covered once some agents have other calendars and rules.
  private func hours(of calendars: [Int: AgentCalendar], rules: [String: [PricedRule]]) -> Double {
    let members = calendars.keys.sorted()
    var nouns = group.nouns
    nouns.calendars = members.compactMap { calendars[$0] }
    nouns.rules = rules
    let relaxed = GroupRoster(nouns, uncoveredPrice: uncoveredPrice)
    var search = LineSearch(relaxed.problem)
    var counts = state.counts
    let before = uncoveredHours(counts)
    for (position, member) in members.enumerated() where !relaxed.contradicted.contains(position) {
      let old = state.lines[member]
      let own = group.problem.coversOf(old, member: member)
      for cover in own { counts[cover] -= 1 }
      let prices = counts.indices.map { relaxed.problem.priceOfOneMore($0, at: counts[$0]) }
      let value = own.reduce(old.cost) { $0 + prices[$1] }
      if let answer = search.cheapest(for: position, prices: prices), answer.value < value - 1e-6 {
        for cover in relaxed.problem.coversOf(answer.line, member: position) { counts[cover] += 1 }
      } else {
        for cover in own { counts[cover] += 1 }
      }
    }
    return max(0, before - uncoveredHours(counts))
  }

  /// Paid hours that one more agent of a contract covers.
  private func newcomer(_ contract: Contract) -> Double {
    let agent = Agent(name: "newcomer", group: group.nouns.group, contract: contract.name)
    var nouns = group.nouns
    nouns.calendars = [AgentCalendar(agent, contract: contract, availability: [])]
    nouns.history = [:]
    let alone = GroupRoster(nouns, uncoveredPrice: uncoveredPrice)
    guard alone.contradicted.isEmpty else { return 0 }
    var search = LineSearch(alone.problem)
    let prices = state.counts.indices.map { alone.problem.priceOfOneMore($0, at: state.counts[$0]) }
    guard let line = search.cheapest(for: 0, prices: prices)?.line else { return 0 }
    var counts = state.counts
    for cover in alone.problem.coversOf(line, member: 0) { counts[cover] += 1 }
    return max(0, uncoveredHours(state.counts) - uncoveredHours(counts))
  }
}
