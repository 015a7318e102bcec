internal import ContactCenter
internal import Queueing

/// The answer for one staffing interval, with its probabilities.
struct WaitingAnswer {
  /// Agents and what they achieve at the mean forecast.
  var sized: WaitingSizing.Answer
  /// The traffic that the agents were sized for.
  var sizedFor: Traffic
  /// Agents to schedule so that enough show up, before shrinkage.
  var scheduled: Int
  /// The fewest agents a contract on the day or week allows here.
  var floor: Int?
  /// Over a day or week: the probability that its expected level reaches the target.
  var spanAdequacy: Double?
  /// Whether the agents are not those the target asks for: a ceiling or a change took others.
  var isFixed = false
  /// What the method's rate is multiplied by to give what was simulated.
  var rateScale = 1.0
  /// Where the level of the block lies at each rate, by the agents that are there.
  var ways: [(points: [TargetProbability.Point], probability: Double)] = []
  /// The columns.
  var probabilityOfTarget: Double?
  var probabilityOfAdequateStaff: Double?

  init(_ sized: WaitingSizing.Answer, sizedFor: Traffic) {
    self.sized = sized
    self.sizedFor = sizedFor
    scheduled = sized.agents
  }
}

/// The answers of all blocks of one queue; nil where nobody comes.
struct WaitingAnswers {
  var blocks: [WaitingAnswer?]
  /// What iterative staffing found.
  var iteration: IterativeStaffing.Answer?

  init(_ loads: WaitingLoads) { blocks = loads.profile.blocks.map { _ in nil } }

  /// Bounds the agents by the queue's ceiling, then changes them as asked, and tells what the others achieve.
  mutating func fix(
    _ sizing: WaitingSizing, change: (@Sendable (Int) -> Int)?
  ) throws(QueueingError) {
    for block in blocks.indices {
      guard var answer = blocks[block] else { continue }
      let asked = answer.sized.agents
      let bounded = min(asked, sizing.queue.maximumAgents ?? asked)
      let agents = max(0, change?(bounded) ?? bounded)
      answer.sized.missing += asked - bounded
      answer.isFixed = answer.sized.missing > 0 || agents != asked
      if agents != asked {
        answer.sized.agents = agents
        answer.sized.measures = try sizing.achieved(of: answer.sized.traffic, agents: agents)
        answer.scheduled = agents
        answer.spanAdequacy = nil
      }
      blocks[block] = answer
    }
  }

  /// Works out the agents to schedule and the two probabilities, which mix over those who show up.
  ///
  /// To schedule, with absence a: with a risk, the fewest N of whom enough show up and the forecast stays low enough,
  /// together with that probability; without one the fewest whose service, in expectation over who shows up, meets the
  /// target and its limits. Over days and weeks, with `isa` and under a ceiling: the fewest whose expected level is
  /// that of the agents required.
  mutating func addScheduled(
    _ loads: WaitingLoads, _ sizing: WaitingSizing, _ options: StaffingOptions
  ) {
    let show = ShowRate(absence: options.absence?.value ?? 0)
    for block in blocks.indices {
      guard var answer = blocks[block] else { continue }
      var presence = Presence(
        answer: answer, spread: loads.spreads[block], sizing: sizing,
        seconds: loads.profile.blocks[block].seconds)
      let isAlone =
        answer.spanAdequacy == nil && iteration == nil && !answer.isFixed
      answer.scheduled = show.scheduled(forRequired: answer.sized.agents) { scheduled in
        let present = show.present(of: scheduled)
        if isAlone, let risk = options.risk {
          return presence.adequacy(present) >= risk.value - 1e-12
        }
        return isAlone ? presence.meetsGoal(present) : presence.isAsGood(present)
      }
      let present = show.present(of: answer.scheduled)
      answer.probabilityOfAdequateStaff = answer.spanAdequacy ?? presence.adequacy(present)
      if let target = sizing.goal.serviceLevel {
        let probability = TargetProbability(
          target: target, goal: sizing.goal, seconds: loads.profile.blocks[block].seconds)
        answer.ways = present.map { agents, share in
          (
            probability.points(
              sizing.fluctuating(answer.sized.traffic),
              agents: Double(agents * sizing.queue.sessions),
              contacts: loads.contacts[block], factors: loads.factors[block],
              measures: answer.sized.measures), share
          )
        }
        answer.probabilityOfTarget = answer.ways.reduce(0) {
          $0 + $1.probability * probability.probability(of: $1.points)
        }
      }
      blocks[block] = answer
    }
  }

  /// What iterative staffing has to say: how sure its levels are.
  func findings(_ queue: Queue) -> [Finding] {
    guard let iteration else { return [] }
    let rows = iteration.rows.compactMap { $0 }
    let widest = rows.map(\.error).max() ?? 0
    let least = rows.min { $0.serviceLevel < $1.serviceLevel }
    let level = least.map {
      ", the lowest \(Share(roundedToDecimals($0.serviceLevel, 4)).text) ± "
        + Share(roundedToDecimals($0.error, 4)).text
    }
    return [
      Finding(
        .note, code: "staffing.simulated",
        "queue \(queue.name) is staffed by simulation in \(iteration.rounds) rounds: service levels of "
          + "intervals are within ± \(Share(roundedToDecimals(widest, 4)).text) (95 %)\(level ?? "")",
        place: queue.name,
        advice: widest > 0.02 ? "Maybe ask for more replications." : "")
    ]
  }
}

/// What the agents of a block who are present achieve.
private struct Presence {
  let answer: WaitingAnswer
  let spread: RateSpread?
  let sizing: WaitingSizing
  let seconds: Double
  private var adequate: [Int: Double] = [:]
  private var known: [Int: ServiceMeasures?] = [:]

  init(answer: WaitingAnswer, spread: RateSpread?, sizing: WaitingSizing, seconds: Double) {
    self.answer = answer
    self.spread = spread
    self.sizing = sizing
    self.seconds = seconds
  }

  /// The probability that those present meet the target in expectation, given the forecast.
  mutating func adequacy(_ present: [(agents: Int, probability: Double)]) -> Double {
    min(1, present.reduce(0) { $0 + $1.probability * adequacy(of: $1.agents) })
  }

  private mutating func adequacy(of agents: Int) -> Double {
    if let value = adequate[agents] { return value }
    var value = 0.0
    if agents > 0 {
      let servable = sizing.servable(by: agents, traffic: answer.sizedFor)
      if let spread {
        let rate = answer.sizedFor.arrivalsPerSecond * servable / answer.rateScale
        value = spread.probability(atMost: rate * (1 + 1e-12))
      } else {
        value = servable >= 1 ? 1 : 0
      }
    }
    adequate[agents] = value
    return value
  }

  /// Whether the goal is met in expectation over who is there.
  mutating func meetsGoal(_ present: [(agents: Int, probability: Double)]) -> Bool {
    guard sizing.goal.asksForAnything else {
      let mean = present.reduce(0) { $0 + $1.probability * Double($1.agents) }
      return mean >= Double(answer.sized.agents) - 1e-9
    }
    let goal = sizing.goal
    var (level, counted, abandoned, wait, answered, occupancy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for (agents, probability) in present {
      guard let measures = measures(of: agents) else {
        // Nobody there, or more work than they can do for ever: none in time, the interval long.
        counted += probability
        abandoned += sizing.queue.patience == nil ? 0 : probability
        wait += probability * seconds
        answered += probability
        occupancy += probability
        continue
      }
      let share = goal.definition.countedShare(of: measures)
      level += probability * measures.serviceLevel(goal.definition) * share
      counted += probability * share
      abandoned += probability * measures.abandonment
      wait += probability * measures.answered * measures.meanWaitAnsweredSeconds
      answered += probability * measures.answered
      occupancy += probability * measures.occupancy
    }
    let slack = 1e-12
    return level >= (goal.serviceLevel ?? 0) * counted - slack
      && abandoned <= (goal.maximumAbandonment ?? 1) + slack
      && wait <= (goal.maximumASASeconds ?? .infinity) * max(answered, 1e-300) + slack
      && occupancy <= (goal.maximumOccupancy ?? 1) + slack
  }

  /// Whether those present reach in expectation the level of the agents required.
  mutating func isAsGood(_ present: [(agents: Int, probability: Double)]) -> Bool {
    let definition = sizing.goal.definition
    let asked = measures(of: answer.sized.agents)?.serviceLevel(definition) ?? 0
    let level = present.reduce(0) {
      $0 + $1.probability * (measures(of: $1.agents)?.serviceLevel(definition) ?? 0)
    }
    // As close to 1 as the required agents come, a level cannot be reached by any number who may all be away.
    return level >= min(asked, 1 - 1e-6) - 1e-9
  }

  private mutating func measures(of agents: Int) -> ServiceMeasures? {
    if let value = known[agents] { return value }
    let value =
      agents > 0 ? try? sizing.measures(of: answer.sizedFor, agents: agents) : nil
    known[agents] = .some(value)
    return value
  }
}
