/// Redials: a share of those who abandon, and of those who find every line taken, calls again.
///
/// *Formula*: attempts are taken as one Poisson stream of rate λ that solves
/// λ = λ₀ + λ (r_abandon P(abandon) + r_block P(block)) in M/M/n/K+M (`LimitedLines`; Erlang A without a limit on
/// lines). Attempts that stay away, λ(1 − r_abandon P(abandon) − r_block P(block)), grow with λ, so the
/// solution is one or none.
///
/// The time until a redial does not enter: the fixed point is the limit of long delays. Where callers redial
/// after a minute, attempts are some percent more and abandonment up to 0.05 off; the simulation has the delay.
///
/// *Source*: Koole and Mandelbaum 2002, doi 10.1023/A:1020949626017; Phung-Duc 2019, "Retrial queueing
/// models: a survey on theory and applications", arXiv 1906.09560.
public enum ErlangX {
  /// `erlang-x`.
  public static let name = "erlang-x"
  /// One sentence for help pages.
  public static let summary =
    "Erlang X: redials after abandoning or finding no line, as a fixed point of M/M/n/K+M."

  /// The measures of one case; `traffic` holds first attempts only, `lines` nil is no limit.
  ///
  /// *Units*: redial shares between 0 and 1.
  /// *Throws*: `QueueingError.unstable` where no finite rate solves the equation: everybody redials and the
  /// load reaches what can leave; `.outOfRange` for shares, agents and lines out of range and for a solution
  /// beyond 10⁷ erlangs.
  /// *Complexity*: about fifteen evaluations of the formula below.
  public static func measures(
    of traffic: Traffic, agents: Int, lines: Int? = nil, redialAbandon: Double,
    redialBlock: Double = 0, threshold: Double, shortThreshold: Double = usualShortAbandonSeconds
  ) throws(QueueingError) -> RedialMeasures {
    try Traffic.check("share of abandoned that redial", redialAbandon, 0, 1)
    try Traffic.check("share of blocked that redial", redialBlock, 0, 1)
    try Traffic.check("agents", Double(agents), 1, 1e7)
    if let lines { try Traffic.check("lines", Double(lines), Double(agents), 1e7) }
    let line = RedialLine(
      traffic: traffic, agents: agents, lines: lines, redialAbandon: redialAbandon,
      redialBlock: redialBlock)
    guard line.isSteadyAlone, traffic.arrivalsPerSecond < line.mostThatLeave else {
      throw .unstable(formula: name, loadErlangs: traffic.loadErlangs, agents: Double(agents))
    }
    let rate = try line.solve()
    var measures = try line.measures(
      rate, threshold: threshold, shortThreshold: shortThreshold)
    let attempts = rate / traffic.arrivalsPerSecond
    measures.attemptsPerContact = attempts
    return RedialMeasures(
      attemptsPerContact: attempts, attemptsPerSecond: rate,
      servedPerContact: min(1, attempts * measures.answered), measures: measures)
  }

  /// The formula with lines and redials, for searches.
  public struct Model: QueueingModel {
    /// Lines; nil for no limit.
    public var lines: Int?
    /// The share of those who abandon that calls again.
    public var redialAbandon: Double
    /// The share of those who find every line taken that calls again.
    public var redialBlock: Double

    /// Creates the formula with lines and redials.
    public init(lines: Int? = nil, redialAbandon: Double, redialBlock: Double = 0) {
      self.lines = lines
      self.redialAbandon = redialAbandon
      self.redialBlock = redialBlock
    }

    /// `erlang-x`.
    public var name: String { ErlangX.name }

    /// The lines.
    public var mostAgents: Int { lines ?? 10_000_000 }

    /// False.
    public var takesFractions: Bool { false }

    /// As for limited lines, where there is a limit.
    public func isMonotone(in goal: ServiceGoal) -> Bool { lines == nil || goal.isMonotoneOnLines }

    /// The measures of an attempt.
    ///
    /// *Throws*: what `ErlangX.measures` throws, and `.outOfRange` for a fraction of an agent.
    public func measures(
      of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
    ) throws(QueueingError) -> ServiceMeasures {
      try ErlangX.measures(
        of: traffic, agents: wholeAgents(agents), lines: lines, redialAbandon: redialAbandon,
        redialBlock: redialBlock, threshold: threshold, shortThreshold: shortThreshold
      ).measures
    }

    /// The load where nobody gives up and no line is missing, else 0.
    public func agentsToExceed(for traffic: Traffic) -> Double {
      lines == nil ? ErlangA.agentsToExceed(for: traffic) : 0
    }
  }
}

/// One case of redials, asked at several rates of attempts.
private struct RedialLine {
  let traffic: Traffic
  let agents: Int
  let lines: Int?
  let redialAbandon: Double
  let redialBlock: Double

  /// Whether the case has a steady state without redials.
  var isSteadyAlone: Bool {
    lines != nil || Double(agents) > ErlangA.agentsToExceed(for: traffic)
  }

  /// Contacts per second that can leave for good at most, however many attempts there are.
  var mostThatLeave: Double {
    let served = Double(agents) / traffic.meanHandleSeconds
    let abandoned = 1 / traffic.meanPatienceSeconds * (1 - redialAbandon)
    guard let lines else { return abandoned > 0 ? .infinity : served }
    if redialBlock < 1 { return .infinity }
    return served + abandoned * Double(lines - agents)
  }

  func measures(
    _ rate: Double, threshold: Double, shortThreshold: Double
  ) throws(QueueingError) -> ServiceMeasures {
    let attempts = try Traffic(
      arrivalsPerSecond: rate, meanHandleSeconds: traffic.meanHandleSeconds,
      meanPatienceSeconds: traffic.meanPatienceSeconds)
    guard let lines else {
      return try ErlangA.measures(
        of: attempts, agents: Double(agents), threshold: threshold, shortThreshold: shortThreshold)
    }
    return try LimitedLines.measures(
      of: attempts, agents: agents, lines: lines, threshold: threshold,
      shortThreshold: shortThreshold)
  }

  /// First attempts over those that leave, less 1: falls as the rate of attempts rises.
  private func excess(_ rate: Double, _ m: ServiceMeasures) -> Double {
    let leave = m.answered + (1 - redialAbandon) * m.abandonment + (1 - redialBlock) * m.blocking
    return traffic.arrivalsPerSecond / (rate * leave) - 1
  }

  func solve() throws(QueueingError) -> Double {
    var low = traffic.arrivalsPerSecond
    var atLow = excess(low, try measures(low, threshold: 0, shortThreshold: 0))
    if atLow <= 0 { return low }
    // A first step to where the rate would go were the shares to stay as they are.
    var high = low * (1 + atLow)
    var atHigh = excess(high, try measures(high, threshold: 0, shortThreshold: 0))
    while atHigh >= 0 {
      if atHigh == 0 { return high }
      (low, atLow) = (high, atHigh)
      high *= 2
      atHigh = excess(high, try measures(high, threshold: 0, shortThreshold: 0))
    }
    return fallingRoot(from: low, atLow, to: high, atHigh, tolerance: 1e-15 * low) { rate in
      guard let m = try? measures(rate, threshold: 0, shortThreshold: 0) else { return -1 }
      return excess(rate, m)
    }
  }
}

/// A number of agents that must be whole.
///
/// *Throws*: `QueueingError.outOfRange`.
func wholeAgents(_ agents: Double) throws(QueueingError) -> Int {
  guard agents == agents.rounded(), let whole = Int(exactly: agents), whole >= 1 else {
    throw .outOfRange(quantity: "agents", value: agents, expected: "a whole number from 1")
  }
  return whole
}
