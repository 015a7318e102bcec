/// Finds the cheapest line of an agent under given prices of covers.
///
/// The prices are what the rest of the roster says: marginal costs of a cover while others stand still, or duals of the
/// program over lines. Where the class has an automaton, a backward dynamic program over its states is exact and takes
/// about a nanosecond a step; otherwise a beam of the best half-finished lines is kept, and `isExact` is false.
///
/// A value holds the working memory, so that thousands of searches allocate nothing: one per thread.
struct LineSearch {
  private let problem: RosterProblem
  private var values: [Double] = []
  private var valuesAfter: [Double] = []
  private var choice: [UInt16] = []
  private var offsets: [Int] = []
  private var best: [[Double]]
  private var bestOption: [[Int32]]
  /// Steps through the days' states that were looked at so far: what a search costs, on every machine alike.
  private(set) var work = 0
  /// Half-finished lines kept per day where there is no automaton.
  var beamWidth = 600

  init(_ problem: RosterProblem) {
    self.problem = problem
    best = Array(repeating: [], count: problem.days)
    bestOption = Array(repeating: [], count: problem.days)
  }

  /// What a search found.
  struct Answer {
    var line: Line
    /// Cost of the line and prices of the covers it serves.
    var value: Double
    var isExact: Bool
  }

  /// The cheapest line; nil where the hard rules allow none.
  ///
  /// - Parameters:
  ///   - prices: added for each line that serves a cover; infinite forbids it.
  ///   - hourPrice: added for each paid hour.
  ///   - fixed: the choice of each day that is not free; nil where all are.
  mutating func cheapest(
    for member: Int, prices: [Double], hourPrice: Double = 0, fixed: [Int32?]? = nil
  ) -> Answer? {
    let agent = problem.members[member]
    let lineClass = problem.classes[agent.lineClass]
    for day in 0..<problem.days {
      weigh(
        day, of: agent, behaviors: lineClass.behaviorCount[day], prices: prices,
        hourPrice: hourPrice, fixed: fixed?[day])
    }
    if let automaton = lineClass.automaton {
      work += automaton.size
      return exact(automaton, start: automaton.starts[agent.start], agent: agent)
    }
    // Each step of the beam walks all tables and sorts: about as long as twenty of the automaton's.
    work += 20 * beamWidth * lineClass.behaviorCount.reduce(0, +) * lineClass.tables.count
    return BeamSearch(lineClass, width: beamWidth, best: best, bestOption: bestOption)
      .cheapest(from: lineClass.starts[agent.start])
      .map { found in
        Answer(
          line: Line(choices: found.choices, cost: ownCost(found.choices, found.ruleCost, agent)),
          value: found.value, isExact: false)
      }
  }

  /// The cost of a line and whether it keeps the hard rules; nil where it does not.
  func cost(of choices: [Int32], member: Int) -> Double? {
    let agent = problem.members[member]
    let lineClass = problem.classes[agent.lineClass]
    var sum = 0.0
    var states = lineClass.starts[agent.start]
    for day in 0..<problem.days {
      var behavior = 0
      if choices[day] == RosterProblem.off {
        sum += agent.offCost[day]
      } else {
        let option = agent.options[day][Int(choices[day])]
        sum += option.cost
        behavior = Int(option.behavior)
      }
      for rule in lineClass.tables.indices {
        let table = lineClass.tables[rule]
        let position = Int(states[rule]) * lineClass.behaviorCount[day] + behavior
        guard table.next[day][position] >= 0 else { return nil }
        sum += Double(table.cost[day][position])
        states[rule] = table.next[day][position]
      }
    }
    for rule in lineClass.tables.indices {
      sum += lineClass.tables[rule].completion[problem.days][Int(states[rule])]
    }
    return sum.isFinite ? sum : nil
  }

  /// The cheapest option of each behavior of a day.
  private mutating func weigh(
    _ day: Int, of agent: RosterProblem.Member, behaviors: Int, prices: [Double],
    hourPrice: Double, fixed: Int32?
  ) {
    if best[day].count != behaviors {
      best[day] = [Double](repeating: .infinity, count: behaviors)
      bestOption[day] = [Int32](repeating: RosterProblem.off, count: behaviors)
    } else {
      for behavior in 0..<behaviors { best[day][behavior] = .infinity }
    }
    if fixed == nil || fixed == RosterProblem.off { best[day][0] = agent.offCost[day] }
    for (position, option) in agent.options[day].enumerated() {
      if let fixed, fixed != Int32(position) { continue }
      let price = option.cover < 0 ? 0 : prices[Int(option.cover)]
      let value = option.cost + price + option.hours * hourPrice
      if value < best[day][Int(option.behavior)] {
        best[day][Int(option.behavior)] = value
        bestOption[day][Int(option.behavior)] = Int32(position)
      }
    }
  }

  private func ownCost(
    _ choices: [Int32], _ ruleCost: Double, _ agent: RosterProblem.Member
  ) -> Double {
    choices.indices.reduce(ruleCost) { sum, day in
      sum
        + (choices[day] == RosterProblem.off
          ? agent.offCost[day] : agent.options[day][Int(choices[day])].cost)
    }
  }

  private mutating func exact(
    _ automaton: LineAutomaton, start: Int32, agent: RosterProblem.Member
  ) -> Answer? {
    guard start >= 0 else { return nil }
    let days = automaton.days.count
    let total = automaton.counts.dropLast().reduce(0, +)
    if choice.count < total { choice = [UInt16](repeating: 0, count: total) }
    let widest = automaton.counts.max() ?? 0
    if values.count < widest {
      values = [Double](repeating: 0, count: widest)
      valuesAfter = values
    }
    for state in automaton.finish.indices { valuesAfter[state] = automaton.finish[state] }
    offsets = [0]
    for day in 0..<days { offsets.append(offsets[day] + automaton.counts[day]) }
    for day in stride(from: days - 1, through: 0, by: -1) {
      relax(automaton.days[day], states: automaton.counts[day], best: best[day], at: offsets[day])
      swap(&values, &valuesAfter)
    }
    let value = valuesAfter[Int(start)]
    guard value.isFinite else { return nil }
    var choices = [Int32](repeating: RosterProblem.off, count: days)
    var state = Int(start)
    var ruleCost = 0.0
    for day in 0..<days {
      let behavior = Int(choice[offsets[day] + state])
      if behavior > 0 { choices[day] = bestOption[day][behavior] }
      let position = state * automaton.days[day].behaviors + behavior
      ruleCost += Double(automaton.days[day].cost[position])
      state = Int(automaton.days[day].next[position])
    }
    ruleCost += automaton.finish[state]
    return Answer(
      line: Line(choices: choices, cost: ownCost(choices, ruleCost, agent)), value: value,
      isExact: true)
  }

  /// One day of the backward program: the cheapest step from each state.
  private mutating func relax(
    _ day: LineAutomaton.Day, states: Int, best: [Double], at offset: Int
  ) {
    let width = day.behaviors
    day.next.withUnsafeBufferPointer { next in
      day.cost.withUnsafeBufferPointer { cost in
        best.withUnsafeBufferPointer { best in
          valuesAfter.withUnsafeBufferPointer { after in
            values.withUnsafeMutableBufferPointer { values in
              choice.withUnsafeMutableBufferPointer { choice in
                for state in 0..<states {
                  var least = Double.infinity
                  var chosen = 0
                  let row = state * width
                  for behavior in 0..<width {
                    let target = next[row + behavior]
                    if target < 0 { continue }
                    let value =
                      best[behavior] + Double(cost[row + behavior]) + after[Int(target)]
                    if value < least {
                      least = value
                      chosen = behavior
                    }
                  }
                  values[state] = least
                  choice[offset + state] = UInt16(chosen)
                }
              }
            }
          }
        }
      }
    }
  }
}
