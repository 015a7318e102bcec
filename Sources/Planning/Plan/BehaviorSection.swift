internal import ContactCenter

/// The keys of a queue that say what its customers do.
enum BehaviorSection {
  static func read(
    _ keys: [String: PlanNode], into queue: inout Queue, _ context: PlanContext
  ) throws(PlanError) {
    if let node = keys["patience_shape"] {
      guard queue.patience != nil else {
        throw node.error(
          "\(node.path) spreads a patience that is not given", hint: "Maybe add patience: 2m.")
      }
      queue.patienceShape = try node.shape()
    }
    if let node = keys["busyness"] { try busyness(node, into: &queue) }
    if let node = keys["balking"] { queue.behavior.balking = try node.share() }
    if let node = keys["max_waiting"] {
      queue.behavior.maximumWaiting = try node.whole(0...1_000_000)
    }
    if let node = keys["preferred"] { queue.behavior.preferred = try preferred(node) }
    if let node = keys["redial"] { queue.behavior.redial = try redial(node, context) }
    if let node = keys["transfers"] { queue.behavior.transfers = try transfers(node, context) }
    if let node = keys["recontact"] { queue.behavior.recontact = try recontact(node, context) }
    if let node = keys["self_service"] {
      queue.behavior.selfService = try selfService(node, context)
    }
    if let node = keys["callback"] { queue.behavior.callback = try callback(node) }
    if let node = keys["campaigns"] {
      queue.behavior.campaigns = try CampaignSection.read(node, context)
    }
  }

  private static func busyness(_ node: PlanNode, into queue: inout Queue) throws(PlanError) {
    let keys = try node.section(PlanKeyCatalog.busyness)
    queue.busynessVariation = try keys["day"]?.number(0...3)
    if let node = keys["interval"] { queue.behavior.intervalVariation = try node.number(0...3) }
    if let node = keys["correlation"] { queue.behavior.busynessCorrelation = try node.share() }
  }

  private static func preferred(_ node: PlanNode) throws(PlanError) -> QueueBehavior.Preference {
    let keys = try node.section(PlanKeyCatalog.preferred)
    return QueueBehavior.Preference(
      share: try node.required("share", in: keys, example: "10%").share(),
      patience: try keys["patience"]?.number(0.01...100) ?? 1)
  }

  private static func redial(
    _ node: PlanNode, _ context: PlanContext
  ) throws(PlanError) -> Redial {
    let keys = try node.section(PlanKeyCatalog.redial)
    guard keys["after_abandonment"] != nil || keys["after_block"] != nil else {
      throw node.error(
        "\(node.path) says nobody tries again",
        hint: "Maybe add after_abandonment: 40% or after_block: 60%.")
    }
    return Redial(
      afterAbandonment: try keys["after_abandonment"]?.share() ?? Share(0),
      afterBlock: try keys["after_block"]?.share() ?? Share(0),
      delay: try node.required("delay", in: keys, example: "10m").delay(),
      maximumAttempts: try keys["attempts"]?.whole(1...1000),
      queue: try keys["to"]?.name(of: "queue", in: context.queues))
  }

  private static func transfers(
    _ node: PlanNode, _ context: PlanContext
  ) throws(PlanError) -> [Transfer] {
    var transfers: [Transfer] = []
    for item in try node.list() {
      let keys = try item.section(PlanKeyCatalog.transfer)
      transfers.append(
        Transfer(
          share: try item.required("share", in: keys, example: "8%").share(),
          queue: try item.required("to", in: keys, example: context.queues.sorted()[0])
            .name(of: "queue", in: context.queues)))
    }
    let total = transfers.reduce(0) { $0 + $1.share.value }
    guard total < 1 + 1e-9 else {
      throw node.error(
        "\(node.path) hand on \(Share(total).text) of the contacts",
        hint: "Maybe a share is written as 80 where 8% is meant.")
    }
    return transfers
  }

  private static func recontact(
    _ node: PlanNode, _ context: PlanContext
  ) throws(PlanError) -> Recontact {
    let keys = try node.section(PlanKeyCatalog.recontact)
    return Recontact(
      share: try node.required("share", in: keys, example: "5%").share(),
      delay: try node.required("delay", in: keys, example: "2d").delay(),
      queue: try keys["to"]?.name(of: "queue", in: context.queues))
  }

  private static func selfService(
    _ node: PlanNode, _ context: PlanContext
  ) throws(PlanError) -> SelfService {
    let keys = try node.section(PlanKeyCatalog.selfService)
    var outages: [SelfService.Outage] = []
    for item in try keys["outages"]?.list() ?? [] {
      let stretch = try item.stretch(try item.section(PlanKeyCatalog.outage), context)
      outages.append(SelfService.Outage(start: stretch.start, end: stretch.end))
    }
    return SelfService(
      time: try node.required("time", in: keys, example: "90s").positiveSeconds(),
      shape: try keys["shape"]?.shape() ?? .exponential,
      containment: try node.required("containment", in: keys, example: "35%").share(),
      leakage: try keys["leakage"]?.share() ?? Share(0),
      ports: try keys["ports"]?.whole(0...1_000_000), outages: outages,
      extraHandleTime: try keys["extra_handle_time"]?.seconds() ?? Seconds(0))
  }

  private static func callback(_ node: PlanNode) throws(PlanError) -> CallbackOffer {
    let keys = try node.section(PlanKeyCatalog.callback)
    let kind = try keys["kind"]?.value("virtual-hold, or after with a duration") { text in
      callbackKind(text: text)
    }
    var offer = CallbackOffer(
      kind: kind ?? .virtualHold,
      expectedWait: try node.required("expected_wait", in: keys, example: "3m").seconds(),
      acceptance: try node.required("acceptance", in: keys, example: "40%").share())
    if let node = keys["reached"] {
      offer.reached = try node.share()
      guard offer.reached.value > 0 else {
        throw node.error("\(node.path) is 0: nobody is ever reached")
      }
    }
    if let node = keys["attempt"] { offer.attempt = try node.seconds() }
    if let node = keys["declined_patience"] {
      offer.declinedPatience = try node.number(0.01...100)
    }
    return offer
  }

  /// `virtual-hold` or `after 2h`.
  private static func callbackKind(text: String) -> CallbackOffer.Kind? {
    if text == "virtual-hold" { return .virtualHold }
    guard text.hasPrefix("after "), let after = Seconds(text: String(text.dropFirst(6))),
      (1...1e9).contains(after.value)
    else { return nil }
    return .scheduled(after: after)
  }
}
