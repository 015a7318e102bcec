/// The measures of any chain that, once every server is busy, goes on like Erlang A or, with endless
/// patience, like Erlang C: only the states with a free server differ.
///
/// `agents` times 1/AHT is the completion rate with every server busy; `busy` holds the weight of the states
/// with a free one in units of the state before all are.
///
/// *Throws*: `QueueingError.unstable` for endless patience and a load of `agents` or more; `.outOfRange`
/// where more than 10⁷ contacts would wait, or 10¹³ arrive in one patience at such a load.
func waitingMeasures(
  of traffic: Traffic, agents: Double, busy: ScaledValue, threshold: Double,
  shortThreshold: Double, formula: String
) throws(QueueingError) -> ServiceMeasures {
  guard traffic.isPatienceFinite else {
    guard agents > ErlangC.agentsToExceed(for: traffic) else {
      throw .unstable(formula: formula, loadErlangs: traffic.loadErlangs, agents: agents)
    }
    return ErlangC.measures(of: traffic, agents: agents, busy: busy, threshold: threshold)
  }
  guard let state = ErlangAState(traffic, agents: agents, busy: busy) else {
    let waiting =
      (traffic.loadErlangs - agents) * traffic.meanPatienceSeconds / traffic.meanHandleSeconds
    guard waiting >= 1e7 else {
      throw .outOfRange(
        quantity: "contacts within one patience",
        value: traffic.arrivalsPerSecond * traffic.meanPatienceSeconds,
        expected: "at most \(WaitingSums.mostPerPatience) where agents are this busy")
    }
    throw .outOfRange(
      quantity: "waiting contacts", value: waiting, expected: "at most 10000000")
  }
  return state.measures(threshold: threshold, shortThreshold: shortThreshold)
}
