internal import ContactCenter
internal import Glibc

/// How far the service level of a finite period strays from its expectation, in M/M/n+M and M/M/n.
///
/// Waits of neighbors in line are alike, so a period of 100 contacts varies far more than 100 coin throws:
/// this carries the correlation of the queue itself.
///
/// *Formula*: let the service level be a ratio of counts with numerator marks x_j and denominator marks y_j
/// expected of an arrival that finds j in system, and g_j = (x_j − L y_j)/E[y]. The time average of g over a
/// birth-death process has asymptotic variance σ² = (2/λ) Σ_j F_j²/π_j with F_j = Σ_{i≤j} g_i π_i. Over a
/// period t the level then varies by v = (σ²/t)(1 − (1 − e^{−t/τ})τ/t), τ = σ²/(2 Var g), beside the
/// throw of each contact's own coin.
///
/// *Source*: Whitt 1992, "Asymptotic formulas for Markov processes with applications to simulation",
/// Operations Research 40, 279–291, doi 10.1287/opre.40.2.279; Roubos, Koole and Stolletz 2012,
/// doi 10.1287/msom.1110.0372, for why the distribution matters.
public struct ServiceFluctuation: Hashable, Sendable {
  /// The expected service level, L.
  public var level: Double
  /// The share of offered contacts that the definition counts, E[y].
  public var countedShare: Double
  /// σ², the asymptotic variance of the time average, in seconds.
  public var asymptoticVariance: Double
  /// Var g, the variance of one instant.
  public var instantVariance: Double

  /// The variance of the level that a period of `seconds` gives to each of its contacts.
  public func pathVariance(over seconds: Double) -> Double {
    guard instantVariance > 0, asymptoticVariance > 0, seconds > 0 else { return 0 }
    let periods = seconds * 2 * instantVariance / asymptoticVariance
    // (2/x)(1 − (1−e^{−x})/x) → 1 as x → 0: a short period is one instant.
    let factor = periods < 1e-4 ? 1 : 2 / periods * (1 + expm1(-periods) / periods)
    return instantVariance * factor
  }

  /// The fluctuation of a case.
  ///
  /// *Edge cases*: a level within 1e-9 of 0 or 1 is taken not to vary.
  /// *Throws*: what `ErlangA.measures` throws.
  /// *Complexity*: O(√a + √b) states.
  public init(
    of traffic: Traffic, agents: Double, goal: ServiceGoal
  ) throws(QueueingError) {
    let measures = try ErlangA.measures(
      of: traffic, agents: agents, threshold: goal.thresholdSeconds,
      shortThreshold: goal.shortAbandonSeconds)
    self.init(of: traffic, measures: measures, goal: goal)
  }

  /// The fluctuation of a case whose measures are known.
  public init(of traffic: Traffic, measures: ServiceMeasures, goal: ServiceGoal) {
    let agents = measures.agents
    let level = measures.serviceLevel(goal.definition)
    let counted = goal.definition.countedShare(of: measures)
    self.level = level
    self.countedShare = counted
    self.asymptoticVariance = 0
    self.instantVariance = 0
    guard level > 1e-9, level < 1 - 1e-9, counted > 0 else { return }
    var sums = FluctuationSums(arrivalsPerSecond: traffic.arrivalsPerSecond)
    let free = (1 - level) / counted
    let load = traffic.loadErlangs
    let idle = IdleStates(traffic, measures)
    let last = idle.last
    sums.addFreeStates(agents: agents, load: load, last: last, mark: free)
    sums.cumulated = free * idle.share
    var marks = WaitingMarks(
      traffic: traffic, agents: agents, threshold: goal.thresholdSeconds,
      short: goal.definition.usesShortThreshold ? goal.shortAbandonSeconds : nil)
    var probability = last * load / agents
    var rate = agents / traffic.meanHandleSeconds
    let perCustomer = 1 / traffic.meanPatienceSeconds
    var steps = 0
    repeat {
      let (x, y) = marks.ratio(goal.definition)
      sums.add(mark: (x - level * y) / counted, probability: probability)
      marks.advance()
      rate += perCustomer
      probability *= traffic.arrivalsPerSecond / rate
      steps += 1
    } while steps < 10_000_000 && (probability > 1e-14 || traffic.arrivalsPerSecond > rate)
    self.asymptoticVariance = 2 * sums.edges
    self.instantVariance = sums.squares
  }
}

/// Running sums over the states of a birth-death process.
private struct FluctuationSums {
  let arrivalsPerSecond: Double
  /// F_j so far.
  var cumulated = 0.0
  /// Σ F_j² / (λ π_j).
  var edges = 0.0
  /// Σ g_j² π_j.
  var squares = 0.0

  /// Adds the states with a free agent, whose marks are all the same.
  ///
  /// There F_j/π_j = mark · B_j with B_j = 1 + B_{j−1} j/a, Erlang's recursion; it forgets its start below
  /// the load, so it begins ten standard deviations down.
  mutating func addFreeStates(agents: Double, load: Double, last: Double, mark: Double) {
    let top = agents - 1
    let span = max(0, top - load) + 10 * (load.squareRoot() + 1)
    let bottom = max(top - top.rounded(.down), top - span.rounded(.up))
    var probability = last
    var state = top
    while state > bottom, probability > 0 {
      probability *= state / load
      state -= 1
    }
    var inverse = state >= 1 && state < load ? 1 / (1 - state / load) : 1
    while state <= top {
      edges += mark * mark * inverse * inverse * probability / arrivalsPerSecond
      squares += mark * mark * probability
      state += 1
      inverse = 1 + inverse * state / load
      probability *= load / state
    }
  }

  /// Adds the next state upward.
  mutating func add(mark: Double, probability: Double) {
    cumulated += mark * probability
    squares += mark * mark * probability
    if probability > 0 { edges += cumulated * cumulated / (arrivalsPerSecond * probability) }
  }
}

/// The states with a free agent: π of the last of them, with one agent free, and of all together.
private struct IdleStates {
  let last: Double
  let share: Double

  /// From the weights themselves: 1 − P(wait) is nothing but rounding where hardly ever an agent is free.
  init(_ traffic: Traffic, _ measures: ServiceMeasures) {
    let busy = busySum(agents: measures.agents, load: traffic.loadErlangs)
    if traffic.isPatienceFinite,
      let state = ErlangAState(traffic, agents: measures.agents, busy: busy)
    {
      last = exp(-state.unit) / state.total
      share = state.free / state.total
      return
    }
    share = 1 - measures.waitProbability
    last = share / busy.value * exp(-busy.log)
  }
}
