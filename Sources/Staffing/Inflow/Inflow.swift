public import ContactCenter

/// From contacts as they come to contacts that reach agents.
///
/// A forecast counts who comes to a queue for the first time; what stands in front of the queue, who comes again and what
/// others hand on decide how many of them agents see. The same attributes drive the simulation.
public struct Inflow: Sendable {
  /// What was made of one queue.
  public struct Summary: Hashable, Sendable {
    /// The queue.
    public var queue: String
    /// Contacts forecast.
    public var forecast: Double
    /// Contacts that reach agents or their line.
    public var reaching: Double
    /// Contacts that the self-service settles.
    public var contained: Double
    /// Contacts that find no port of it.
    public var blocked: Double
    /// Contacts that come again: redials and recontacts.
    public var returned: Double
    /// Contacts that other queues hand on.
    public var handedOn: Double
    /// Contacts that are called back.
    public var calledBack: Double
  }

  /// The forecast of what reaches agents.
  public var forecast: DemandForecast
  /// The request with queues as agents see them: a list to dial is work that may wait.
  public var request: StaffingRequest
  /// What was made of each queue whose attributes change its inflow.
  public var summaries: [Summary]

  /// Whether any attribute of any queue changes who reaches agents.
  static func concerns(_ request: StaffingRequest) -> Bool {
    request.queues.contains(where: changes)
  }

  /// Whether agents see other contacts of a queue than those forecast.
  static func changes(_ queue: Queue) -> Bool {
    let behavior = queue.behavior
    return behavior.selfService != nil || behavior.redial != nil || behavior.recontact != nil
      || behavior.callback != nil || behavior.outbound != nil || !behavior.transfers.isEmpty
  }

  /// Whether what reaches agents rests on how many give up or are called back, which staffing decides.
  static func dependsOnStaff(_ request: StaffingRequest) -> Bool {
    request.queues.contains { queue in
      let behavior = queue.behavior
      return (behavior.redial?.afterAbandonment.value ?? 0) > 0 || behavior.recontact != nil
        || behavior.callback != nil || !behavior.transfers.isEmpty
    }
  }

  init(_ network: InflowNetwork, _ forecast: DemandForecast, _ request: StaffingRequest) {
    var queues = forecast.queues
    var summaries: [Summary] = []
    for (index, node) in network.queues.enumerated() {
      let flow = network.flow(of: index)
      let demand = Self.demand(
        node, flow, old: forecast[queue: node.queue.name], network.timeline)
      if let demand, let place = queues.firstIndex(where: { $0.queue == demand.queue }) {
        queues[place] = demand
      } else if let demand {
        queues.append(demand)
      }
      let (returned, handedOn) = (node.taken(node.returned), node.taken(node.handedOn))
      guard Self.changes(node.queue) || returned > 0 || handedOn > 0 else { continue }
      summaries.append(
        Summary(
          queue: node.queue.name, forecast: node.fresh.reduce(0, +),
          reaching: flow.reaching.reduce(0, +), contained: flow.contained,
          blocked: flow.blocked.reduce(0, +), returned: returned, handedOn: handedOn,
          calledBack: zip(flow.reaching, node.calledBack).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    self.forecast = DemandForecast(queues: queues)
    self.request = request
    self.request.queues = request.queues.map {
      $0.behavior.outbound == nil ? $0 : OutboundInflow.queue($0)
    }
    self.summaries = summaries
    self.request.paths = Self.paths(request.paths, as: self.forecast, beside: forecast)
  }

  /// Sample paths of who comes, in the proportion in which the mean reaches agents.
  private static func paths(
    _ paths: [SamplePathPoint], as reaching: DemandForecast, beside forecast: DemandForecast
  ) -> [SamplePathPoint] {
    guard !paths.isEmpty else { return [] }
    func volumes(_ forecast: DemandForecast) -> [String: [Instant: Double]] {
      var result: [String: [Instant: Double]] = [:]
      for queue in forecast.queues {
        for interval in queue.intervals {
          result[queue.queue, default: [:]][interval.start] = interval.offered
        }
      }
      return result
    }
    let (old, new) = (volumes(forecast), volumes(reaching))
    return paths.map { point in
      guard let before = old[point.queue]?[point.start], before > 0,
        let after = new[point.queue]?[point.start]
      else { return point }
      var point = point
      point.offered *= after / before
      return point
    }
  }

  /// The forecast of one queue with its volumes, handle times and quantiles as agents see them; nil where nobody comes.
  private static func demand(
    _ node: InflowQueue, _ flow: InflowNetwork.Flow, old: QueueForecast?, _ timeline: InflowTimeline
  ) -> QueueForecast? {
    var rows: [Instant: ForecastInterval] = [:]
    for interval in old?.intervals ?? [] { rows[interval.start] = interval }
    guard old != nil || flow.reaching.contains(where: { $0 > 0 }) else { return nil }
    var intervals: [ForecastInterval] = []
    for (slot, start) in timeline.starts.enumerated() {
      let row = rows[start]
      guard row != nil || flow.reaching[slot] > 0 else { continue }
      var interval =
        row ?? ForecastInterval(start: start, offered: 0, handleSecondsMean: nil)
      let reaching = flow.reaching[slot]
      let known = interval.handleSecondsMean != nil || node.queue.handleTime != nil || row == nil
      if known, node.handleSeconds[slot] > 0 {
        interval.handleSecondsMean = handle(node, flow, slot)
      }
      // A closed interval keeps what was forecast for it: whoever came then reaches nobody.
      if node.takes[slot] {
        let factor = interval.offered > 0 ? reaching / interval.offered : 0
        interval.quantiles =
          interval.offered > 0 ? interval.quantiles.map { $0 * factor } : []
        interval.offered = reaching
      }
      intervals.append(interval)
    }
    return QueueForecast(
      queue: node.queue.name, channel: old?.channel ?? node.queue.channel.name,
      intervals: intervals)
  }

  private static func handle(_ node: InflowQueue, _ flow: InflowNetwork.Flow, _ slot: Int) -> Double
  {
    var handle = node.handleSeconds[slot]
    let behavior = node.queue.behavior
    if let stage = behavior.selfService, flow.reaching[slot] > 0 {
      handle += stage.extraHandleTime.value * flow.through[slot] / flow.reaching[slot]
    }
    if let offer = behavior.callback {
      handle = CallbackInflow.handleSeconds(
        handle, offer: offer, calledBack: node.calledBack[slot])
    }
    if let campaign = behavior.outbound {
      handle = OutboundInflow.secondsPerNumber(campaign, handleSeconds: handle)
    }
    return handle
  }
}
