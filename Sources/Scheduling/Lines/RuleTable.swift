import ContactCenter

/// One rule over one period as a finite automaton: every state it can reach on each day, where each shift leads, and
/// what that costs.
///
/// States with the same future are one: the table is built forward from the start states and then minimized backward
/// (Moore's partition by layers), so a rule may remember more than it needs without slowing the search.
///
/// *Source*: E. F. Moore, "Gedanken-experiments on sequential machines", Automata Studies (1956) 129–153.
struct RuleTable: Sendable {
  /// States at the start of each day, and after the last.
  private(set) var counts: [Int]
  /// For each day, the state after it by state × choices + choice; -1 where the rule forbids it.
  ///
  /// Choice 0 is a day off, choice n the n-th shift of the day.
  private(set) var next: [[Int32]]
  /// What each of these steps costs.
  private(set) var cost: [[Float]]
  /// The least that each state at the start of each day still costs; infinite where nothing allowed is left.
  private(set) var completion: [[Double]]
  /// The state each start leads to, in the order they were given.
  private(set) var starts: [Int32]

  /// Builds the table.
  ///
  /// - Parameters:
  ///   - rule: the rule and its price.
  ///   - starts: the rule's states before the first day.
  ///   - shifts: the distinct shifts of each day.
  ///   - hardPrice: what a unit outside a hard rule costs; nil where it is forbidden.
  ///   - limit: the most states a day may have.
  /// - Returns: nil where a day has more states than `limit`.
  init?(
    _ rule: PricedRule, starts: [Int], shifts: [[WorkLine.Shift]], period: RosterPeriod,
    hardPrice: Double?, limit: Int
  ) {
    var index: [Int: Int32] = [:]
    var states: [Int] = []
    for start in starts where index[start] == nil {
      index[start] = Int32(states.count)
      states.append(start)
    }
    self.starts = starts.compactMap { index[$0] }
    counts = [states.count]
    next = []
    cost = []
    completion = []
    let price = rule.price ?? hardPrice
    for day in shifts.indices {
      let choices = shifts[day].count + 1
      var after: [Int: Int32] = [:]
      var found: [Int] = []
      var row = [Int32](repeating: -1, count: states.count * choices)
      var costs = [Float](repeating: 0, count: states.count * choices)
      for (position, state) in states.enumerated() {
        for choice in 0..<choices {
          let shift = choice == 0 ? nil : shifts[day][choice - 1]
          let step = rule.rule.step(from: state, day: day, shift: shift, in: period)
          guard let stepCost = Self.cost(of: step.amount, at: price) else { continue }
          let target = after[step.state] ?? Int32(found.count)
          if Int(target) == found.count {
            after[step.state] = target
            found.append(step.state)
          }
          row[position * choices + choice] = target
          costs[position * choices + choice] = stepCost
        }
      }
      guard found.count <= limit else { return nil }
      next.append(row)
      cost.append(costs)
      states = found
      counts.append(found.count)
    }
    let last = states.map { state -> Double in
      Self.cost(of: rule.rule.finish(from: state, in: period), at: price).map { Double($0) }
        ?? .infinity
    }
    minimize(finish: last, choices: shifts.map { $0.count + 1 })
  }

  /// The cost of an amount outside; nil where it is forbidden.
  private static func cost(of amount: Double, at price: Double?) -> Float? {
    guard amount > 1e-9 else { return 0 }
    return price.map { Float($0 * amount) }
  }

  /// Joins states with the same future, from the last day to the first, and drops what leads nowhere.
  private mutating func minimize(finish: [Double], choices: [Int]) {
    var classes = Self.classes(of: finish.map { [$0.bitPattern] })
    completion = [[Double]](repeating: [], count: choices.count + 1)
    completion[choices.count] = classes.members.map { finish[$0] }
    counts[choices.count] = classes.members.count
    for day in choices.indices.reversed() {
      let width = choices[day]
      for position in next[day].indices where next[day][position] >= 0 {
        let target = classes.of[Int(next[day][position])]
        // A step into a state from which nothing allowed is left is forbidden itself.
        next[day][position] = completion[day + 1][target].isFinite ? Int32(target) : -1
      }
      let signatures = (0..<counts[day]).map { state in
        (state * width..<(state + 1) * width).map { position -> UInt64 in
          let target = next[day][position]
          let bits = target < 0 ? 0 : cost[day][position].bitPattern
          return UInt64(UInt32(bitPattern: target)) << 32 | UInt64(bits)
        }
      }
      classes = Self.classes(of: signatures)
      next[day] = classes.members.flatMap { next[day][$0 * width..<($0 + 1) * width] }
      cost[day] = classes.members.flatMap { cost[day][$0 * width..<($0 + 1) * width] }
      counts[day] = classes.members.count
      completion[day] = (0..<counts[day]).map { state in
        var best = Double.infinity
        for position in state * width..<(state + 1) * width where next[day][position] >= 0 {
          best = min(
            best, Double(cost[day][position]) + completion[day + 1][Int(next[day][position])])
        }
        return best
      }
    }
    starts = starts.map { Int32(classes.of[Int($0)]) }
  }

  /// Items with equal signatures together, classes in order of their first member.
  private static func classes(of signatures: [[UInt64]]) -> (of: [Int], members: [Int]) {
    var known: [[UInt64]: Int] = [:]
    var members: [Int] = []
    let of = signatures.indices.map { item in
      if let found = known[signatures[item]] { return found }
      known[signatures[item]] = members.count
      members.append(item)
      return members.count - 1
    }
    return (of, members)
  }

  /// The same table with only some choices of each day: those that stand for all that behave alike.
  func selecting(_ choices: [[Int]]) -> RuleTable {
    var copy = self
    for day in choices.indices {
      let width = counts[day] == 0 ? 0 : next[day].count / counts[day]
      copy.next[day] = (0..<counts[day]).flatMap { state in
        choices[day].map { next[day][state * width + $0] }
      }
      copy.cost[day] = (0..<counts[day]).flatMap { state in
        choices[day].map { cost[day][state * width + $0] }
      }
    }
    return copy
  }

  /// Where a choice leads from every state of a day, and what it costs: equal columns behave alike under this rule.
  func column(_ choice: Int, day: Int) -> [UInt64] {
    let width = counts[day] == 0 ? 0 : next[day].count / counts[day]
    return (0..<counts[day]).map { state in
      let position = state * width + choice
      let bits = next[day][position] < 0 ? 0 : cost[day][position].bitPattern
      return UInt64(UInt32(bitPattern: next[day][position])) << 32 | UInt64(bits)
    }
  }
}
