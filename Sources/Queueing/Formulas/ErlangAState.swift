internal import Glibc

/// The stationary state of one Erlang A case, before any threshold is asked about.
///
/// Weights are in units of p_{n−1} e^{unit}.
struct ErlangAState {
  let traffic: Traffic
  let agents: Double
  /// b = λ/θ, mean arrivals while one customer is patient.
  let arrivalsPerPatience: Double
  /// c = nμ/θ, mean completions while one customer is patient and all agents are busy.
  let completionsPerPatience: Double
  let waiting: WaitingSums
  let unit: Double
  /// The weight of the states with a free agent.
  let free: Double
  /// exp(waiting.log − unit).
  let waitingScale: Double
  /// All weights together.
  let total: Double

  /// Sums the states; nil where more than 10⁷ contacts would wait.
  ///
  /// `busy` is the weight of the states with a free agent.
  init?(_ traffic: Traffic, agents: Double, busy: ScaledValue) {
    let patience = traffic.meanPatienceSeconds
    let b = traffic.arrivalsPerSecond * patience
    let c = agents * patience / traffic.meanHandleSeconds
    guard let waiting = WaitingSums.sum(c: c, z: b) else { return nil }
    self.traffic = traffic
    self.agents = agents
    self.arrivalsPerPatience = b
    self.completionsPerPatience = c
    self.waiting = waiting
    self.unit = max(busy.log, waiting.log)
    self.free = busy.inUnits(ofLog: unit)
    self.waitingScale = waiting.log == unit ? 1 : exp(waiting.log - unit)
    // Answered: without waiting (S) or after it (G). Abandoned: D/c.
    self.total = free + waitingScale * (waiting.served + waiting.lost / c)
  }

  /// The shares of offered contacts that are still there after `threshold` seconds.
  struct After {
    /// Answered after the threshold.
    var answered: Double
    /// Abandoned after the threshold.
    var abandoned: Double
    /// P(V > T).
    var longWait: Double
  }

  /// What happens after a threshold.
  func after(_ threshold: Double) -> After {
    let c = completionsPerPatience
    let ratio = arrivalsPerPatience / c
    if threshold == 0 {
      let scale = waitingScale / total
      return After(
        answered: scale * waiting.served, abandoned: scale * waiting.lost / c,
        longWait: ratio * (exp(-unit) / total + scale * waiting.served))
    }
    let late = exp(-threshold / traffic.meanPatienceSeconds)
    // bu < b, so this sum exists wherever the one at T = 0 does.
    guard let sums = WaitingSums.sum(c: c, z: arrivalsPerPatience * late) else {
      return After(answered: 0, abandoned: 0, longWait: 0)
    }
    let level = exponent(threshold) - unit
    let scale = exp(level + sums.log) / total
    return After(
      answered: scale * sums.served, abandoned: scale * sums.lost / c,
      longWait: ratio * (exp(level) / total + scale * sums.served))
  }

  /// E(x) = λH(x) − nμx.
  func exponent(_ x: Double) -> Double {
    let patience = traffic.meanPatienceSeconds
    return -arrivalsPerPatience * expm1(-x / patience) - agents / traffic.meanHandleSeconds * x
  }

  /// Every measure for one pair of thresholds.
  func measures(threshold: Double, shortThreshold: Double) -> ServiceMeasures {
    let patience = traffic.meanPatienceSeconds
    let load = traffic.loadErlangs
    let scale = waitingScale / total
    let now = after(0)
    let later = after(threshold)
    var result = ServiceMeasures(agents: agents, loadErlangs: load, thresholdSeconds: threshold)
    result.waitProbability = now.longWait
    result.abandonment = now.abandoned
    result.answered = free / total + now.answered
    // P(abandon) = θ E[W] for exponential patience.
    result.meanWaitSeconds = now.abandoned * patience
    result.meanWaitAnsweredSeconds = scale * waiting.servedWait * patience / result.answered
    result.meanWaitAbandonedSeconds = waiting.lostWait / waiting.lost * patience
    let first = exp(-waiting.log)
    result.meanWaitDelayedSeconds =
      waiting.lost / (arrivalsPerPatience * (first + waiting.served)) * patience
    result.answeredWithin = free / total + answeredAfterWait(within: threshold, now, later)
    result.abandonedWithin = abandoned(within: threshold, now, later)
    result.notAbandonedWithin = result.answered + later.abandoned
    result.abandonedWithinShort =
      shortThreshold == threshold
      ? result.abandonedWithin : abandoned(within: shortThreshold, now, after(shortThreshold))
    // With 10⁹ arrivals in one customer's patience its exponent has lost seven digits: a share stays a share.
    result.longWaitProbability = min(1, later.longWait)
    result.queueLength = traffic.arrivalsPerSecond * result.meanWaitSeconds
    result.occupancy = min(1, load * result.answered / agents)
    return result
  }

  /// The share answered after a wait of at most `threshold`.
  private func answeredAfterWait(within threshold: Double, _ now: After, _ later: After) -> Double {
    let difference = now.answered - later.answered
    if threshold == 0 { return 0 }
    // Where the difference has lost its digits and no larger share hides that, integrate instead.
    if difference > 0.001 * now.answered || difference + free / total > 0.001 {
      return max(0, difference)
    }
    let patience = traffic.meanPatienceSeconds
    return integral(to: threshold) { exp(-$0 / patience) }
  }

  /// The share abandoned within `threshold`.
  private func abandoned(within threshold: Double, _ now: After, _ later: After) -> Double {
    let difference = now.abandoned - later.abandoned
    if threshold == 0 { return 0 }
    if difference > 0.001 * now.abandoned || difference > 0.001 { return difference }
    // ∫₀ᵀ P(R ≤ x) v(x) dx + P(R ≤ T) P(V > T)
    let patience = traffic.meanPatienceSeconds
    return integral(to: threshold) { -expm1(-$0 / patience) }
      - expm1(-threshold / patience) * later.longWait
  }

  /// ∫₀ᵀ weight(x) v(x) dx by quadrature.
  private func integral(to threshold: Double, weight: (Double) -> Double) -> Double {
    let patience = traffic.meanPatienceSeconds
    let peak =
      arrivalsPerPatience > completionsPerPatience
      ? patience * log(arrivalsPerPatience / completionsPerPatience) : 0
    let result = logConcaveIntegral(
      from: 0, to: threshold, peak: peak, scale: patience,
      exponent: exponent, weight: weight)
    return result.value * exp(result.log - unit) / total * traffic.arrivalsPerSecond
  }
}
