/// Finds the agents that meet a goal, remembering where the last answer lay.
///
/// Over a day the safety margin β = (n − a)/√a changes slowly from one interval to the next, so the
/// previous interval's β is a guess that is usually right or one off: about two evaluations per answer,
/// whatever the load. The answer does not depend on the guess.
///
/// The search takes service as rising in agents. With patience of any law every definition does: V falls in
/// likelihood ratio, and each definition is an expectation, or a ratio of two, that falls with V. Where it does, the
/// smallest number that meets a goal is also the smallest from which on every number does. `CheckQueueingFormula`
/// and `CheckQueueingModel` try it. The few goals for which it does not (`QueueingModel.isMonotone`) are searched
/// number by number from the lowest.
public struct AgentSearch: Sendable {
  /// The formula that judges, with its parameters.
  public let model: any QueueingModel
  private var beta = 0.0
  /// The most numbers tried one by one: a goal out of reach is not searched for without end.
  private static let mostTries = 100_000

  /// Creates a search with a formula.
  public init(_ formula: any QueueingFormula.Type) { model = PlainModel(formula) }

  /// Creates a search with a formula and its parameters, such as `GeneralPatience.Model(patience: law)`.
  public init(_ model: any QueueingModel) { self.model = model }

  /// The smallest whole number of agents that meets the goal, at least 1 and the goal's minimum.
  ///
  /// It may lie far below the load where customers give up: the search goes down as well as up.
  ///
  /// *Throws*: `QueueingError.unreachable` where the most agents the model has room for (10⁸, or its
  /// lines) are not enough, or where a search number by number has met the goal with none of 10⁵;
  /// `.outOfRange` for a goal that is none.
  /// *Complexity*: about two evaluations from a good guess, O(log distance) from a bad one.
  public mutating func agents(
    for traffic: Traffic, goal: ServiceGoal
  ) throws(QueueingError) -> Int {
    try goal.validate()
    let load = traffic.loadErlangs
    let floor = lowest(for: traffic, goal: goal)
    let most = model.mostAgents
    guard floor <= most else { throw .unreachable(goal: goal.text, loadErlangs: load) }
    guard model.isMonotone(in: goal) else {
      return try firstAgents(for: traffic, goal: goal, floor: floor)
    }
    let guess = (load + beta * load.squareRoot() + 0.5).rounded(.down)
    var met = min(most, max(floor, Int(max(1, min(guess, 1e8)))))
    var failed = floor - 1
    var step = 1
    if meets(met, traffic, goal) {
      while met > floor {
        let probe = max(floor, met - step)
        guard meets(probe, traffic, goal) else {
          failed = probe
          break
        }
        met = probe
        step *= 2
      }
    } else {
      failed = met
      repeat {
        if failed >= most { throw .unreachable(goal: goal.text, loadErlangs: load) }
        met = min(most, failed + step)
        if meets(met, traffic, goal) { break }
        failed = met
        step *= 2
      } while true
    }
    while met - failed > 1 {
      let middle = failed + (met - failed) / 2
      if meets(middle, traffic, goal) { met = middle } else { failed = middle }
    }
    if met > floor { beta = (Double(met) - 0.5 - load) / load.squareRoot() }
    return met
  }

  /// The fractional number of agents that meets the goal exactly, given the smallest whole one.
  ///
  /// *Edge cases*: 0 where any number however small does; the goal's minimum does not raise it; `whole` itself
  /// where the model knows no fractions or service does not rise with agents.
  /// *Complexity*: about eight evaluations (regula falsi, Illinois variant, kept in its bracket).
  public func fractionalAgents(
    for traffic: Traffic, goal: ServiceGoal, whole: Int
  ) -> Double {
    guard model.takesFractions, model.isMonotone(in: goal) else { return Double(whole) }
    let bottom = model.agentsToExceed(for: traffic)
    var high = Double(whole)
    var low = max(high - 1, bottom)
    // A minimum number of agents may have stopped the search above the answer.
    while low > bottom, margin(low, traffic, goal) >= 0 {
      high = low
      low = max(bottom, low - max(1, (high - low) * 2))
    }
    var above = margin(high, traffic, goal)
    guard above >= 0 else { return high }
    let tiny = max(bottom * (1 + 1e-9), 1e-9)
    if low <= tiny {
      low = min(tiny, high)
      if margin(low, traffic, goal) >= 0 { return bottom == 0 ? 0 : low }
    }
    var below = margin(low, traffic, goal)
    var side = 0
    for turn in 0..<80 where high - low > 1e-9 * max(1, high) {
      // The margin is smooth and nearly straight over one agent; a bent end of the bracket would hold
      // false position back, so the value at an end that stays twice is halved, and late turns bisect.
      let part = turn < 20 ? min(max(above / (above - below), 1e-6), 1 - 1e-6) : 0.5
      let middle = high - (high - low) * part
      let value = margin(middle, traffic, goal)
      if value >= 0 {
        high = middle
        above = value
        if side > 0 { below /= 2 }
        side = 1
        if value < 2e-12 { return middle }
      } else {
        low = middle
        below = value
        if side < 0 { above /= 2 }
        side = -1
      }
    }
    return high
  }

  /// The first number that meets a goal in which service does not rise with agents: number by number, from
  /// where the parts of the goal in which it does are met.
  private mutating func firstAgents(
    for traffic: Traffic, goal: ServiceGoal, floor: Int
  ) throws(QueueingError) -> Int {
    var start = floor
    let rising = monotonePart(of: goal)
    if rising.asksForAnything { start = max(start, try agents(for: traffic, goal: rising)) }
    let last = min(max(start, model.mostAgents), start + Self.mostTries - 1)
    for agents in start...last where meets(agents, traffic, goal) {
      return agents
    }
    throw .unreachable(goal: goal.text, loadErlangs: traffic.loadErlangs)
  }

  private func monotonePart(of goal: ServiceGoal) -> ServiceGoal {
    var part = goal
    part.maximumBlocking = nil
    part.maximumAbandonment = nil
    if !model.isMonotone(in: part) { part.serviceLevel = nil }
    var one = part
    one.maximumAbandonment = goal.maximumAbandonment
    if model.isMonotone(in: one) { part = one }
    one = part
    one.maximumBlocking = goal.maximumBlocking
    return model.isMonotone(in: one) ? one : part
  }

  private func lowest(for traffic: Traffic, goal: ServiceGoal) -> Int {
    max(Int(model.agentsToExceed(for: traffic)) + 1, goal.minimumAgents)
  }

  private func meets(_ agents: Int, _ traffic: Traffic, _ goal: ServiceGoal) -> Bool {
    margin(Double(agents), traffic, goal) >= 0
  }

  private func margin(_ agents: Double, _ traffic: Traffic, _ goal: ServiceGoal) -> Double {
    goal.margin(of: traffic, agents: agents, by: model)
  }
}
