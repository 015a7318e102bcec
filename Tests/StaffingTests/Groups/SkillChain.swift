/// A small center with skills as a Markov chain, solved exactly: what a simulation of it must come to.
///
/// All handle times have one mean, so that the agents busy in each group and the contacts waiting in each queue are the
/// whole state. An arrival tries the groups of its route in order; a freed agent takes from the first queue of the
/// group's order in which somebody waits.
struct SkillChain {
  /// Contacts in a second and mean patience of each queue.
  var queues: [(rate: Double, patience: Double)]
  var handleSeconds: Double
  /// Groups that an arrival of each queue tries.
  var routes: [[Int]]
  /// Queues that an agent of each group looks into.
  var orders: [[Int]]
  /// Waiting places of each queue; more wait so rarely that it does not show.
  var room = 16

  /// What becomes of the contacts of one queue.
  struct Fate {
    /// The share answered on arrival.
    var atOnce: Double
    /// The share that gives up.
    var abandonment: Double
  }

  /// The exact fates with so many agents in each group.
  func fates(_ agents: [Int]) -> [Fate] {
    let chain = states(agents)
    let weights = stationary(chain)
    return queues.indices.map { queue in
      var atOnce = 0.0
      var waiting = 0.0
      for (index, state) in chain.states.enumerated() {
        if idle(state, agents, queue) != nil { atOnce += weights[index] }
        waiting += weights[index] * Double(state[orders.count + queue])
      }
      return Fate(
        atOnce: atOnce,
        abandonment: waiting / queues[queue].patience / queues[queue].rate)
    }
  }

  private struct Chain {
    /// Busy agents by group, then contacts waiting by queue.
    var states: [[Int]] = []
    /// Where each state is reached from, and how fast.
    var incoming: [[(from: Int, rate: Double)]] = []
    var outflow: [Double] = []
  }

  private func idle(_ state: [Int], _ agents: [Int], _ queue: Int) -> Int? {
    routes[queue].first { state[$0] < agents[$0] }
  }

  /// All states that are reached from the empty center.
  private func states(_ agents: [Int]) -> Chain {
    var chain = Chain()
    var known: [[Int]: Int] = [:]
    func number(_ state: [Int]) -> Int {
      if let index = known[state] { return index }
      known[state] = chain.states.count
      chain.states.append(state)
      chain.incoming.append([])
      chain.outflow.append(0)
      return chain.states.count - 1
    }
    _ = number([Int](repeating: 0, count: orders.count + queues.count))
    var next = 0
    while next < chain.states.count {
      for (state, rate) in moves(chain.states[next], agents) {
        let target = number(state)
        chain.incoming[target].append((next, rate))
        chain.outflow[next] += rate
      }
      next += 1
    }
    return chain
  }

  private func moves(_ state: [Int], _ agents: [Int]) -> [(state: [Int], rate: Double)] {
    var result: [(state: [Int], rate: Double)] = []
    for (queue, own) in queues.enumerated() {
      let place = orders.count + queue
      var arrived = state
      if let group = idle(state, agents, queue) {
        arrived[group] += 1
        result.append((arrived, own.rate))
      } else if state[place] < room {
        arrived[place] += 1
        result.append((arrived, own.rate))
      }
      if state[place] > 0 {
        var left = state
        left[place] -= 1
        result.append((left, Double(state[place]) / own.patience))
      }
    }
    for group in orders.indices where state[group] > 0 {
      var freed = state
      if let queue = orders[group].first(where: { state[orders.count + $0] > 0 }) {
        freed[orders.count + queue] -= 1
      } else {
        freed[group] -= 1
      }
      result.append((freed, Double(state[group]) / handleSeconds))
    }
    return result
  }

  /// The stationary distribution, by Gauss-Seidel sweeps until it stands still.
  private func stationary(_ chain: Chain) -> [Double] {
    var weights = [Double](repeating: 1 / Double(chain.states.count), count: chain.states.count)
    for _ in 0..<20_000 {
      var change = 0.0
      for index in weights.indices where chain.outflow[index] > 0 {
        let inflow = chain.incoming[index].reduce(0) { $0 + weights[$1.from] * $1.rate }
        let value = inflow / chain.outflow[index]
        change = max(change, abs(value - weights[index]))
        weights[index] = value
      }
      let sum = weights.reduce(0, +)
      for index in weights.indices { weights[index] /= sum }
      if change < 1e-12 { break }
    }
    return weights
  }
}
