/// The states of agents who hold several sessions, spread evenly, in which a session is still free.
///
/// With N = n·k sessions in all and completions d(j)/AHT while j are open, d(j) = r φ(q+1) + (n−r) φ(q) for
/// j = qn + r and φ(c) = c/h(c), weights are summed downward from the state with one session free, in its units.
struct BalancedSessions {
  /// Σ_{j<N} p_j / p_{N−1}.
  private(set) var free: ScaledValue
  /// Mean sessions open, given that one is free.
  private(set) var meanOpen: Double
  /// Mean agents with at least one session, given that a session is free.
  private(set) var meanActive: Double
  /// d(N): completions while every session is taken, per mean handle time.
  let completionsPerHandleTime: Double

  /// Sums the states.
  ///
  /// `factors` are h(1) … h(k). *Complexity*: O(n·k), or O(√load) terms where completions rise with j.
  init(agents: Int, factors: [Double], load: Double) {
    let paces = [0] + factors.enumerated().map { Double($0.offset + 1) / $0.element }
    let isRising = zip(paces, paces.dropFirst()).allSatisfy { $0 <= $1 }
    let n = Double(agents)
    completionsPerHandleTime = n * paces[factors.count]
    var sum = 0.0
    var open = 0.0
    var active = 0.0
    var term = 1.0
    var exponent = 0.0
    var level = factors.count - 1
    var extra = agents - 1
    walk: while level >= 0 {
      let sessions = Double(level) * n + Double(extra)
      sum += term
      open += term * sessions
      active += term * (level > 0 ? n : Double(extra))
      let completions = Double(extra) * paces[level + 1] + (n - Double(extra)) * paces[level]
      term *= completions / load
      if term > 1e200 {
        (term, sum, open, active) = (term * 1e-200, sum * 1e-200, open * 1e-200, active * 1e-200)
        exponent += 460.517018598809136804
      } else if isRising, term < 1e-19 * sum, completions < load {
        // Ratios only fall from here on: the rest is a geometric series at most.
        if term * load < 1e-18 * sum * (load - completions) { break walk }
      }
      extra -= 1
      if extra < 0 {
        extra = agents - 1
        level -= 1
      }
    }
    free = ScaledValue(value: sum, log: exponent)
    meanOpen = open / sum
    meanActive = active / sum
  }
}
