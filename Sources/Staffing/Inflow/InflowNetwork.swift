internal import ContactCenter

/// The queues of a center with the contacts that flow between them, as a fluid.
///
/// Everything is linear once the shares of those who give up are known: what enters a queue is what is forecast, what
/// comes again and what others hand on. The flows are run around until they no longer change; every share is below
/// one, so they settle.
struct InflowNetwork {
  /// One queue's flows.
  struct Flow {
    /// Contacts that reach agents, or their line.
    var reaching: [Double]
    /// Of those, the ones the self-service could not settle.
    var through: [Double]
    /// Contacts without a port.
    var blocked: [Double]
    /// Contacts that the self-service settled.
    var contained: Double
  }

  let timeline: InflowTimeline
  private(set) var queues: [InflowQueue]

  init(_ forecast: DemandForecast, _ request: StaffingRequest) {
    let timeline = InflowTimeline(forecast, request)
    self.timeline = timeline
    queues = request.queues.sorted { $0.name < $1.name }.map {
      InflowQueue($0, demand: forecast[queue: $0.name], timeline: timeline, request: request)
    }
  }

  /// Takes the shares that staffing gives.
  mutating func take(_ abandonment: [Double], _ calledBack: [Double], of queue: Int) {
    queues[queue].abandonment = abandonment
    queues[queue].calledBack = calledBack
  }

  /// Runs the flows around until they settle to a millionth.
  ///
  /// *Complexity*: some twenty rounds where a tenth of the contacts flows on, each linear in queues and intervals.
  mutating func settle() {
    for _ in 0..<500 {
      let before = queues.map { ($0.returned, $0.handedOn) }
      round()
      var change = 0.0
      var size = 1.0
      for (old, new) in zip(before, queues) {
        for index in new.returned.indices {
          change = max(
            change, abs(old.0[index] - new.returned[index]),
            abs(old.1[index] - new.handedOn[index]))
          size = max(size, new.fresh[index])
        }
      }
      if change <= 1e-6 * size { return }
    }
  }

  /// The flows of one queue as they stand.
  func flow(of index: Int) -> Flow {
    let node = queues[index]
    let entering = node.entering.indices.map { node.takes[$0] ? node.entering[$0] : 0 }
    let stage = SelfServiceInflow(
      entering, stage: node.queue.behavior.selfService, on: timeline)
    let reaching = entering.indices.map { slot in
      node.takes[slot] ? stage.straight[slot] + stage.through[slot] + node.handedOn[slot] : 0
    }
    return Flow(
      reaching: reaching, through: stage.through, blocked: stage.blocked,
      contained: stage.contained)
  }

  private mutating func round() {
    let zeros = [Double](repeating: 0, count: timeline.starts.count)
    var returned = queues.map { _ in zeros }
    var handedOn = returned
    func place(_ name: String?, _ own: Int) -> Int? {
      guard let name else { return own }
      return queues.firstIndex { $0.queue.name == name }
    }
    for (index, node) in queues.enumerated() {
      let behavior = node.queue.behavior
      let flow = flow(of: index)
      let abandoned = zip(flow.reaching, node.abandonment).map(*)
      let answered = zip(flow.reaching, abandoned).map(-)
      if let redial = behavior.redial, let target = place(redial.queue, index) {
        let flows = ReturningInflow.redials(
          abandoned: abandoned, blocked: flow.blocked, reaching: flow.reaching, redial: redial,
          on: timeline)
        returned[target] = zip(returned[target], flows).map(+)
      }
      if let recontact = behavior.recontact, let target = place(recontact.queue, index) {
        let flows = ReturningInflow.recontacts(
          answered: answered, behavior: behavior, on: timeline)
        returned[target] = zip(returned[target], flows).map(+)
      }
      let work = zip(answered, node.handleSeconds).reduce(0) { $0 + $1.0 * $1.1 }
      let contacts = answered.reduce(0, +)
      for transfer in behavior.transfers {
        guard let target = place(transfer.queue, index) else { continue }
        let flows = TransferInflow.handedOn(
          answered: answered, share: transfer.share.value,
          meanHandleSeconds: contacts > 0 ? work / contacts : 0, on: timeline)
        handedOn[target] = zip(handedOn[target], flows).map(+)
      }
    }
    for index in queues.indices {
      queues[index].returned = returned[index]
      queues[index].handedOn = handedOn[index]
    }
  }
}
