internal import Queueing

/// Erlang B as a model: nobody waits, and who finds every agent busy is lost.
struct LossModel: QueueingModel {
  var name: String { "erlang-b" }

  /// The measures of one case: whoever is not lost is answered at once.
  func measures(
    of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
  ) throws(QueueingError) -> ServiceMeasures {
    let load = traffic.loadErlangs
    let blocking = try ErlangB.blocking(loadErlangs: load, agents: agents)
    var result = ServiceMeasures(agents: agents, loadErlangs: load, thresholdSeconds: threshold)
    result.blocking = blocking
    result.answered = 1 - blocking
    result.answeredWithin = 1 - blocking
    result.occupancy = agents > 0 ? load * (1 - blocking) / agents : 0
    return result
  }
}

/// M/M/n/K with or without patience as a model; the traffic carries the patience.
struct LinesModel: QueueingModel {
  let name: String
  let lines: Int

  var mostAgents: Int { lines }
  var takesFractions: Bool { false }

  func measures(
    of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
  ) throws(QueueingError) -> ServiceMeasures {
    guard let whole = Int(exactly: agents) else {
      throw .outOfRange(quantity: "agents", value: agents, expected: "a whole number")
    }
    return try LimitedLines.measures(
      of: traffic, agents: whole, lines: lines, threshold: threshold,
      shortThreshold: shortThreshold)
  }
}
