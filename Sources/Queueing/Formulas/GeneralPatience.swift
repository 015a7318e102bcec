/// M/M/n+G: exponential handle times, patience of any law, first come first served.
///
/// *Formula*: the offered wait V has an atom at 0, the states with a free agent (`busySum`), and the density
/// of `OfferedWait` above. A customer abandons where patience R is shorter than V. With v = λ p_{n−1} e^{E}:
///
///     answered within T    P(V = 0) + ∫₀ᵀ P(R > x) v dx
///     abandoned within T   ∫₀ᵀ P(R ≤ x) v dx + P(R ≤ T) P(V > T)
///     not abandoned in T   answered within T + P(R > T) P(V > T)
///     E[W]                 ∫ H v dx,  E[W; answered] = ∫ x P(R > x) v dx
///
/// Patience of exactly D is over at D: at T = D all who abandon have abandoned within T. Fractional agents by the
/// continuation of the busy sum; they equal Erlang A's where the law is exponential.
///
/// Service level is not monotone in patience; abandonment and wait are.
///
/// *Source*: Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005, doi 10.1007/s11134-005-3699-8.
public enum GeneralPatience {
  /// `mmn-g`.
  public static let name = "mmn-g"
  /// One sentence for help pages.
  public static let summary = "M/M/n+G: patience of any law, such as deterministic(60)."

  /// The measures of one case, stable at every load; the traffic's own patience is ignored.
  ///
  /// *Throws*: `QueueingError.outOfRange` for agents, thresholds or parameters out of range.
  /// *Complexity*: ten to forty panels of 24 evaluations of the law, whatever the load.
  public static func measures(
    of traffic: Traffic, patience: PatienceLaw, agents: Double, threshold: Double,
    shortThreshold: Double = usualShortAbandonSeconds
  ) throws(QueueingError) -> ServiceMeasures {
    try checkCase(agents: agents, threshold: threshold, shortThreshold: shortThreshold)
    try patience.validate()
    let offered = OfferedWait(
      curve: PatienceCurve(patience), arrivalsPerSecond: traffic.arrivalsPerSecond,
      completionsPerSecond: agents / traffic.meanHandleSeconds)
    let state = PatienceState(
      traffic: traffic, agents: agents, offered: offered,
      busy: busySum(agents: agents, load: traffic.loadErlangs),
      ends: [min(threshold, shortThreshold), max(threshold, shortThreshold)])
    return state.measures(threshold: threshold, shortThreshold: shortThreshold)
  }

  /// The formula with a patience, for searches.
  public struct Model: QueueingModel {
    /// The law of patience.
    public var patience: PatienceLaw

    /// Creates the formula with a patience.
    public init(patience: PatienceLaw) { self.patience = patience }

    /// `mmn-g`.
    public var name: String { GeneralPatience.name }

    /// The measures of one case.
    ///
    /// *Throws*: what `GeneralPatience.measures` throws.
    public func measures(
      of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
    ) throws(QueueingError) -> ServiceMeasures {
      try GeneralPatience.measures(
        of: traffic, patience: patience, agents: agents, threshold: threshold,
        shortThreshold: shortThreshold)
    }
  }
}

/// The stationary state of one case: the states with a free agent and the offered wait cut at both thresholds.
private struct PatienceState {
  let traffic: Traffic
  let agents: Double
  let offered: OfferedWait
  let ends: [Double]
  let free: Double
  let unit: Double
  let total: Double
  let stretches: [OfferedWait.Sums]
  let all: OfferedWait.Sums

  init(
    traffic: Traffic, agents: Double, offered: OfferedWait, busy: ScaledValue, ends: [Double]
  ) {
    self.traffic = traffic
    self.agents = agents
    self.offered = offered
    self.ends = ends
    let raw = offered.sums(endingAt: ends)
    let unit = raw.reduce(busy.log) { max($0, $1.log) }
    self.unit = unit
    free = busy.inUnits(ofLog: unit)
    stretches = raw.map { $0.log > -.infinity ? $0.inUnits(ofLog: unit) : $0 }
    all = stretches[0] + stretches[1] + stretches[2]
    total = free + all.inUnits(ofLog: unit).all
  }

  /// The sums from 0 to the first or the second end.
  private func within(_ time: Double) -> OfferedWait.Sums {
    time == ends[0] && ends[0] < ends[1] ? stretches[0] : stretches[0] + stretches[1]
  }

  /// The integral of v beyond a threshold.
  private func beyond(_ time: Double) -> Double {
    time == ends[0] ? stretches[1].all + stretches[2].all : stretches[2].all
  }

  /// What is lost up to a time, from the tail of v where the plain sums have missed it.
  private func losses(_ sums: OfferedWait.Sums, to time: Double) -> OfferedWait.Sums {
    guard sums.lost < 1e-12 * all.all, offered.curve.isRoughAtZero, time > 0 else { return sums }
    let rare = offered.rareLosses(to: time)
    return rare.log > -.infinity ? rare.inUnits(ofLog: unit) : sums
  }

  private func abandoned(within time: Double) -> Double {
    losses(within(time), to: time).lost + offered.curve.at(time).failure * beyond(time)
  }

  func measures(threshold: Double, shortThreshold: Double) -> ServiceMeasures {
    var result = ServiceMeasures(
      agents: agents, loadErlangs: traffic.loadErlangs, thresholdSeconds: threshold)
    let lost = losses(all, to: .infinity)
    let inTime = within(threshold).served
    let late = beyond(threshold)
    result.waitProbability = all.all / total
    result.abandonment = lost.lost / total
    result.answered = (free + all.served) / total
    result.meanWaitSeconds = (all.servedWait + lost.lostWait) / total
    result.meanWaitAnsweredSeconds = all.servedWait / (free + all.served)
    result.meanWaitAbandonedSeconds = lost.lost > 0 ? lost.lostWait / lost.lost : nil
    result.meanWaitDelayedSeconds =
      all.all > 0 ? (all.servedWait + lost.lostWait) / all.all : nil
    result.answeredWithin = (free + inTime) / total
    result.abandonedWithin = abandoned(within: threshold) / total
    result.notAbandonedWithin =
      (free + inTime + offered.curve.at(threshold).survival * late) / total
    result.abandonedWithinShort =
      shortThreshold == threshold
      ? result.abandonedWithin : abandoned(within: shortThreshold) / total
    result.longWaitProbability = late / total
    result.queueLength = traffic.arrivalsPerSecond * result.meanWaitSeconds
    result.occupancy = min(1, traffic.loadErlangs * result.answered / agents)
    return result
  }
}
