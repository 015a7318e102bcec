internal import Glibc

/// Live work and deferred work of another handle time under a reserve: a chain in two dimensions, exact.
///
/// Levels count contacts beyond n busy agents, from −c up; phases count agents with deferred jobs, 0 … n − c.
/// A level goes down by a live completion, a deferred one (one phase less too) or an abandonment; at the lowest, a
/// completion starts a deferred job instead. Phases never rise above the lowest level, so every matrix there is lower
/// triangular.
///
/// *Formula*: G_l, where the chain is on first return from level l to l − 1, from the top down:
/// N_l G_l = A_l with N_l = diag(rates) − λ G_{l+1}. Then the lowest level alone, by elimination, and
/// π_{l+1} N_{l+1} = λ π_l upward. Diagonals are sums of what leaves, not differences, so no digits are lost
/// (Grassmann, Taksar and Heyman). The top is raised until less than 1e-14 is there.
///
/// *Source*: Latouche and Ramaswami 1999, "Introduction to matrix analytic methods in stochastic modeling",
/// chapter 12; Grassmann, Taksar and Heyman 1985, doi 10.1287/opre.33.5.1107.
struct BlendedChain {
  let traffic: Traffic
  let agents: Int
  let reserve: Int
  let liveRate: Double
  let deferredRate: Double
  let perCustomer: Double
  /// Phases, n − c + 1.
  let phases: Int
  /// π by level from −c up, then by phase.
  private(set) var probability: [[Double]] = []

  /// Solves the chain.
  ///
  /// *Throws*: `QueueingError.outOfRange` where it has more than 2·10⁷ matrix entries.
  init(
    traffic: Traffic, agents: Int, reserve: Int, deferredHandleSeconds: Double
  ) throws(QueueingError) {
    self.traffic = traffic
    self.agents = agents
    self.reserve = reserve
    liveRate = 1 / traffic.meanHandleSeconds
    deferredRate = 1 / deferredHandleSeconds
    perCustomer = 1 / traffic.meanPatienceSeconds
    phases = agents - reserve + 1
    var waiting = 32
    while true {
      let entries = Double(phases * phases) * Double(waiting + reserve)
      guard entries < 2e7 else {
        throw .outOfRange(
          quantity: "matrix entries of blending with two handle times", value: entries,
          expected: "at most 20000000")
      }
      probability = solve(waiting: waiting)
      let top = probability[probability.count - 1].reduce(0, +)
      if top < 1e-14 { return }
      waiting *= 2
    }
  }

  /// Rates down from a level: with the phase kept, and with one phase less.
  private func down(_ level: Int, _ phase: Int) -> (same: Double, less: Double) {
    let busy = min(agents, agents + level)
    let live = Double(max(0, busy - phase))
    return (
      live * liveRate + Double(max(0, level)) * perCustomer,
      Double(min(phase, busy)) * deferredRate
    )
  }

  private func solve(waiting: Int) -> [[Double]] {
    let arrivals = traffic.arrivalsPerSecond
    let size = phases
    // returns[l][j·size + m]: from phase j of level l − c + 1 … to phase m one level lower.
    var returns: [[Double]] = Array(repeating: [], count: waiting + reserve + 1)
    var diagonals = returns
    for index in stride(from: waiting + reserve, to: 0, by: -1) {
      let level = index - reserve
      let isTop = index == waiting + reserve
      var here = [Double](repeating: 0, count: size * size)
      var diagonal = [Double](repeating: 0, count: size)
      for j in 0..<size {
        let rates = down(level, j)
        var leaves = rates.same + rates.less
        if !isTop {
          // Excursions upward that come back to this phase are no move at all.
          for m in 0..<j { leaves += arrivals * returns[index + 1][j * size + m] }
        }
        diagonal[j] = leaves
        guard leaves > 0 else { continue }
        here[j * size + j] += rates.same
        if j > 0 { here[j * size + j - 1] += rates.less }
        if !isTop {
          for m in 0..<j {
            let back = arrivals * returns[index + 1][j * size + m]
            if back == 0 { continue }
            for to in 0...m { here[j * size + to] += back * here[m * size + to] }
          }
        }
        for to in 0...j { here[j * size + to] /= leaves }
      }
      returns[index] = here
      diagonals[index] = diagonal
    }
    return upward(from: lowest(returns[1]), returns, diagonals)
  }

  /// π of the lowest level, not normalized: elimination of phases from the highest down.
  private func lowest(_ returns: [Double]) -> [Double] {
    let size = phases
    var rates = [Double](repeating: 0, count: size * size)
    for j in 0..<size {
      for m in 0..<j { rates[j * size + m] = traffic.arrivalsPerSecond * returns[j * size + m] }
      if j + 1 < size { rates[j * size + j + 1] = Double(size - 1 - j) * liveRate }
    }
    // The highest phase, all of the n − c busy agents on deferred work, is reached only from the one below.
    var out = [Double](repeating: 0, count: size)
    for j in stride(from: size - 1, to: 0, by: -1) {
      for m in 0..<j { out[j] += rates[j * size + m] }
      for from in 0..<j where rates[from * size + j] > 0 && out[j] > 0 {
        let share = rates[from * size + j] / out[j]
        for m in 0..<j where m != from { rates[from * size + m] += share * rates[j * size + m] }
      }
    }
    var weights = [Double](repeating: 0, count: size)
    weights[0] = 1
    for j in 1..<max(1, size) {
      var sum = 0.0
      for from in 0..<j { sum += weights[from] * rates[from * size + j] }
      weights[j] = out[j] > 0 ? sum / out[j] : 0
      if weights[j] > 1e200 { for k in 0...j { weights[k] *= 1e-200 } }
    }
    return weights
  }

  private func upward(
    from lowest: [Double], _ returns: [[Double]], _ diagonals: [[Double]]
  ) -> [[Double]] {
    let size = phases
    let arrivals = traffic.arrivalsPerSecond
    var result = [lowest]
    var total = lowest.reduce(0, +)
    for index in 1..<returns.count {
      let below = result[index - 1]
      var here = [Double](repeating: 0, count: size)
      for j in stride(from: size - 1, through: 0, by: -1) {
        var inflow = arrivals * below[j]
        if index + 1 < returns.count {
          for m in (j + 1)..<max(j + 1, size) {
            inflow += here[m] * arrivals * returns[index + 1][m * size + j]
          }
        }
        here[j] = diagonals[index][j] > 0 ? inflow / diagonals[index][j] : 0
        total += here[j]
      }
      result.append(here)
    }
    return result.map { $0.map { $0 / total } }
  }
}
