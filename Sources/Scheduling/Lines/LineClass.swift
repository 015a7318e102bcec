import ContactCenter

/// Agents for whom the same rules hold over the same days: the automata of their rules, shared.
///
/// Shifts of a day that no rule tells apart are one *behavior*; behavior 0 is a day off. Where the rules' automata have
/// a product of moderate size, it is built once (`LineAutomaton`), and the best line of an agent is exact; otherwise
/// a beam search walks the automata side by side.
struct LineClass: Sendable {
  let days: Int
  let tables: [RuleTable]
  /// Behavior of each choice of each day; choice 0, a day off, is behavior 0 or shares it with nothing else.
  let behaviorOf: [[Int]]
  /// Behaviors of each day.
  let behaviorCount: [Int]
  /// The product; nil where it is too large.
  let automaton: LineAutomaton?
  /// States of all rules at the start of each agent, in the order of the class.
  let starts: [[Int32]]

  /// Names of rules with too many states for a table.
  let tooLarge: Set<String>

  /// The most states that one rule may have on a day.
  static let ruleStateLimit = 60_000

  /// Builds the automata.
  ///
  /// - Parameters:
  ///   - rules: hard and soft.
  ///   - histories: the known shifts before the period of each agent of the class.
  ///   - shifts: the distinct shifts of each day.
  ///   - hardPrice: what a unit outside a hard rule costs; nil where it is forbidden.
  ///   - sizeLimit: the most steps that the product may hold.
  ///
  /// A rule that alone has too many states is left out and named in `tooLarge`.
  init(
    rules: [PricedRule], histories: [[WorkLine.Shift]], shifts: [[WorkLine.Shift]],
    period: RosterPeriod, hardPrice: Double?, sizeLimit: Int
  ) {
    days = period.days
    var tables: [RuleTable] = []
    var tooLarge: Set<String> = []
    for rule in rules {
      let starts = histories.map { rule.rule.start(after: $0, in: period) }
      let table = RuleTable(
        rule, starts: starts, shifts: shifts, period: period, hardPrice: hardPrice,
        limit: Self.ruleStateLimit)
      if let table { tables.append(table) } else { tooLarge.insert(rule.rule.name) }
    }
    self.tooLarge = tooLarge
    var behaviorOf: [[Int]] = []
    var selected: [[Int]] = []
    for day in shifts.indices {
      // A day off stays apart: it costs and covers differently whatever the rules say.
      var known: [[UInt64]: Int] = [:]
      var chosen = [0]
      var of = [0]
      for choice in 1..<(shifts[day].count + 1) {
        let column = tables.flatMap { $0.column(choice, day: day) }
        if let found = known[column] {
          of.append(found)
        } else {
          known[column] = chosen.count
          of.append(chosen.count)
          chosen.append(choice)
        }
      }
      behaviorOf.append(of)
      selected.append(chosen)
    }
    self.behaviorOf = behaviorOf
    behaviorCount = selected.map(\.count)
    self.tables = tables.map { $0.selecting(selected) }
    let starts = histories.indices.map { agent in tables.map { $0.starts[agent] } }
    self.starts = starts
    automaton = LineAutomaton(
      self.tables, behaviors: behaviorCount, starts: starts, sizeLimit: sizeLimit)
  }
}
