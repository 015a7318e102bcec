internal import ContactCenter
internal import Queueing
internal import Simulation

/// `isa`: staffing and simulation in turns until every interval meets its target.
///
/// The queue alone, on the routing core: its own rates, handle times and patience with their shapes, and agents who
/// finish their contact when they are no longer needed. It begins with `mol`. From the level simulated in a block follows
/// the steady rate at which the formula would give that level to the agents who were there; the block is sized anew for
/// that rate with all its limits. Every round sees the same customers (common random numbers), so rounds differ by agents
/// alone. It ends when nothing changes; where it goes in a circle, each block takes its largest number of the circle.
///
/// Feldman et al. size for a delay probability and read it off the simulated number in system; the equivalent rate takes
/// any target in its place, thresholds and patience included, and keeps their fixed point: every interval just meets.
///
/// *Edge cases*: shares of 0 and 1 tell no rate; the rate is looked for within a fifth and five times of `mol`'s.
/// *Complexity*: up to 12 rounds of `replications` simulated horizons.
/// *Source*: Feldman, Mandelbaum, Massey and Whitt 2008, "Staffing of time-varying queues to achieve time-stable
/// performance", Management Science 54, 324–338, doi 10.1287/mnsc.1070.0821.
struct IterativeStaffing {
  /// The most rounds.
  static let rounds = 12

  /// What the last round found.
  struct Answer {
    /// Agents of each block; the minimum where nobody comes.
    var agents: [Int]
    /// The steady rate of each block that gives its level, in arrivals per second.
    var rates: [Double]
    /// What was simulated, by block.
    var rows: [Row?]
    /// Rounds of sizing.
    var rounds: Int
  }

  /// One block's simulated service at the mean forecast.
  struct Row {
    var serviceLevel: Double
    /// 95 % half-width.
    var error: Double
    var asaSeconds: Double?
    var abandonment: Double?
    var occupancy: Double?
  }

  let loads: WaitingLoads
  var sizing: WaitingSizing
  let options: StaffingOptions

  /// Staffs every block.
  ///
  /// *Throws*: `SimulationError` as text where the queue cannot be simulated, and what sizing throws.
  mutating func answer() throws(IterationFault) -> Answer {
    let sized = loads.sized
    var agents: [Int] = []
    for block in loads.profile.blocks.indices {
      agents.append(try size(block, rate: sized[block]))
    }
    var seen = [agents]
    var count = 0
    while count < Self.rounds {
      count += 1
      let rows = try simulate(agents, scale: sizedScale)
      var next = agents
      for (block, row) in rows.enumerated() {
        guard let row else { continue }
        next[block] = try size(
          block, rate: rate(block, agents[block], level: row.serviceLevel, near: sized[block]))
      }
      if next == agents { break }
      agents = next
      if let first = seen.firstIndex(of: agents) {
        for other in seen[first...] { agents = zip(agents, other).map { max($0, $1) } }
        break
      }
      seen.append(agents)
    }
    let rows = try simulate(agents, scale: loads.contacts.map { _ in 1 })
    let rates = rows.enumerated().map { block, row in
      row.map {
        rate(block, agents[block], level: $0.serviceLevel, near: loads.expected[block])
      } ?? loads.expected[block]
    }
    return Answer(agents: agents, rates: rates, rows: rows, rounds: count)
  }

  /// What a block's volumes are multiplied by when it is staffed for a risk.
  private var sizedScale: [Double] {
    zip(loads.sized, loads.expected).map { $1 > 0 ? $0 / $1 : 1 }
  }

  private mutating func size(_ block: Int, rate: Double) throws(IterationFault) -> Int {
    guard loads.arrives(in: block) else { return max(0, sizing.queue.minimumAgents) }
    do {
      let traffic = try loads.traffic(block, rate: rate, sizing)
      return try sizing.agents(for: traffic)
    } catch { throw .queueing(error) }
  }

  /// The steady rate at which the formula gives a level to a number of agents: service falls as the rate rises.
  private func rate(_ block: Int, _ agents: Int, level: Double, near start: Double) -> Double {
    guard start > 0, agents > 0 else { return start }
    var low = 0.2 * start
    var high = 5 * start
    for _ in 0..<30 {
      let middle = (low * high).squareRoot()
      let measures = (try? loads.traffic(block, rate: middle, sizing)).flatMap {
        try? sizing.measures(of: $0, agents: agents)
      }
      let own = measures?.serviceLevel(sizing.goal.definition) ?? 0
      if own >= level { low = middle } else { high = middle }
    }
    return low
  }

  private func simulate(_ agents: [Int], scale: [Double]) throws(IterationFault) -> [Row?] {
    let model = IterationModel(loads, sizing, agents: agents, scale: scale, options: options)
    let result: SimulationResult
    do {
      result = try simulateSerially(
        model.model,
        options: SimulationOptions(seed: options.seed, replications: max(2, options.replications)))
    } catch { throw .simulation(error.message) }
    return model.rows(result.outcome)
  }
}

/// Why iterative staffing stopped.
enum IterationFault: Error {
  case queueing(QueueingError)
  case simulation(String)
}
