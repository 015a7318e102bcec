public import ContactCenter
public import Queueing

/// The law of queueing formulas, on seeded random cases from a tenth of an erlang to a thousand.
///
/// Shares are shares and add up; Little's law holds; more agents never serve worse, by any definition; a longer
/// threshold never lowers a level; the agents found are the smallest that meet the goal, and the fractional
/// number meets it exactly. Returns what is broken, in words; empty when the law holds.
public func checkQueueingFormula(
  _ formula: any QueueingFormula.Type, cases: Int, seed: UInt64,
  definitions: [ServiceLevelDefinition] = ServiceLevelDefinition.allCases
) -> [String] {
  var random = SeededNumbers(state: seed)
  var broken: [String] = []
  for _ in 0..<cases {
    do {
      let load = 0.1 * random.power(of: 10_000)
      let handle = 30 * random.power(of: 60)
      let traffic = try Traffic(
        contacts: load, inSeconds: handle, meanHandleSeconds: handle,
        meanPatienceSeconds: 5 * random.power(of: 400))
      let check = FormulaCheck(
        formula: formula, traffic: traffic, threshold: 120 * random.next(),
        definitions: definitions)
      let bottom = formula.agentsToExceed(for: traffic)
      let agents = max(bottom * 1.001 + 0.01, load * (0.5 + random.next())).rounded(.up)
      broken += try check.sums(agents) + check.order(agents) + check.thresholds(agents)
      broken += try check.search(share: 0.5 + 0.49 * random.next(), random: &random)
    } catch {
      broken.append("\(formula.name): \(error)")
    }
  }
  return broken
}

/// One case's checks.
private struct FormulaCheck {
  let formula: any QueueingFormula.Type
  let traffic: Traffic
  let threshold: Double
  let definitions: [ServiceLevelDefinition]

  func measures(_ agents: Double, threshold: Double? = nil) throws -> ServiceMeasures {
    try formula.measures(
      of: traffic, agents: agents, threshold: threshold ?? self.threshold, shortThreshold: 5)
  }

  private func failed(_ words: String, _ agents: Double) -> String {
    "\(formula.name), \(traffic), \(agents) agents, T \(threshold): \(words)"
  }

  /// Shares add up, parts are parts, and Little's law.
  func sums(_ agents: Double) throws -> [String] {
    let m = try measures(agents)
    var broken: [String] = []
    func hold(_ condition: Bool, _ words: String) {
      if !condition { broken.append(failed(words, agents)) }
    }
    hold(abs(m.answered + m.abandonment + m.blocking - 1) < 1e-10, "shares do not add up")
    hold(m.answeredWithin <= m.answered + 1e-12, "more answered in time than answered")
    hold(m.abandonedWithin <= m.abandonment + 1e-12, "more abandoned in time than abandoned")
    hold(abs(m.notAbandonedWithin - (1 - m.abandonedWithin)) < 1e-10, "two values of one share")
    for definition in definitions {
      let level = m.serviceLevel(definition)
      hold(level > -1e-12 && level < 1 + 1e-12, "\(definition) is \(level)")
    }
    let entered = traffic.arrivalsPerSecond * (1 - m.blocking) * m.meanWaitSeconds
    hold(abs(m.queueLength - entered) <= 1e-9 * max(1, entered), "Little's law")
    let busy = traffic.loadErlangs * m.answered
    hold(abs(m.occupancy * agents - busy) <= 1e-9 * max(1, busy), "occupancy is not work done")
    return broken
  }

  /// More agents, better service, half an agent at a time.
  func order(_ agents: Double) throws -> [String] {
    var broken: [String] = []
    var before = try measures(agents)
    for step in 1...6 {
      let more = agents + Double(step) / 2
      let now = try measures(more)
      for definition in definitions
      where now.serviceLevel(definition) < before.serviceLevel(definition) - 1e-10 {
        broken.append(failed("\(definition) falls with agents", more))
      }
      if now.meanWaitSeconds > before.meanWaitSeconds * (1 + 1e-10)
        || now.meanWaitAnsweredSeconds > before.meanWaitAnsweredSeconds * (1 + 1e-10)
      {
        broken.append(failed("waits rise with agents", more))
      }
      if now.abandonment > before.abandonment + 1e-12 || now.occupancy > before.occupancy + 1e-12 {
        broken.append(failed("abandonment or occupancy rises with agents", more))
      }
      before = now
    }
    return broken
  }

  /// A longer threshold never lowers a level.
  func thresholds(_ agents: Double) throws -> [String] {
    var broken: [String] = []
    var before = try measures(agents, threshold: 0)
    for part in [0.25, 0.5, 1, 2, 4, 16] {
      let now = try measures(agents, threshold: threshold * part)
      if now.answeredWithin < before.answeredWithin - 1e-10
        || now.abandonedWithin < before.abandonedWithin - 1e-10
        || now.longWaitProbability > before.longWaitProbability + 1e-10
      {
        broken.append(failed("a longer threshold lowers a level", agents))
      }
      before = now
    }
    return broken
  }

  /// The agents found are the smallest, and the fractional number meets the goal exactly.
  func search(share: Double, random: inout SeededNumbers) throws -> [String] {
    let definition = definitions[Int(random.next() * Double(definitions.count))]
    let goal = ServiceGoal(
      thresholdSeconds: threshold, serviceLevel: share, definition: definition)
    var search = AgentSearch(formula)
    let agents = try search.agents(for: traffic, goal: goal)
    var broken: [String] = []
    if goal.margin(of: try measures(Double(agents))) < 0 {
      broken.append(failed("\(agents) found for \(goal.text) do not meet it", Double(agents)))
    }
    if agents > 1, let fewer = try? measures(Double(agents - 1)), goal.margin(of: fewer) >= 0 {
      broken.append(failed("fewer than \(agents) meet \(goal.text)", Double(agents)))
    }
    let exact = search.fractionalAgents(for: traffic, goal: goal, whole: agents)
    if exact > Double(agents) || (agents > 1 && exact <= Double(agents) - 1) {
      broken.append(failed("\(exact) is not within the last agent", Double(agents)))
    }
    if agents > 1, exact > formula.agentsToExceed(for: traffic) + 0.01,
      abs(goal.margin(of: try measures(exact))) > 1e-6
    {
      broken.append(failed("\(exact) does not meet \(goal.text) exactly", exact))
    }
    return broken
  }
}

/// Steele, Lea and Flood's SplitMix64, for cases that must stay the same.
struct SeededNumbers {
  var state: UInt64

  /// A number in [0, 1).
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  /// A number in [1, top), spread evenly over its orders of magnitude.
  mutating func power(of top: Double) -> Double {
    var low = 1.0
    var high = top
    // Bisection in the logarithm without a logarithm: 40 fair coins.
    for _ in 0..<40 {
      let middle = (low * high).squareRoot()
      if next() < 0.5 { high = middle } else { low = middle }
    }
    return low
  }
}
