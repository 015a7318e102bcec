import ContactCenter
import Planning
import Testing

@Suite struct BehaviorSectionTests {
  private static func queue(_ keys: String) throws -> Queue {
    let plan = try PlanReader.read(
      "timezone: America/Chicago\nqueues: { a: { \(keys) }, b: {} }", file: "p")
    return try #require(plan.queue(named: "a"))
  }

  @Test("A queue of which nothing is said has contacts that arrive, wait and are handled")
  func plain() throws {
    let queue = try Self.queue("patience: 2m")
    #expect(queue.behavior == QueueBehavior())
    #expect(queue.patienceShape == .exponential)
    #expect(queue.busynessVariation == nil)
  }

  @Test("Busyness, balking, room and preferred customers")
  func arrivals() throws {
    let queue = try Self.queue(
      "busyness: { day: 0.1, interval: 0.2, correlation: 50% }, balking: 5%, max_waiting: 30, "
        + "preferred: { share: 10%, patience: 1.5 }, patience: 2m, patience_shape: weibull 0.7")
    #expect(queue.busynessVariation == 0.1)
    #expect(queue.behavior.intervalVariation == 0.2)
    #expect(queue.behavior.busynessCorrelation == Share(0.5))
    #expect(queue.behavior.balking == Share(0.05))
    #expect(queue.behavior.maximumWaiting == 30)
    #expect(queue.behavior.preferred == .init(share: Share(0.1), patience: 1.5))
    #expect(queue.patienceShape == .weibull(shape: 0.7))
  }

  @Test("Those who try again, are handed on or come back")
  func returning() throws {
    let behavior = try Self.queue(
      "redial: { after_abandonment: 40%, after_block: 60%, delay: 10m, attempts: 3, to: b }, "
        + "transfers: [{ share: 8%, to: b }], recontact: { share: 5%, delay: 2d }"
    ).behavior
    #expect(
      behavior.redial
        == Redial(
          afterAbandonment: Share(0.4), afterBlock: Share(0.6), delay: Seconds(600),
          maximumAttempts: 3, queue: "b"))
    #expect(behavior.transfers == [Transfer(share: Share(0.08), queue: "b")])
    #expect(behavior.recontact == Recontact(share: Share(0.05), delay: Seconds(172_800)))
  }

  @Test("Self-service with outages by the plan's wall clock or with an offset")
  func selfService() throws {
    let stage = try #require(
      try Self.queue(
        "self_service: { time: 90s, shape: lognormal 0.5, containment: 35%, leakage: 5%, ports: 40, "
          + "outages: [{ start: 2026-03-09T08:00, end: 2026-03-09T10:30:00-05:00 }] }"
      ).behavior.selfService)
    let start = Instant(secondsSinceEpoch: 1_773_061_200)
    #expect(
      stage
        == SelfService(
          time: Seconds(90), shape: .lognormal(variation: 0.5), containment: Share(0.35),
          leakage: Share(0.05), ports: 40,
          outages: [.init(start: start, end: start.advanced(by: 9000))]))
  }

  @Test("Extra handle time of those who went through the self-service in vain")
  func extraHandleTime() throws {
    let queue = try Self.queue(
      "self_service: { time: 90s, containment: 35%, extra_handle_time: 25s }")
    #expect(queue.behavior.selfService?.extraHandleTime == Seconds(25))
  }

  @Test("Campaigns by half-life or by shares")
  func campaigns() throws {
    let queue = try Self.queue(
      "campaigns: [{ start: 2026-03-09T10:00, sent: 20000, response: 3%, half_life: 4h }, "
        + "{ start: 2026-03-09T10:00, sent: 500, response: 10%, curve: [40%, 30%], every: 30m }]")
    #expect(queue.behavior.campaigns.count == 2)
    #expect(queue.behavior.campaigns[0].curve == .halfLife(Seconds(14_400)))
    #expect(queue.behavior.campaigns[1].curve == .shares([0.4, 0.3], every: Seconds(1800)))
    #expect(queue.behavior.campaigns[1].sent == 500)
  }

  @Test("Callbacks at the turn in line or after a while")
  func callback() throws {
    let plain = try Self.queue("callback: { expected_wait: 3m, acceptance: 40% }")
    #expect(
      plain.behavior.callback
        == CallbackOffer(expectedWait: Seconds(180), acceptance: Share(0.4)))
    let full = try Self.queue(
      "callback: { kind: after 2h, expected_wait: 3m, acceptance: 40%, reached: 90%, attempt: 45s, "
        + "declined_patience: 0.8 }")
    #expect(
      full.behavior.callback
        == CallbackOffer(
          kind: .scheduled(after: Seconds(7200)), expectedWait: Seconds(180),
          acceptance: Share(0.4), reached: Share(0.9), attempt: Seconds(45), declinedPatience: 0.8))
  }

  /// Each fault with the letter it must give; the keys stand on line 3 from column 8 on.
  static let faults: [(String, String)] = [
    (
      "patience: 2m, patience_shape: lognromal 0.8",
      "p:3:38: error: queues.a.patience_shape is \"lognromal 0.8\", expected a shape"
        + "\nMaybe write lognormal 0.8."
    ),
    (
      "patience: 2m, patience_shape: often",
      "p:3:38: error: queues.a.patience_shape is \"often\", expected a shape"
        + "\nMaybe one of: constant, exponential, lognormal 0.8, gamma 0.5, erlang 3, "
        + "hyperexponential 20% x5, weibull 0.7, uniform, or a list of durations."
    ),
    (
      "patience_shape: uniform",
      "p:3:24: error: queues.a.patience_shape spreads a patience that is not given"
        + "\nMaybe add patience: 2m."
    ),
    (
      "patience: 2m, patience_shape: [0s]",
      "p:3:38: error: queues.a.patience_shape has no duration above zero"
        + "\nMaybe write [2m, 3m30s, 10m]."
    ),
    (
      "busyness: { intervall: 1 }",
      "p:3:20: error: \"intervall\" is no key of queues.a.busyness\nMaybe \"interval\" is meant."
    ),
    (
      "busyness: { day: 20% }",
      "p:3:25: error: queues.a.busyness.day is \"20%\", expected a number from 0.0 to 3.0"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "balking: 120%",
      "p:3:17: error: queues.a.balking is \"120%\", expected a share\nMaybe write 80%."
    ),
    (
      "max_waiting: -1",
      "p:3:21: error: queues.a.max_waiting is \"-1\", expected a whole number from 0 to 1000000"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "preferred: { patience: 2 }",
      "p:3:19: error: queues.a.preferred lacks share\nMaybe add share: 10%."
    ),
    (
      "redial: { delay: 10m }",
      "p:3:16: error: queues.a.redial says nobody tries again"
        + "\nMaybe add after_abandonment: 40% or after_block: 60%."
    ),
    (
      "redial: { after_block: 1%, delay: 0s }",
      "p:3:42: error: queues.a.redial.delay is \"0s\", expected a duration of at least 1s"
        + "\nMaybe write 20s, 5m or 1h30m."
    ),
    (
      "redial: { after_block: 1%, delay: 9s, to: aa }",
      "p:3:50: error: queues.a.redial.to is \"aa\", which is no queue of the plan"
        + "\nMaybe \"a\" is meant."
    ),
    (
      "transfers: [{ share: 60%, to: b }, { share: 50%, to: b }]",
      "p:3:19: error: queues.a.transfers hand on 110% of the contacts"
        + "\nMaybe a share is written as 80 where 8% is meant."
    ),
    (
      "transfers: [{ share: 60% }]",
      "p:3:20: error: queues.a.transfers lacks to\nMaybe add to: a."
    ),
    (
      "transfers: [{ share: 60%, to: sales }]",
      "p:3:38: error: queues.a.transfers.to is \"sales\", which is no queue of the plan"
        + "\nMaybe one of: a, b."
    ),
    (
      "recontact: { share: 5% }",
      "p:3:19: error: queues.a.recontact lacks delay\nMaybe add delay: 2d."
    ),
    (
      "self_service: { time: 90s }",
      "p:3:22: error: queues.a.self_service lacks containment\nMaybe add containment: 35%."
    ),
    (
      "self_service: { time: 90s, containment: 1%, outages: [{ start: 2026-01-02, end: 2026-01-01 }] }",
      "p:3:88: error: queues.a.self_service.outages ends before it begins"
        + "\nMaybe start and end are swapped."
    ),
    (
      "self_service: { time: 90s, containment: 1%, outages: [{ start: Monday, end: 2026-01-01 }] }",
      "p:3:71: error: queues.a.self_service.outages.start is \"Monday\", expected a time such as "
        + "2026-03-09T10:00\nMaybe write it as 2026-03-09T10:00:00 or with an offset, …-06:00."
    ),
    (
      "callback: { acceptance: 40% }",
      "p:3:18: error: queues.a.callback lacks expected_wait\nMaybe add expected_wait: 3m."
    ),
    (
      "callback: { kind: later, expected_wait: 3m, acceptance: 40% }",
      "p:3:26: error: queues.a.callback.kind is \"later\", expected virtual-hold, or after with a "
        + "duration\nMaybe write virtual-hold or after 2h."
    ),
    (
      "callback: { expected_wait: 3m, acceptance: 40%, reached: 0% }",
      "p:3:65: error: queues.a.callback.reached is 0: nobody is ever reached"
    ),
  ]

  @Test("A fault gives a letter with its place and a way out", arguments: faults)
  func letters(keys: String, expected: String) {
    #expect(queueLetter(keys) == expected)
  }

  @Test("An outage in the hour that never comes is refused by the plan's policy")
  func missingHour() {
    let text = """
      timezone: America/Chicago
      queues:
        a: { self_service: { time: 9s, containment: 1%, outages: [{ start: 2026-03-08T02:30, end: 2026-03-09 }] } }
      """
    #expect(
      letter(text)
        == "p:3:70: error: queues.a.self_service.outages.start: 2026-03-08T02:30:00 does not exist in "
        + "America/Chicago, when clocks go forward"
        + "\nMaybe the file is in another zone; or choose gap: shift or drop.")
    #expect(letter(text + "\ntime: { gap: shift }") == nil)
  }
}
