internal import Glibc
internal import Probability

extension BlendedChain {
  /// Every measure of the live work, and the throughput of the deferred work.
  func measures(threshold: Double, shortThreshold: Double) -> BlendedMeasures {
    let n = Double(agents)
    let queue = Array(probability[reserve...])
    var live = ServiceMeasures(
      agents: n, loadErlangs: traffic.loadErlangs, thresholdSeconds: threshold)
    var idle = 0.0
    var deferred = 0.0
    var busy = 0.0
    for (index, level) in probability.enumerated() {
      for (phase, share) in level.enumerated() {
        deferred += share * Double(phase)
        busy += share * Double(min(agents, agents + index - reserve))
      }
      if index < reserve { idle += level.reduce(0, +) }
    }
    live.waitProbability = queue.reduce(0) { $0 + $1.reduce(0, +) }
    let fates = Fates(self, queue)
    live.answered = idle + fates.answered
    live.abandonment = fates.abandoned
    live.meanWaitSeconds = fates.answeredWait + fates.abandonedWait
    live.meanWaitAnsweredSeconds = fates.answeredWait / live.answered
    live.meanWaitAbandonedSeconds =
      fates.abandoned > 0 ? fates.abandonedWait / fates.abandoned : nil
    live.meanWaitDelayedSeconds =
      live.waitProbability > 0 ? live.meanWaitSeconds / live.waitProbability : nil
    live.queueLength = traffic.arrivalsPerSecond * live.meanWaitSeconds
    let within = course(queue, until: threshold, patient: false)
    live.answeredWithin = idle + within.answered
    live.abandonedWithin = within.abandoned
    live.notAbandonedWithin = live.answeredWithin + within.left
    live.abandonedWithinShort =
      shortThreshold == threshold
      ? within.abandoned : course(queue, until: shortThreshold, patient: false).abandoned
    live.longWaitProbability = course(queue, until: threshold, patient: true).left
    live.occupancy = min(1, busy / n)
    return BlendedMeasures(
      live: live, reserve: reserve, deferredPerSecond: deferred * deferredRate,
      deferredAgents: deferred, liveOccupancy: traffic.loadErlangs * live.answered / n)
  }

  /// Rates of a tagged customer with `ahead` before them: to one fewer with the phase kept and with one less.
  private func steps(_ ahead: Int, _ phase: Int) -> (same: Double, less: Double) {
    (
      Double(agents - phase) * liveRate + Double(ahead) * perCustomer,
      Double(phase) * deferredRate
    )
  }

  /// What becomes of customers who wait in the end, by recursion over those ahead of them.
  private struct Fates {
    var answered = 0.0
    var abandoned = 0.0
    var answeredWait = 0.0
    var abandonedWait = 0.0

    init(_ chain: BlendedChain, _ queue: [[Double]]) {
      let size = chain.phases
      // P(answered), P(abandoned), E[W; answered], E[W; abandoned] with one fewer ahead; none left is answered.
      var fewer = Array(repeating: (1.0, 0.0, 0.0, 0.0), count: size)
      for (ahead, level) in queue.enumerated() {
        var here = fewer
        for phase in 0..<size {
          let rates = chain.steps(ahead, phase)
          let total = rates.same + rates.less + chain.perCustomer
          let same = fewer[phase]
          let less = phase > 0 ? fewer[phase - 1] : same
          func mix(_ one: Double, _ two: Double) -> Double {
            (rates.same * one + rates.less * two) / total
          }
          let yes = mix(same.0, less.0)
          let no = mix(same.1, less.1) + chain.perCustomer / total
          here[phase] = (
            yes, no, mix(same.2, less.2) + yes / total, mix(same.3, less.3) + no / total
          )
          answered += level[phase] * yes
          abandoned += level[phase] * no
          answeredWait += level[phase] * here[phase].2
          abandonedWait += level[phase] * here[phase].3
        }
        fewer = here
      }
    }
  }

  /// What has become of customers who wait after a time: answered, abandoned, still waiting.
  ///
  /// Uniformization: the states at jumps of a Poisson process that is faster than every rate, weighted with the number
  /// of its jumps. `patient` asks for the customer who never gives up.
  private func course(
    _ queue: [[Double]], until time: Double, patient: Bool
  ) -> (answered: Double, abandoned: Double, left: Double) {
    if time == 0 { return (0, 0, queue.reduce(0) { $0 + $1.reduce(0, +) }) }
    let leaving = patient ? 0 : perCustomer
    let pace =
      Double(agents) * max(liveRate, deferredRate) + Double(queue.count) * perCustomer
    let jumps = Poisson(mean: pace * time)
    var state = queue
    var (answered, abandoned, left) = (0.0, 0.0, 0.0)
    var step = 0.0
    while true {
      let still = state.reduce(0) { $0 + $1.reduce(0, +) }
      left += jumps.density(step) * still
      // ∫₀ᵀ P(N(t) = m) dt = P(N(T) > m) / pace
      let later = jumps.exceedance(step) / pace
      for phase in 0..<phases {
        let rates = steps(0, phase)
        answered += later * state[0][phase] * (rates.same + rates.less)
      }
      abandoned += later * leaving * still
      if later * pace < 1e-17 || still < 1e-300 { break }
      state = advanced(state, pace: pace, leaving: leaving)
      step += 1
    }
    return (answered, abandoned, left)
  }

  private func advanced(_ state: [[Double]], pace: Double, leaving: Double) -> [[Double]] {
    var next = state
    for ahead in state.indices {
      for phase in 0..<phases {
        let share = state[ahead][phase] / pace
        if share == 0 { continue }
        let rates = steps(ahead, phase)
        next[ahead][phase] -= share * (rates.same + rates.less + leaving)
        guard ahead > 0 else { continue }
        next[ahead - 1][phase] += share * rates.same
        if phase > 0 { next[ahead - 1][phase - 1] += share * rates.less }
      }
    }
    return next
  }
}
