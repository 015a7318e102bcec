internal import ContactCenter

/// The keys of a queue that say how its contacts are worked.
enum WorkSection {
  static func read(_ keys: [String: PlanNode], into queue: inout Queue) throws(PlanError) {
    if let node = keys["handle_time_shape"] {
      guard keys["handle_time_cv"] == nil else {
        throw node.error(
          "handle_time_shape and handle_time_cv both say how handle times spread",
          hint: "Maybe leave handle_time_cv out.")
      }
      queue.handleTimeShape = try node.shape()
    }
    if let node = keys["handle_time_by_sessions"] {
      for item in try node.list() {
        queue.behavior.handleTimeByLevel.append(try item.number(0.01...100))
      }
    }
    if let node = keys["conversation"] { queue.behavior.conversation = try conversation(node) }
    if let node = keys["interruptible"] { queue.behavior.isInterruptible = try node.flag() }
    if let node = keys["wrap_up"] {
      queue.behavior.wrapUp = try node.value("a share below 100%") { text in
        Share(text: text).flatMap { $0.value < 1 ? $0 : nil }
      }
    }
    if let node = keys["clock"] {
      queue.behavior.clock = try node.choice(QueueBehavior.Clock.self)
      try needsHours(node, queue, queue.behavior.clock == .openHours)
    }
    if let node = keys["closing"] {
      queue.behavior.closing = try node.choice(QueueBehavior.Closing.self)
      try needsHours(node, queue, queue.behavior.closing == .dismiss)
    }
    if let node = keys["backlog"] {
      queue.behavior.startingBacklog = try node.whole(0...1_000_000)
    }
    if let node = keys["outbound"] { queue.behavior.outbound = try outbound(node) }
  }

  private static func needsHours(
    _ node: PlanNode, _ queue: Queue, _ needed: Bool
  ) throws(PlanError) {
    guard needed, queue.openingHours == nil else { return }
    throw node.error(
      "\(node.path) is \"\(try node.text())\", but open does not say when the queue is open",
      hint: "Maybe add open: { mon-fri: \"08:00-18:00\" }.")
  }

  private static func conversation(_ node: PlanNode) throws(PlanError) -> Conversation {
    let keys = try node.section(PlanKeyCatalog.conversation)
    return Conversation(
      turns: try node.required("turns", in: keys, example: "6").number(1...1000),
      thinking: try node.required("thinking", in: keys, example: "45s").positiveSeconds(),
      keepsSession: try keys["keeps_session"]?.flag() ?? true)
  }

  private static func outbound(_ node: PlanNode) throws(PlanError) -> OutboundCampaign {
    let keys = try node.section(PlanKeyCatalog.outbound)
    let connected = try node.required("connected", in: keys, example: "30%")
    var campaign = OutboundCampaign(
      pacing: try node.required("pacing", in: keys, example: "progressive")
        .choice(OutboundCampaign.Pacing.self),
      connected: try connected.share(),
      attempt: try node.required("attempt", in: keys, example: "25s").delay())
    guard campaign.connected.value > 0 else {
      throw connected.error("\(connected.path) is 0: nobody is ever reached")
    }
    if let node = keys["right_party"] { campaign.rightParty = try node.share() }
    if let node = keys["wrong_party"] { campaign.wrongParty = try node.seconds() }
    if let node = keys["abandonment_cap"] { campaign.abandonmentCap = try node.share() }
    if let node = keys["patience"] { campaign.patience = try node.seconds() }
    if let node = keys["reserve"] { campaign.reserve = try node.whole(0...100_000) }
    return campaign
  }
}
