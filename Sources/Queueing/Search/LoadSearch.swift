internal import Glibc

/// The calculation the other way round: the largest load that given agents carry and still meet a goal.
///
///     let search = LoadSearch(PlainModel(ErlangA.self))
///     try search.largestArrivalRate(for: traffic, agents: 12, goal: goal)   // per second
///
/// Service falls as load rises, by more arrivals or by longer handling; the largest load that still meets the
/// goal is found to 13 digits.
public struct LoadSearch: Sendable {
  /// The formula that judges, with its parameters.
  public let model: any QueueingModel

  /// Creates a search with a formula and its parameters.
  public init(_ model: any QueueingModel) { self.model = model }

  /// The largest arrival rate, per second, at which `agents` meet the goal; the traffic's own rate is ignored.
  ///
  /// *Edge cases*: infinity where no rate below 10⁷ erlangs breaks the goal.
  /// *Throws*: `QueueingError.unreachable` where even the least load misses the goal, `.outOfRange` for a goal
  /// or agents out of range, and where the formula ends, such as at 10⁷ waiting contacts, before the goal does.
  /// *Complexity*: about twenty evaluations.
  public func largestArrivalRate(
    for traffic: Traffic, agents: Double, goal: ServiceGoal
  ) throws(QueueingError) -> Double {
    try largest(agents, goal, start: agents / traffic.meanHandleSeconds) {
      (rate) throws(QueueingError) in
      try Traffic(
        arrivalsPerSecond: rate, meanHandleSeconds: traffic.meanHandleSeconds,
        meanPatienceSeconds: traffic.meanPatienceSeconds)
    }
  }

  /// The longest mean handle time, in seconds, at which `agents` meet the goal; the traffic's own is ignored.
  ///
  /// *Edge cases*: infinity where no handle time below 10⁷ erlangs breaks the goal.
  /// *Throws*: as `largestArrivalRate`.
  public func longestHandleTime(
    for traffic: Traffic, agents: Double, goal: ServiceGoal
  ) throws(QueueingError) -> Double {
    try largest(agents, goal, start: agents / traffic.arrivalsPerSecond) {
      (seconds) throws(QueueingError) in
      try Traffic(
        arrivalsPerSecond: traffic.arrivalsPerSecond, meanHandleSeconds: seconds,
        meanPatienceSeconds: traffic.meanPatienceSeconds)
    }
  }

  private func largest(
    _ agents: Double, _ goal: ServiceGoal, start: Double,
    traffic: (Double) throws(QueueingError) -> Traffic
  ) throws(QueueingError) -> Double {
    try goal.validate()
    try Traffic.check("agents", agents, 1e-12, Double(model.mostAgents))
    // Where the formula refuses, the lowest such place and why: it is not where the goal ends.
    var refusal: (x: Double, error: QueueingError)?
    var isAnywhereKnown = false
    /// The margin at a rate or time e^x, −1 where there is no steady state; nil beyond what traffic may be.
    func margin(_ x: Double) -> Double? {
      guard let traffic = try? traffic(exp(x)) else { return nil }
      do throws(QueueingError) {
        let value = try goal.knownMargin(of: traffic, agents: agents, by: model)
        isAnywhereKnown = true
        return value
      } catch {
        if case .outOfRange = error {
          if x < refusal?.x ?? .infinity { refusal = (x, error) }
        } else {
          isAnywhereKnown = true
        }
        return -1
      }
    }
    let step = log(2.0)
    let first = log(start)
    guard let atFirst = margin(first) else {
      throw .outOfRange(quantity: "agents", value: agents, expected: "a load within range")
    }
    var (met, atMet) = (first, atFirst)
    var (missed, atMissed) = (first, atFirst)
    if atFirst >= 0 {
      repeat {
        (met, atMet) = (missed, atMissed)
        guard let next = margin(met + step) else { return .infinity }
        (missed, atMissed) = (met + step, next)
      } while atMissed >= 0
    } else {
      repeat {
        (missed, atMissed) = (met, atMet)
        guard let next = margin(missed - step) else {
          if let refusal, !isAnywhereKnown { throw refusal.error }
          throw .unreachable(goal: goal.text, loadErlangs: agents * exp(missed - first))
        }
        (met, atMet) = (missed - step, next)
      } while atMet < 0
    }
    let root = fallingRoot(from: met, atMet, to: missed, atMissed, tolerance: 1e-14) {
      margin($0) ?? -1
    }
    if let refusal, refusal.x - root < 1e-9 { throw refusal.error }
    return exp(root)
  }
}
