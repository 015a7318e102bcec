internal import ContactCenter
internal import Queueing

/// The least staff of a day or week whose contacts, taken together, meet the target.
///
/// *Formula*: over the blocks i of the span, with v contacts and n agents, find the least Σ nᵢ with
/// Σ vᵢ (Aᵢ(nᵢ) − L Cᵢ(nᵢ)) ≥ 0: A and C are the shares in the numerator and denominator of the definition, L is the
/// target. The sum is separable, so marginal analysis decides: begin at each block's floor and add agents, always where
/// one adds most. Where every term is concave from its floor on, no staff of the same size does better, and so none
/// smaller meets the target. Service is convex where far too few agents are there; agents that gain more together than
/// one by one are then added together, and at the end whoever can be spared is taken out again.
///
/// *Floor*: no block has fewer agents than its limits ask (wait, abandonment, occupancy, minimum), and none than half of
/// the target's level takes: a contract on the day is no license to leave an hour without service.
///
/// *Source*: Fox 1966, "Discrete optimization via marginal analysis", Management Science 13, 210–216,
/// doi 10.1287/mnsc.13.3.210.
struct SpanSizing {
  /// The part of the target's level that every block reaches at least.
  static let floorShare = 0.5

  /// One future of a span: each block's contacts and traffic; nil where nobody comes.
  struct Scenario {
    var contacts: [Double]
    var traffic: [Traffic?]
  }

  let sizing: WaitingSizing
  /// The level to reach over the span.
  let level: Double

  init?(_ sizing: WaitingSizing) {
    guard let level = sizing.goal.serviceLevel else { return nil }
    self.sizing = sizing
    self.level = level
  }

  /// The most agents of a block.
  var most: Int { sizing.queue.maximumAgents ?? .max }

  /// The fewest agents of each block in the traffic to size for; 0 where nobody comes.
  func floors(_ traffic: [Traffic?]) throws(QueueingError) -> [Int] {
    var goal = sizing.goal
    goal.serviceLevel = level * Self.floorShare
    var search = AgentSearch(sizing.model)
    var floors: [Int] = []
    for own in traffic {
      guard let own else {
        floors.append(0)
        continue
      }
      let servers = try search.agents(for: own, goal: goal)
      floors.append(min(most, (servers + sizing.slots - 1) / sizing.slots))
    }
    return floors
  }

  /// The agents of each block: enough in at least `risk` of the futures, in all where it is nil.
  ///
  /// *Throws*: `QueueingError.unreachable` where no number of agents reaches the level.
  /// *Complexity*: a formula evaluation per block, future and number of agents visited.
  func agents(
    floors: [Int], futures: [Scenario], risk: Double? = nil
  ) throws(QueueingError) -> [Int] {
    var gains = SpanGains(self, futures)
    var agents = floors
    var sums = gains.sums(agents)
    let allowed = risk.map { Int(((1 - $0) * Double(futures.count) + 1e-9).rounded(.down)) } ?? 0
    while sums.missed > allowed {
      guard let step = gains.best(agents, sums) else {
        if sizing.queue.maximumAgents != nil { return agents }
        throw .unreachable(
          goal: sizing.goal.text + " over the \(sizing.queue.target.span.rawValue)",
          loadErlangs: futures.first?.traffic.compactMap { $0?.loadErlangs }.max() ?? 0)
      }
      gains.change(step.block, from: agents[step.block], by: step.agents, &sums)
      agents[step.block] += step.agents
    }
    return gains.spared(agents, floors: floors, allowed: allowed)
  }

  /// The level of the contacts of a future, all blocks together; 1 where nobody comes.
  func level(_ agents: [Int], _ future: Scenario) -> Double {
    var met = 0.0
    var counted = 0.0
    for (block, traffic) in future.traffic.enumerated() {
      guard let traffic else { continue }
      let share = shares(traffic, agents: agents[block])
      met += future.contacts[block] * share.met
      counted += future.contacts[block] * share.counted
    }
    return counted > 0 ? met / counted : 1
  }

  /// The shares in the numerator and the denominator; nobody is served in time without a steady state.
  func shares(_ traffic: Traffic, agents: Int) -> (met: Double, counted: Double) {
    guard agents > 0, let measures = try? sizing.measures(of: traffic, agents: agents) else {
      return (0, 1)
    }
    let counted = sizing.goal.definition.countedShare(of: measures)
    return (measures.serviceLevel(sizing.goal.definition) * counted, counted)
  }
}

/// What blocks contribute in each future, worked out once per number of agents.
private struct SpanGains {
  private let span: SpanSizing
  private let futures: [SpanSizing.Scenario]
  /// By block and number of agents: v (A − L C) in each future.
  private var known: [[Int: [Double]]]
  /// What a shortfall is compared with: rounding of a sum as large as its contacts.
  private let slack: [Double]
  /// The best step of each block for the futures that missed when it was worked out.
  private var steps: [(agents: Int, gain: Double)?]
  private var stepsFor: [Int] = []

  /// Each future's sum over the blocks.
  struct Sums {
    var values: [Double]
    var missed: Int
  }

  init(_ span: SpanSizing, _ futures: [SpanSizing.Scenario]) {
    self.span = span
    self.futures = futures
    known = Array(repeating: [:], count: futures.first?.contacts.count ?? 0)
    steps = known.map { _ in nil }
    slack = futures.map { -1e-12 * max(1, $0.contacts.reduce(0, +)) }
  }

  mutating func values(_ block: Int, _ agents: Int) -> [Double] {
    if let values = known[block][agents] { return values }
    let values = futures.map { future -> Double in
      guard let traffic = future.traffic[block] else { return 0 }
      let share = span.shares(traffic, agents: agents)
      return future.contacts[block] * (share.met - span.level * share.counted)
    }
    known[block][agents] = values
    return values
  }

  mutating func sums(_ agents: [Int]) -> Sums {
    var sum = [Double](repeating: 0, count: futures.count)
    for block in agents.indices {
      let own = values(block, agents[block])
      for index in sum.indices { sum[index] += own[index] }
    }
    return Sums(values: sum, missed: missed(sum))
  }

  private func missed(_ sum: [Double]) -> Int {
    zip(sum, slack).count { $0 < $1 }
  }

  /// Changes the sums by a step of one block.
  mutating func change(_ block: Int, from agents: Int, by more: Int, _ sums: inout Sums) {
    let old = values(block, agents)
    let new = values(block, agents + more)
    for index in old.indices { sums.values[index] += new[index] - old[index] }
    sums.missed = missed(sums.values)
    steps[block] = nil
  }

  /// Where agents add most to the futures that still miss, per agent; nil where they add nothing.
  ///
  /// Ties go to the earlier block.
  mutating func best(_ agents: [Int], _ sums: Sums) -> (block: Int, agents: Int)? {
    let open = sums.values.indices.filter { sums.values[$0] < slack[$0] }
    if open != stepsFor {
      stepsFor = open
      steps = steps.map { _ in nil }
    }
    var best: (block: Int, agents: Int, gain: Double)?
    for block in agents.indices where futures.contains(where: { $0.traffic[block] != nil }) {
      let step = steps[block] ?? step(of: block, agents[block], open)
      steps[block] = step
      if step.gain > (best?.gain ?? 1e-14) { best = (block, step.agents, step.gain) }
    }
    return best.map { ($0.block, $0.agents) }
  }

  /// In the convex part the next agent gains more than those before: they come together.
  private mutating func step(
    of block: Int, _ agents: Int, _ open: [Int]
  ) -> (agents: Int, gain: Double) {
    let start = values(block, agents)
    var gain = 0.0
    var size = 0
    while size < 1000, agents + size < span.most {
      let next = values(block, agents + size + 1)
      let own = open.reduce(0) { $0 + next[$1] - start[$1] } / Double(size + 1)
      if size > 0, own <= gain * (1 + 1e-9) { break }
      gain = own
      size += 1
    }
    return (size, gain)
  }

  /// The staff without the agents whose absence breaks nothing: those who bring least go first.
  mutating func spared(_ agents: [Int], floors: [Int], allowed: Int) -> [Int] {
    var agents = agents
    var sum = sums(agents).values
    while true {
      var best: (block: Int, loss: Double, sum: [Double])?
      for block in agents.indices where agents[block] > floors[block] {
        let with = values(block, agents[block])
        let without = values(block, agents[block] - 1)
        let rest = sum.indices.map { sum[$0] - with[$0] + without[$0] }
        guard missed(rest) <= allowed else { continue }
        let loss = sum.indices.reduce(0) { $0 + with[$1] - without[$1] }
        if loss < best?.loss ?? .infinity { best = (block, loss, rest) }
      }
      guard let best else { return agents }
      agents[best.block] -= 1
      sum = best.sum
    }
  }
}
