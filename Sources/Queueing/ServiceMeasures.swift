public import ContactCenter
internal import Glibc

/// Everything a formula says about one case in steady state.
///
/// Shares are of offered contacts, waits are in seconds. V is the wait of a caller with endless patience,
/// T the answer-time threshold, s the short-abandon threshold.
public struct ServiceMeasures: Hashable, Sendable {
  /// Agents, a whole or fractional number.
  public var agents: Double
  /// Offered load in erlangs.
  public var loadErlangs: Double
  /// The answer-time threshold, T.
  public var thresholdSeconds: Double
  /// The share that finds every line taken and is lost.
  public var blocking: Double = 0
  /// The share that has to wait.
  public var waitProbability: Double = 0
  /// The share that abandons.
  public var abandonment: Double = 0
  /// The share that is answered.
  public var answered: Double = 1
  /// Mean wait of all contacts that enter, answered or abandoned.
  public var meanWaitSeconds: Double = 0
  /// Mean wait of answered contacts, the usual average speed of answer.
  public var meanWaitAnsweredSeconds: Double = 0
  /// Mean wait of abandoned contacts; nil where nobody abandons.
  public var meanWaitAbandonedSeconds: Double?
  /// Mean wait of those who have to wait; nil where nobody can.
  public var meanWaitDelayedSeconds: Double?
  /// The share answered within T.
  public var answeredWithin: Double = 1
  /// The share abandoned within T.
  public var abandonedWithin: Double = 0
  /// The share not abandoned within T: 1 − `abandonedWithin` without its rounding error.
  public var notAbandonedWithin: Double = 1
  /// The share abandoned within the short-abandon threshold.
  public var abandonedWithinShort: Double = 0
  /// P(V > T), for contacts that find a line.
  public var longWaitProbability: Double = 0
  /// Mean number of waiting contacts.
  public var queueLength: Double = 0
  /// The share of time an agent is busy.
  public var occupancy: Double = 0
  /// Attempts that one contact makes on average; above 1 only where redials are counted.
  public var attemptsPerContact: Double = 1

  /// Creates the measures of a case in which nobody waits, is lost or gives up.
  public init(agents: Double, loadErlangs: Double, thresholdSeconds: Double) {
    self.agents = agents
    self.loadErlangs = loadErlangs
    self.thresholdSeconds = thresholdSeconds
  }

  /// A case that never settles: more work than its agents can do and customers who never give up, or no agents.
  ///
  /// Nobody is answered in time, waits are without end, all agents are busy. Where customers do give up, all of
  /// them do.
  public static func overload(
    of traffic: Traffic, agents: Double, threshold: Double
  ) -> ServiceMeasures {
    var result = ServiceMeasures(
      agents: agents, loadErlangs: traffic.loadErlangs, thresholdSeconds: threshold)
    let late = exp(-threshold / traffic.meanPatienceSeconds)
    result.waitProbability = 1
    result.abandonment = traffic.isPatienceFinite ? 1 : 0
    result.answered = traffic.isPatienceFinite ? 0 : min(1, agents / traffic.loadErlangs)
    result.answeredWithin = 0
    result.abandonedWithin = 1 - late
    result.notAbandonedWithin = late
    result.longWaitProbability = 1
    result.meanWaitSeconds = traffic.meanPatienceSeconds
    result.meanWaitAnsweredSeconds = .infinity
    result.queueLength = traffic.arrivalsPerSecond * traffic.meanPatienceSeconds
    result.occupancy = agents > 0 ? 1 : 0
    return result
  }

  /// The service level as a definition counts it, a ratio of expectations.
  ///
  /// *Edge cases*: where nobody is left in the denominator the level is 1: nobody was kept waiting.
  /// `genesys` counts an answer after T as missed and so equals `offered`. Who finds no line is in nobody's
  /// numerator, not in that of `virtual` either.
  public func serviceLevel(_ definition: ServiceLevelDefinition) -> Double {
    switch definition {
    case .offered, .genesys: answeredWithin
    case .answered: ratio(answeredWithin, answered)
    case .credit: answeredWithin + abandonedWithin
    case .forgive: ratio(answeredWithin, notAbandonedWithin)
    case .forgiveShort: ratio(answeredWithin, 1 - abandonedWithinShort)
    case .creditShort: answeredWithin + abandonedWithinShort
    case .virtual: 1 - blocking - longWaitProbability
    }
  }

  private func ratio(_ part: Double, _ whole: Double) -> Double {
    whole > 0 ? min(1, part / whole) : 1
  }
}
