import ContactCenter

/// Whether an agent has any line of shifts that keeps what is asked of them, and whether one would exist if some of
/// it were given up.
///
/// What can be given up are *parts*: hard rules, stretches of leave, published shifts, what is known before the period.
/// The rules' automata walk the days side by side; states of all of them that were reached are kept, each once. So the
/// answer is exact unless more than `stateLimit` are reached on a day, and then there is none.
struct LineQuestion: Sendable {
  /// Something asked of the agent that could be given up.
  struct Part: Hashable, Sendable {
    /// What kind of thing.
    enum Kind: Hashable, Sendable { case rule, history, published, hours, leave }
    var kind: Kind
    /// As findings name it: `consecutive-days at most 5`.
    var text: String
    /// The day of a published shift.
    var date: CivilDate?
  }

  /// What an agent may do on one day, and what stands against it.
  struct Day: Sendable {
    /// The shifts on offer; published ones among them.
    var shifts: [WorkLine.Shift]
    /// For a day off, then for each shift: the parts that forbid it.
    var blockers: [[Int]]
  }

  /// The parts: what is kept most dearly first.
  let parts: [Part]
  private let tables: [(part: Int, known: RuleTable, unknown: RuleTable)]
  private let historyPart: Int?
  private let days: [Day]

  /// Combined states that may be reached on a day.
  static let stateLimit = 100_000

  /// Makes a question.
  ///
  /// - Parameters:
  ///   - rules: the rules, of which only hard ones matter, each with its part.
  ///   - historyPart: the part that stands for what is known before the period; nil where nothing is.
  /// - Returns: nil where a rule has too many states for a table.
  init?(
    parts: [Part], rules: [(part: Int, rule: PricedRule)], historyPart: Int?,
    history: [WorkLine.Shift], days: [Day], period: RosterPeriod
  ) {
    self.parts = parts
    self.historyPart = historyPart
    self.days = days
    let unknown = RosterPeriod(
      firstDate: period.firstDate, days: period.days, zone: period.zone, weekend: period.weekend)
    func table(
      _ rule: PricedRule, after history: [WorkLine.Shift], in period: RosterPeriod
    ) -> RuleTable? {
      RuleTable(
        rule, starts: [rule.rule.start(after: history, in: period)], shifts: days.map(\.shifts),
        period: period, hardPrice: nil, limit: LineClass.ruleStateLimit)
    }
    var tables: [(part: Int, known: RuleTable, unknown: RuleTable)] = []
    for (part, rule) in rules where rule.isHard {
      guard let known = table(rule, after: history, in: period),
        let without = historyPart == nil ? known : table(rule, after: [], in: unknown)
      else { return nil }
      tables.append((part, known, without))
    }
    self.tables = tables
  }

  /// Whether a line exists that keeps everything but what is given up; nil where that is too much to search.
  func hasLine(without given: Set<Int>) -> Bool? {
    let isUnknown = historyPart.map(given.contains) == true
    let rules = tables.filter { !given.contains($0.part) }
      .map { isUnknown ? $0.unknown : $0.known }
    var present = [rules.map { $0.starts[0] }]
    for (table, state) in zip(rules, present[0])
    where state < 0 || !table.completion[0][Int(state)].isFinite {
      return false
    }
    for (day, options) in days.enumerated() {
      let choices = options.blockers.indices.filter { given.isSuperset(of: options.blockers[$0]) }
      var seen: Set<[Int32]> = []
      var next: [[Int32]] = []
      for states in present {
        for choice in choices {
          guard let after = Self.step(rules, from: states, day: day, choice: choice),
            seen.insert(after).inserted
          else { continue }
          next.append(after)
        }
      }
      guard !next.isEmpty else { return false }
      guard next.count <= Self.stateLimit else { return nil }
      present = next
    }
    return true
  }

  private static func step(
    _ rules: [RuleTable], from states: [Int32], day: Int, choice: Int
  ) -> [Int32]? {
    var after = states
    for index in rules.indices {
      let table = rules[index]
      let width = table.next[day].count / table.counts[day]
      after[index] = table.next[day][Int(states[index]) * width + choice]
      if after[index] < 0 { return nil }
    }
    return after
  }
}
