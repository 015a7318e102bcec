internal import ContactCenter

extension PlanText {
  /// What a queue does beyond arriving, waiting and being handled, and who takes its contacts: only what is said, in
  /// the words of the plan, so that it reads back.
  static func addBehavior(of queue: Queue, zone: ZoneRules, to out: inout [String: String]) {
    let path = "queues.\(queue.name)"
    for (key, value) in customers(queue, zone) + work(queue) + routing(queue) {
      if let value { out["\(path).\(key)"] = value }
    }
  }

  private typealias Pair = (String, String?)

  private static func customers(_ queue: Queue, _ zone: ZoneRules) -> [Pair] {
    let behavior = queue.behavior
    let isPlain =
      queue.busynessVariation == nil && behavior.intervalVariation == 0
      && behavior.busynessCorrelation.value == 0
    return [
      ("patience_shape", queue.patienceShape == .exponential ? nil : queue.patienceShape.text),
      (
        "busyness",
        isPlain
          ? nil
          : flow([
            ("day", queue.busynessVariation.map(number)),
            ("interval", number(behavior.intervalVariation)),
            ("correlation", behavior.busynessCorrelation.text),
          ])
      ),
      ("balking", behavior.balking.value == 0 ? nil : behavior.balking.text),
      ("max_waiting", behavior.maximumWaiting.map { "\($0)" }),
      (
        "preferred",
        behavior.preferred.map {
          flow([("share", $0.share.text), ("patience", number($0.patience))])
        }
      ),
      ("redial", behavior.redial.map(redial)),
      (
        "transfers",
        behavior.transfers.isEmpty
          ? nil
          : list(
            behavior.transfers.map { flow([("share", $0.share.text), ("to", name($0.queue))]) })
      ),
      (
        "recontact",
        behavior.recontact.map {
          flow([
            ("share", $0.share.text), ("delay", $0.delay.text), ("to", $0.queue.map(name)),
          ])
        }
      ),
      ("self_service", behavior.selfService.map { selfService($0, zone) }),
      ("callback", behavior.callback.map(callback)),
      (
        "campaigns",
        behavior.campaigns.isEmpty ? nil : list(behavior.campaigns.map { campaign($0, zone) })
      ),
    ]
  }

  private static func redial(_ redial: Redial) -> String {
    flow([
      ("after_abandonment", redial.afterAbandonment.text), ("after_block", redial.afterBlock.text),
      ("delay", redial.delay.text), ("attempts", redial.maximumAttempts.map { "\($0)" }),
      ("to", redial.queue.map(name)),
    ])
  }

  private static func selfService(_ stage: SelfService, _ zone: ZoneRules) -> String {
    flow([
      ("time", stage.time.text), ("shape", stage.shape.text),
      ("containment", stage.containment.text), ("leakage", stage.leakage.text),
      ("ports", stage.ports.map { "\($0)" }),
      (
        "extra_handle_time",
        stage.extraHandleTime.value == 0 ? nil : stage.extraHandleTime.text
      ),
      (
        "outages",
        stage.outages.isEmpty
          ? nil : list(stage.outages.map { flow(stretch($0.start, $0.end, zone)) })
      ),
    ])
  }

  private static func campaign(_ campaign: ResponseCampaign, _ zone: ZoneRules) -> String {
    var pairs: [Pair] = [
      ("start", TimestampText.text(campaign.start, in: zone)), ("sent", number(campaign.sent)),
      ("response", campaign.response.text),
    ]
    switch campaign.curve {
    case .halfLife(let half): pairs.append(("half_life", half.text))
    case .shares(let shares, let every):
      pairs += [("curve", list(shares.map { Share($0).text })), ("every", every.text)]
    }
    return flow(pairs)
  }

  private static func callback(_ offer: CallbackOffer) -> String {
    let kind =
      switch offer.kind {
      case .virtualHold: "virtual-hold"
      case .scheduled(let after): "after \(after.text)"
      }
    return flow([
      ("kind", kind), ("expected_wait", offer.expectedWait.text),
      ("acceptance", offer.acceptance.text), ("reached", offer.reached.text),
      ("attempt", offer.attempt.text), ("declined_patience", number(offer.declinedPatience)),
    ])
  }

  private static func work(_ queue: Queue) -> [Pair] {
    let behavior = queue.behavior
    return [
      ("handle_time_shape", queue.handleTimeShape?.text),
      (
        "handle_time_by_sessions",
        behavior.handleTimeByLevel.isEmpty ? nil : list(behavior.handleTimeByLevel.map(number))
      ),
      (
        "conversation",
        behavior.conversation.map {
          flow([
            ("turns", number($0.turns)), ("thinking", $0.thinking.text),
            ("keeps_session", "\($0.keepsSession)"),
          ])
        }
      ),
      ("interruptible", behavior.isInterruptible ? "true" : nil),
      ("wrap_up", behavior.wrapUp.value == 0 ? nil : behavior.wrapUp.text),
      ("clock", behavior.clock == .always ? nil : behavior.clock.rawValue),
      ("closing", behavior.closing == .serve ? nil : behavior.closing.rawValue),
      ("backlog", behavior.startingBacklog == 0 ? nil : "\(behavior.startingBacklog)"),
      ("outbound", behavior.outbound.map(outbound)),
    ]
  }

  private static func outbound(_ campaign: OutboundCampaign) -> String {
    flow([
      ("pacing", campaign.pacing.rawValue), ("connected", campaign.connected.text),
      ("right_party", campaign.rightParty.text), ("attempt", campaign.attempt.text),
      ("wrong_party", campaign.wrongParty.text),
      ("abandonment_cap", campaign.abandonmentCap.text), ("patience", campaign.patience.text),
      ("reserve", "\(campaign.reserve)"),
    ])
  }

  private static func routing(_ queue: Queue) -> [Pair] {
    let usual = QueueRank()
    let hasScore = queue.rank.base != usual.base || queue.rank.slope != usual.slope
    return [
      ("choose_agent", queue.agentChoice == .longestIdle ? nil : queue.agentChoice.rawValue),
      ("weight", queue.rank.weight == usual.weight ? nil : number(queue.rank.weight)),
      (
        "score",
        hasScore
          ? flow([("base", number(queue.rank.base)), ("slope", number(queue.rank.slope))]) : nil
      ),
      ("steps", queue.steps.isEmpty ? nil : list(queue.steps.map(step))),
      (
        "reserve",
        queue.reserves.isEmpty
          ? nil
          : flow(
            queue.reserves.sorted { $0.key < $1.key }.map { (name($0.key), "\($0.value)") })
      ),
      ("last_agent", queue.behavior.prefersLastAgent ? "true" : nil),
      ("site", queue.site.map(name)),
      ("regions", queue.regions.isEmpty ? nil : list(queue.regions.map(name))),
    ]
  }

  private static func step(_ step: RoutingStep) -> String {
    let conditions: [Pair] = step.conditions.map { condition in
      switch condition {
      case .waitingAtLeast(let count): ("waiting_at_least", "\(count)")
      case .idleAtMost(let count): ("idle_at_most", "\(count)")
      case .expectedWaitAtLeast(let wait): ("expected_wait_at_least", wait.text)
      }
    }
    let action: Pair =
      switch step.action {
      case .open(let groups): ("open", list(groups.map(name)))
      case .move(let queue): ("move", name(queue))
      case .dismiss: ("dismiss", "true")
      }
    return flow([
      ("after", step.after.text), ("when", conditions.isEmpty ? nil : flow(conditions)), action,
    ])
  }
}
