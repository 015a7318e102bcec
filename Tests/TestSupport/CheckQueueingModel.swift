public import ContactCenter
public import Queueing

/// The law of queueing formulas with parameters, on seeded random cases as `checkQueueingFormula` draws them.
///
/// `agentsPerErlang` moves the cases to where the model is busy; `occupancyIsWork` is false where agents do more
/// than one thing at a time, `hasLines` true where an agent more is a waiting place less: then only answers within T
/// and waits must get better with agents.
public func checkQueueingModel(
  _ model: any QueueingModel, cases: Int, seed: UInt64,
  definitions: [ServiceLevelDefinition] = ServiceLevelDefinition.allCases,
  agentsPerErlang: Double = 1, occupancyIsWork: Bool = true,
  hasLines: Bool = false
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
        model: model, traffic: traffic, threshold: 120 * random.next(),
        definitions: definitions, occupancyIsWork: occupancyIsWork, hasLines: hasLines)
      let bottom = model.agentsToExceed(for: traffic)
      let wanted = max(bottom * 1.001 + 0.01, agentsPerErlang * load * (0.5 + random.next()))
      let agents = min(wanted.rounded(.up), Double(model.mostAgents))
      broken += try check.sums(agents) + check.order(agents) + check.thresholds(agents)
      broken += try check.search(share: 0.5 + 0.49 * random.next(), random: &random)
    } catch {
      broken.append("\(model.name): \(error)")
    }
  }
  return broken
}

/// One case's checks.
struct FormulaCheck {
  let model: any QueueingModel
  let traffic: Traffic
  let threshold: Double
  let definitions: [ServiceLevelDefinition]
  var occupancyIsWork = true
  var hasLines = false

  func measures(_ agents: Double, threshold: Double? = nil) throws -> ServiceMeasures {
    try model.measures(
      of: traffic, agents: agents, threshold: threshold ?? self.threshold, shortThreshold: 5)
  }

  private func failed(_ words: String, _ agents: Double) -> String {
    "\(model.name), \(traffic), \(agents) agents, T \(threshold): \(words)"
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
    let attempts = traffic.arrivalsPerSecond * m.attemptsPerContact
    let entered = attempts * (1 - m.blocking) * m.meanWaitSeconds
    hold(abs(m.queueLength - entered) <= 1e-9 * max(1, entered), "Little's law")
    let busy = traffic.loadErlangs * m.attemptsPerContact * m.answered
    hold(m.occupancy > -1e-12 && m.occupancy < 1 + 1e-12, "occupancy is \(m.occupancy)")
    hold(
      !occupancyIsWork || abs(m.occupancy * agents - busy) <= 1e-9 * max(1, busy),
      "occupancy is not work done")
    return broken
  }

  /// More agents, better service, half an agent at a time where agents may be halved.
  func order(_ agents: Double) throws -> [String] {
    var broken: [String] = []
    var before = try measures(agents)
    for step in 1...6 {
      let more = agents + Double(step) / (model.takesFractions ? 2 : 1)
      if more > Double(model.mostAgents) { break }
      let now = try measures(more)
      for definition in definitions
      where isMonotone(definition)
        && now.serviceLevel(definition) < before.serviceLevel(definition) - 1e-10
      {
        broken.append(failed("\(definition) falls with agents", more))
      }
      if now.meanWaitSeconds > before.meanWaitSeconds * (1 + 1e-10)
        || now.meanWaitAnsweredSeconds > before.meanWaitAnsweredSeconds * (1 + 1e-10)
      {
        broken.append(failed("waits rise with agents", more))
      }
      if !hasLines, now.abandonment > before.abandonment + 1e-12 {
        broken.append(failed("abandonment rises with agents", more))
      }
      if !hasLines, occupancyIsWork, now.occupancy > before.occupancy + 1e-12 {
        broken.append(failed("occupancy rises with agents", more))
      }
      before = now
    }
    return broken
  }

  private func isMonotone(_ definition: ServiceLevelDefinition) -> Bool {
    model.isMonotone(
      in: ServiceGoal(
        thresholdSeconds: threshold, serviceLevel: 0.5, definition: definition,
        shortAbandonSeconds: 5))
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
    var search = AgentSearch(model)
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
    if agents > 1, model.takesFractions, model.isMonotone(in: goal),
      exact > model.agentsToExceed(for: traffic) + 0.01,
      abs(goal.margin(of: try measures(exact))) > 1e-6
    {
      broken.append(failed("\(exact) does not meet \(goal.text) exactly", exact))
    }
    return broken
  }
}
