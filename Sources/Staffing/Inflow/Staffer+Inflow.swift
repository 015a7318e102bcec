public import ContactCenter

extension Staffer {
  /// The requirement for contacts as they come: what reaches agents first, then the agents.
  ///
  /// Who redials, is handed on or comes back depends on who gives up, and that on the agents. So staffing and inflow take
  /// turns until the agents no longer change, at most eight times; where they go back and forth the last inflow is
  /// staffed. Without any such attribute it is ``requirement(for:request:)`` itself.
  ///
  /// *Throws*: as ``requirement(for:request:)``.
  public static func requirement(
    forArriving forecast: DemandForecast, request: StaffingRequest
  ) throws(StaffingError) -> StaffingResult {
    let answer = try settled(forecast, request)
    var result = answer.result
    if let inflow = answer.inflow {
      result.findings += inflow.summaries.compactMap { InflowFindings.note($0, inflow, request) }
    }
    return result
  }

  /// What reaches agents, as ``requirement(forArriving:request:)`` staffs it; nil where that is the forecast itself.
  ///
  /// *Throws*: as ``requirement(for:request:)``.
  public static func inflow(
    of forecast: DemandForecast, request: StaffingRequest
  ) throws(StaffingError) -> Inflow? {
    try settled(forecast, request).inflow
  }

  private static func settled(
    _ forecast: DemandForecast, _ request: StaffingRequest
  ) throws(StaffingError) -> (result: StaffingResult, inflow: Inflow?) {
    guard Inflow.concerns(request) else {
      return (try requirement(for: forecast, request: request), nil)
    }
    for queue in forecast.queues {
      for interval in queue.intervals { try check(interval, queue: queue.queue) }
    }
    var network = InflowNetwork(forecast, request)
    network.settle()
    var inflow = Inflow(network, forecast, request)
    var result = try requirement(for: inflow.forecast, request: inflow.request)
    guard Inflow.dependsOnStaff(request) else { return (result, inflow) }
    var unchanged = 0
    for _ in 0..<8 {
      feed(result.requirement, inflow, request, to: &network)
      network.settle()
      inflow = Inflow(network, forecast, request)
      let next = try requirement(for: inflow.forecast, request: inflow.request)
      // Once more after the agents have settled, so that the inflow is what these agents make of it.
      unchanged = agents(next) == agents(result) ? unchanged + 1 : 0
      result = next
      if unchanged == 2 { break }
    }
    return (result, inflow)
  }

  /// Tells the network who gives up and who is called back with these agents.
  private static func feed(
    _ requirement: StaffingRequirement, _ inflow: Inflow, _ request: StaffingRequest,
    to network: inout InflowNetwork
  ) {
    for (index, node) in network.queues.enumerated() {
      guard let staffed = requirement[queue: node.queue.name] else { continue }
      var rows: [Instant: RequirementInterval] = [:]
      for interval in staffed.intervals { rows[interval.start] = interval }
      let abandonment = network.timeline.starts.map { start in
        let share = rows[start]?.abandonment ?? 0
        return share.isFinite ? min(1, max(0, share)) : 0
      }
      var calledBack = abandonment.map { _ in 0.0 }
      if let offer = node.queue.behavior.callback {
        for (slot, start) in network.timeline.starts.enumerated() {
          guard let row = rows[start] else { continue }
          calledBack[slot] = CallbackInflow.accepted(
            offer, queue: node.queue, options: request.options, contacts: row.offered ?? 0,
            seconds: network.timeline.lengths[slot], handleSeconds: row.handleSecondsMean ?? 0,
            agents: row.agents)
        }
      }
      network.take(abandonment, calledBack, of: index)
    }
  }

  private static func agents(_ result: StaffingResult) -> [[Int]] {
    result.requirement.queues.map { $0.intervals.map(\.agents) }
  }
}
