internal import ContactCenter

/// What behaviors must satisfy before they are simulated.
///
/// One function per behavior, named like it.
struct BehaviorCheck {
  private let queue: QueueModel
  private let queues: [QueueModel]
  private var behavior: QueueBehavior { queue.behavior }

  /// Checks everything one queue says of its contacts.
  ///
  /// *Throws*: `SimulationError` with the first value out of range.
  static func queue(
    _ queue: QueueModel, _ queues: [QueueModel], end: Double
  ) throws(SimulationError) {
    let check = BehaviorCheck(queue: queue, queues: queues)
    try check.customers()
    try check.returning()
    try check.transfers()
    try check.selfService()
    try check.callback()
    try check.work()
    try check.outbound()
    try check.routing()
    try arrivals(queue, end: end)
  }

  private func customers() throws(SimulationError) {
    try shape(queue.patienceShape, "the shape of patience")
    try share(behavior.balking, "the share that balks")
    try share(behavior.busynessCorrelation, "the correlation of busyness")
    if !(behavior.intervalVariation >= 0 && behavior.intervalVariation <= 10) {
      throw fail(
        "the variation of intervals", behavior.intervalVariation, "Maybe it is in percent.")
    }
    if let most = behavior.maximumWaiting, most < 0 {
      throw fail("the most that may wait", most, "Maybe leave it out where there is no limit.")
    }
    if let preferred = behavior.preferred {
      try share(preferred.share, "the share of preferred customers")
      try factor(preferred.patience, "the patience of preferred customers")
    }
  }

  private func returning() throws(SimulationError) {
    if let redial = behavior.redial {
      try share(redial.afterAbandonment, "the share of redials after abandonment")
      try share(redial.afterBlock, "the share of redials after a block")
      try time(redial.delay, "the delay of redials", above: 1)
      try known(redial.queue, "the queue of redials")
      if let most = redial.maximumAttempts, most < 1 {
        throw fail("the most attempts", most, "Maybe leave redials out: the first attempt is one.")
      }
    }
    if let recontact = behavior.recontact {
      try share(recontact.share, "the share of recontacts")
      try time(recontact.delay, "the delay of recontacts", above: 1)
      try known(recontact.queue, "the queue of recontacts")
    }
  }

  private func transfers() throws(SimulationError) {
    var transferred = 0.0
    for transfer in behavior.transfers {
      try share(transfer.share, "the share of transfers")
      try known(transfer.queue, "the queue of transfers")
      transferred += transfer.share.value
    }
    if transferred > 1 + 1e-9 {
      throw fail("the sum of all transfers", transferred, "Maybe a share is in percent.")
    }
  }

  private func selfService() throws(SimulationError) {
    guard let stage = behavior.selfService else { return }
    try time(stage.time, "the time with self-service")
    try shape(stage.shape, "the shape of self-service")
    try share(stage.containment, "containment")
    try share(stage.leakage, "leakage")
    if let ports = stage.ports, ports < 0 {
      throw fail("the number of ports", ports, "Maybe leave it out where there is no limit.")
    }
  }

  private func callback() throws(SimulationError) {
    guard let offer = behavior.callback else { return }
    try time(offer.expectedWait, "the expected wait of the callback offer")
    try time(offer.attempt, "the time of an attempt to call back")
    try share(offer.acceptance, "the share that accepts a callback")
    try share(offer.reached, "the share of callbacks that reach the customer")
    try factor(offer.declinedPatience, "the patience of those who decline")
    if case .scheduled(let after) = offer.kind {
      try time(after, "the time until a scheduled callback", above: 1)
    }
  }

  private func work() throws(SimulationError) {
    try shape(queue.handleTimeShape, "the shape of handle times")
    try share(behavior.wrapUp, "the share of wrap-up")
    for level in behavior.handleTimeByLevel {
      try factor(level, "the handle time by sessions", above: 0.01)
    }
    if let conversation = behavior.conversation {
      guard conversation.turns >= 1, conversation.turns <= 1000 else {
        throw fail("the number of turns", conversation.turns, "Maybe leave the conversation out.")
      }
      try time(conversation.thinking, "the time customers think")
    }
  }

  private func outbound() throws(SimulationError) {
    guard let campaign = behavior.outbound else { return }
    try share(campaign.connected, "the share of attempts that connect")
    try share(campaign.rightParty, "the share of right persons")
    try share(campaign.abandonmentCap, "the cap on abandoned calls")
    try time(campaign.attempt, "the time of an attempt", above: 1)
    try time(campaign.wrongParty, "the time with a wrong person")
    try time(campaign.patience, "the patience of called customers")
    if campaign.reserve < 0 { throw fail("the reserve", campaign.reserve, "Maybe it should be 0.") }
  }

  private func routing() throws(SimulationError) {
    for step in queue.steps { try time(step.after, "the time of a routing step") }
    for (name, reserve) in queue.reserves.sorted(by: { $0.key < $1.key }) where reserve < 0 {
      throw fail("the reserve in \(name)", reserve, "Maybe it should be 0.")
    }
  }

  private func fail(_ what: String, _ value: some Any, _ advice: String) -> SimulationError {
    SimulationError("\(what) is \(value)", place: queue.name, advice: advice)
  }

  private func share(_ value: Share, _ what: String) throws(SimulationError) {
    guard value.value >= 0, value.value <= 1 else {
      throw fail(what, value.value, "Maybe it is in percent: a share is 0 to 1.")
    }
  }

  private func time(
    _ value: Seconds, _ what: String, above least: Double = 0
  ) throws(SimulationError) {
    guard value.value >= least, value.value <= 1e9 else {
      throw fail(what, value.value, "Maybe the unit is missing or the time is zero.")
    }
  }

  private func known(_ name: String?, _ what: String) throws(SimulationError) {
    guard let name, !queues.contains(where: { $0.name == name }) else { return }
    throw fail(what, name, "Maybe the name is misspelled: the model has no such queue.")
  }

  private func factor(
    _ value: Double, _ what: String, above least: Double = 0
  ) throws(SimulationError) {
    guard value >= least, value <= 1000 else {
      throw fail(what, value, "Maybe it is in percent: 1 is unchanged.")
    }
  }

  private func shape(_ shape: DurationShape?, _ what: String) throws(SimulationError) {
    let isSound =
      switch shape {
      case nil, .constant, .exponential, .uniform: true
      case .lognormal(let variation), .gamma(let variation): variation >= 0 && variation <= 100
      case .erlang(let stages): (1...10_000).contains(stages)
      case .hyperexponential(let share, let factor):
        share >= 0 && share <= 1 && factor > 0 && factor <= 1e6
      case .weibull(let exponent): exponent >= 0.1 && exponent <= 100
      case .empirical(let values):
        values.allSatisfy { $0 >= 0 && $0 <= 1e9 } && values.contains { $0 > 0 }
      }
    guard isSound else {
      throw SimulationError(
        "\(what) has a parameter out of range", place: queue.name,
        advice: "Maybe a variation is in percent, or a list of durations is empty.")
    }
  }

  private static func arrivals(
    _ queue: QueueModel, end: Double
  ) throws(SimulationError) {
    switch queue.arrivals {
    case .rates: return
    case .paths(let paths):
      guard !paths.isEmpty,
        paths.allSatisfy({ $0.count == queue.expectedContacts.count })
      else {
        throw SimulationError(
          "its sample paths do not cover its \(queue.expectedContacts.count) intervals",
          place: queue.name, advice: "Maybe the paths belong to another horizon.")
      }
      for path in paths {
        guard path.allSatisfy({ $0 >= 0 && $0 <= ModelCheck.maximumContacts }) else {
          throw SimulationError(
            "a sample path has a volume below zero or without end", place: queue.name,
            advice: "Maybe the paths are broken.")
        }
        try ModelCheck.volume(path.reduce(0, +))
      }
    case .trace(let contacts):
      for contact in contacts {
        let values = [contact.seconds, contact.handleSeconds ?? 0]
        guard values.allSatisfy(\.isFinite), (contact.handleSeconds ?? 0) >= 0,
          (contact.patienceSeconds ?? 0) >= 0
        else {
          throw SimulationError(
            "a recorded contact has the time \(contact.seconds), handle time \(contact.handleSeconds ?? 0) and patience \(contact.patienceSeconds ?? 0)",
            place: queue.name, advice: "Maybe a column is in another unit.")
        }
      }
    }
  }
}
