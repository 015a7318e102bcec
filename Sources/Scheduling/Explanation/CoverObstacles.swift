import ContactCenter

/// What keeps each agent of a group from work that nobody does.
///
/// Asked of a finished roster: an agent whose day is free is tried on the shift with the rest of the line as it
/// stands, and every hard rule that this line would break is an obstacle.
struct CoverObstacles: Sendable {
  /// What keeps one agent from one cover, in the order in which it is asked.
  enum Obstacle: Hashable, Sendable {
    case length
    case away
    case published
    case working
    /// Positions of the rules among those of the contract.
    case rules([Int])
    /// Nothing: another shift needs them more, or the search stopped at its limit.
    case free
  }

  private let group: GroupRoster
  private let state: RosterState

  /// Asks about a roster of a group.
  init(_ group: GroupRoster, state: RosterState) {
    self.group = group
    self.state = state
  }

  /// What keeps an agent from a cover.
  func obstacle(of member: Int, to cover: Int) -> Obstacle {
    let calendar = group.nouns.calendars[member]
    let slot = group.nouns.slots[cover]
    guard calendar.contract.allows(slot) else { return .length }
    guard calendar.canWork(slot.stretch) else { return .away }
    let options = group.problem.members[member].options
    let line = state.lines[member].choices
    guard
      let day = options.indices.first(where: { day in
        options[day].contains { $0.cover == Int32(cover) }
      }), let option = options[day].firstIndex(where: { $0.cover == Int32(cover) }),
      line.indices.contains(day)
    else { return .published }
    guard line[day] == RosterProblem.off else { return .working }
    var tried = line
    tried[day] = Int32(option)
    let broken = brokenRules(tried, member: member)
    return broken.isEmpty ? .free : .rules(broken)
  }

  /// Positions of the contract's rules that a line breaks, each asked alone.
  private func brokenRules(_ choices: [Int32], member: Int) -> [Int] {
    let agent = group.problem.members[member]
    let lineClass = group.problem.classes[agent.lineClass]
    let count = group.nouns.rules[group.nouns.calendars[member].contract.name]?.count ?? 0
    return lineClass.tables.indices.prefix(count).filter { rule in
      let table = lineClass.tables[rule]
      var at = lineClass.starts[agent.start][rule]
      for day in choices.indices {
        guard at >= 0 else { return true }
        let choice = choices[day]
        let behavior = choice < 0 ? 0 : Int(agent.options[day][Int(choice)].behavior)
        at = table.next[day][Int(at) * lineClass.behaviorCount[day] + behavior]
      }
      return at < 0 || !table.completion[choices.count][Int(at)].isFinite
    }
  }

  /// What keeps everybody from a cover, counted: "of 12 agents of front: 7 working that day, 3 kept by rest at least
  /// 11h, …".
  func reason(_ cover: Int) -> String {
    let calendars = group.nouns.calendars
    guard !calendars.isEmpty else { return "group \(group.nouns.group) has no agents" }
    var counts: [Obstacle: Int] = [:]
    var rules: [String: Int] = [:]
    for member in calendars.indices {
      let obstacle = obstacle(of: member, to: cover)
      guard case .rules(let positions) = obstacle else {
        counts[obstacle, default: 0] += 1
        continue
      }
      let terms = ContractRules.terms(of: calendars[member].contract)
      let names = positions.map { terms[$0].text }
      rules[names.joined(separator: " and "), default: 0] += 1
    }
    var parts: [String] = []
    func say(_ obstacle: Obstacle, _ words: String) {
      if let count = counts[obstacle] { parts.append("\(count) \(words)") }
    }
    say(.length, "whose contract does not allow its length")
    say(.away, "on leave or not available")
    say(.published, "with a published shift that day")
    say(.working, "working that day")
    for (names, count) in rules.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      parts.append("\(count) kept by \(names)")
    }
    say(.free, "free, but the search stopped at its limit or another shift needs them")
    return "of \(calendars.count) agents of \(group.nouns.group): " + parts.joined(separator: ", ")
  }
}
