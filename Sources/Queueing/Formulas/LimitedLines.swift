internal import Glibc

/// M/M/n/K and M/M/n/K+M: at most K contacts, in service and waiting; the next one finds no line and is lost.
///
/// *Formula*: the birth-death chain of Erlang A cut off at K. Sums run over the waiting states with the stage
/// waits of `StageWait`; all terms are positive. Endless patience and loads beyond the agents are no special
/// cases. With K = n it is Erlang B.
public enum LimitedLines {
  /// `mmnk`: endless patience.
  public static let name = "mmnk"
  /// One sentence for help pages.
  public static let summary = "M/M/n/K: limited lines, customers wait as long as it takes."
  /// `mmnk-a`: exponential patience.
  public static let nameWithPatience = "mmnk-a"
  /// One sentence for help pages.
  public static let summaryWithPatience =
    "M/M/n/K+M: limited lines, customers give up after an exponential patience."

  /// The measures of one case; shares are of offered contacts, blocked ones among them.
  ///
  /// Mean waits are of contacts that enter.
  ///
  /// *Throws*: `QueueingError.outOfRange` unless 1 ≤ agents ≤ lines ≤ 10⁷.
  /// *Complexity*: O(√a + K − n).
  public static func measures(
    of traffic: Traffic, agents: Int, lines: Int, threshold: Double,
    shortThreshold: Double = usualShortAbandonSeconds
  ) throws(QueueingError) -> ServiceMeasures {
    try Traffic.check("agents", Double(agents), 1, 1e7)
    try Traffic.check("lines", Double(lines), Double(agents), 1e7)
    try Traffic.check("answer-time threshold in seconds", threshold, 0, 1e10)
    try Traffic.check("short-abandon threshold in seconds", shortThreshold, 0, 1e10)
    let servers = Double(agents)
    var sums = LimitedSums(
      traffic: traffic, agents: servers, threshold: threshold, short: shortThreshold)
    for _ in 0..<(lines - agents) { sums.addWaitingState() }
    let busy = busySum(agents: servers, load: traffic.loadErlangs)
    let unit = max(busy.log, sums.log)
    let free = busy.inUnits(ofLog: unit)
    let scale = exp(sums.log - unit)
    let total = free + scale * (sums.states + sums.weight)
    let share = scale / total
    var result = ServiceMeasures(
      agents: servers, loadErlangs: traffic.loadErlangs, thresholdSeconds: threshold)
    result.blocking = share * sums.weight
    result.waitProbability = share * sums.states
    result.abandonment = share * sums.lost
    result.answered = free / total + share * sums.served
    result.queueLength = share * (sums.waiting + Double(lines - agents) * sums.weight)
    let entered = 1 - result.blocking
    result.meanWaitSeconds = result.queueLength / (traffic.arrivalsPerSecond * entered)
    result.meanWaitAnsweredSeconds = share * sums.servedWait / result.answered
    result.meanWaitAbandonedSeconds = sums.lost > 0 ? sums.lostWait / sums.lost : nil
    result.meanWaitDelayedSeconds =
      sums.states > 0 ? (sums.servedWait + sums.lostWait) / sums.states : nil
    result.answeredWithin = free / total + share * sums.servedWithin
    result.abandonedWithin = share * sums.lostWithin
    result.notAbandonedWithin = 1 - result.abandonedWithin
    result.abandonedWithinShort = share * sums.lostShort
    result.longWaitProbability = share * sums.late
    result.occupancy = min(1, traffic.loadErlangs * result.answered / servers)
    return result
  }

  /// The fewest lines, at least one for each agent, that block at most `target`.
  ///
  /// *Throws*: `QueueingError.unreachable` where 10⁷ lines are not enough: endless patience and a load
  /// beyond the agents.
  /// *Complexity*: O(lines · log lines).
  public static func lines(
    for traffic: Traffic, agents: Int, blockingAtMost target: Double
  ) throws(QueueingError) -> Int {
    try Traffic.check("maximum blocking", target, 0, 1)
    func blocking(_ lines: Int) throws(QueueingError) -> Double {
      try measures(of: traffic, agents: agents, lines: lines, threshold: 0, shortThreshold: 0)
        .blocking
    }
    // The tolerance of `ServiceGoal.margin`.
    let limit = target + 1e-12
    if try blocking(agents) <= limit { return agents }
    var (missed, met) = (agents, agents + 1)
    while try blocking(met) > limit {
      let step = (met - missed) * 2
      missed = met
      met += step
      guard met <= 10_000_000 else {
        throw .unreachable(goal: "blocking<=\(target)", loadErlangs: traffic.loadErlangs)
      }
    }
    while met - missed > 1 {
      let middle = missed + (met - missed) / 2
      if try blocking(middle) <= limit { met = middle } else { missed = middle }
    }
    return met
  }

  /// The formula with its lines, for searches.
  public struct Model: QueueingModel {
    /// Contacts in service and waiting, at most.
    public var lines: Int
    /// Whether customers give up; false takes their patience as endless.
    public var usesPatience: Bool

    /// Creates the formula with its lines.
    public init(lines: Int, usesPatience: Bool = true) {
      self.lines = lines
      self.usesPatience = usesPatience
    }

    /// `mmnk-a` with patience, `mmnk` without.
    public var name: String { usesPatience ? LimitedLines.nameWithPatience : LimitedLines.name }

    /// The lines.
    public var mostAgents: Int { lines }

    /// False.
    public var takesFractions: Bool { false }

    /// True without patience; with it for goals that look at answered contacts only.
    public func isMonotone(in goal: ServiceGoal) -> Bool {
      !usesPatience || goal.isMonotoneOnLines
    }

    /// The measures of one case.
    ///
    /// *Throws*: what `LimitedLines.measures` throws, and `.outOfRange` for a fraction of an agent.
    public func measures(
      of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
    ) throws(QueueingError) -> ServiceMeasures {
      let asked =
        usesPatience
        ? traffic
        : try Traffic(
          arrivalsPerSecond: traffic.arrivalsPerSecond,
          meanHandleSeconds: traffic.meanHandleSeconds)
      return try LimitedLines.measures(
        of: asked, agents: wholeAgents(agents), lines: lines, threshold: threshold,
        shortThreshold: shortThreshold)
    }
  }
}

/// Sums over the waiting states below the last line, in units of the state with one agent free.
private struct LimitedSums {
  private let rate: Double
  private let perCustomer: Double
  private let arrivals: Double
  private let patient: Double
  private let patientShort: Double
  private var virtual: StageWait
  private var answered: StageWait
  private var virtualShort: StageWait
  private var answeredShort: StageWait
  private var k = 0.0
  /// Σ 1/(nμ+iθ) and Σ iθ/(nμ+iθ), i = 1 … k+1.
  private var servedStages = 0.0
  private var lostStages = 0.0

  /// The weight of the state to come: at the end, of the state with every line taken.
  private(set) var weight: Double
  private(set) var log = 0.0
  private(set) var states = 0.0
  private(set) var waiting = 0.0
  private(set) var served = 0.0
  private(set) var lost = 0.0
  private(set) var servedWait = 0.0
  private(set) var lostWait = 0.0
  private(set) var servedWithin = 0.0
  private(set) var lostWithin = 0.0
  private(set) var lostShort = 0.0
  private(set) var late = 0.0

  init(traffic: Traffic, agents: Double, threshold: Double, short: Double) {
    rate = agents / traffic.meanHandleSeconds
    perCustomer = 1 / traffic.meanPatienceSeconds
    arrivals = traffic.arrivalsPerSecond
    patient = exp(-threshold * perCustomer)
    patientShort = exp(-short * perCustomer)
    virtual = StageWait(rate: rate, step: perCustomer, threshold: threshold)
    answered = StageWait(rate: rate + perCustomer, step: perCustomer, threshold: threshold)
    virtualShort = StageWait(rate: rate, step: perCustomer, threshold: short)
    answeredShort = StageWait(rate: rate + perCustomer, step: perCustomer, threshold: short)
    weight = traffic.loadErlangs / agents
  }

  /// Adds the state with all agents busy and k waiting.
  mutating func addWaitingState() {
    let stage = 1 / (rate + (k + 1) * perCustomer)
    let share = rate * stage
    let lostShare = (k + 1) * perCustomer * stage
    servedStages += stage
    lostStages += lostShare
    states += weight
    waiting += weight * k
    served += weight * share
    lost += weight * lostShare
    servedWait += weight * share * servedStages
    lostWait += weight * stage * lostStages
    let inTime = share * (1 - answered.beyond)
    servedWithin += weight * inTime
    lostWithin += weight * max(0, 1 - patient * virtual.beyond - inTime)
    let inShort = share * (1 - answeredShort.beyond)
    lostShort += weight * max(0, 1 - patientShort * virtualShort.beyond - inShort)
    late += weight * virtual.beyond
    k += 1
    weight *= arrivals / (rate + k * perCustomer)
    virtual.advance()
    answered.advance()
    virtualShort.advance()
    answeredShort.advance()
    if weight > 1e200 || states > 1e200 { rescale() }
  }

  private mutating func rescale() {
    let step = 1e-200
    log += 460.517018598809136804
    weight *= step
    states *= step
    waiting *= step
    served *= step
    lost *= step
    servedWait *= step
    lostWait *= step
    servedWithin *= step
    lostWithin *= step
    lostShort *= step
    late *= step
  }
}
