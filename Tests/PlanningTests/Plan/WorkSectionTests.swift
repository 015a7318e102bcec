import ContactCenter
import Planning
import Testing

@Suite struct WorkSectionTests {
  private static func queue(_ keys: String) throws -> Queue {
    try PlanReader.read("timezone: UTC\nqueues: { a: { \(keys) } }", file: "p").queues[0]
  }

  @Test("Handle times have a shape, or are drawn from a list")
  func shapes() throws {
    #expect(
      try Self.queue("handle_time_shape: gamma 0.5").handleTimeShape == .gamma(variation: 0.5))
    #expect(
      try Self.queue("handle_time_shape: [2m, 3m30s, 0s]").handleTimeShape
        == .empirical([120, 210, 0]))
    #expect(try Self.queue("handle_time_cv: 0.5").handleTimeShape == nil)
  }

  @Test("Sessions, turns, interruption, wrap-up, clock and closing")
  func work() throws {
    let behavior = try Self.queue(
      "handle_time_by_sessions: [1, 1.2, 1.4], conversation: { turns: 6, thinking: 45s, keeps_session: false }, "
        + "interruptible: true, wrap_up: 20%, clock: open-hours, closing: dismiss, "
        + "open: { mon-fri: \"08:00-18:00\" }"
    ).behavior
    #expect(behavior.handleTimeByLevel == [1, 1.2, 1.4])
    #expect(
      behavior.conversation
        == Conversation(turns: 6, thinking: Seconds(45), keepsSession: false))
    #expect(behavior.isInterruptible)
    #expect(behavior.wrapUp == Share(0.2))
    #expect(behavior.clock == .openHours)
    #expect(behavior.closing == .dismiss)
  }

  @Test("An outbound campaign, with every key and with the fewest")
  func outbound() throws {
    let full = try Self.queue(
      "outbound: { pacing: predictive, connected: 30%, right_party: 60%, attempt: 25s, wrong_party: 15s, "
        + "abandonment_cap: 2%, patience: 3s, reserve: 2 }")
    #expect(
      full.behavior.outbound
        == OutboundCampaign(
          pacing: .predictive, connected: Share(0.3), rightParty: Share(0.6), attempt: Seconds(25),
          wrongParty: Seconds(15), abandonmentCap: Share(0.02), patience: Seconds(3), reserve: 2))
    let few = try Self.queue("outbound: { pacing: preview, connected: 30%, attempt: 25s }")
    #expect(
      few.behavior.outbound
        == OutboundCampaign(pacing: .preview, connected: Share(0.3), attempt: Seconds(25)))
  }

  /// Each fault with the letter it must give; the keys stand on line 3 from column 8 on.
  static let faults: [(String, String)] = [
    (
      "handle_time_cv: 0.8, handle_time_shape: erlang 3",
      "p:3:48: error: handle_time_shape and handle_time_cv both say how handle times spread"
        + "\nMaybe leave handle_time_cv out."
    ),
    (
      "handle_time_shape: erlang 2.5",
      "p:3:27: error: queues.a.handle_time_shape is \"erlang 2.5\", expected a shape"
        + "\nMaybe write erlang 3."
    ),
    (
      "handle_time_by_sessions: 1.2",
      "p:3:33: error: queues.a.handle_time_by_sessions is \"1.2\", expected a list"
        + "\nMaybe write [a, b]."
    ),
    (
      "handle_time_by_sessions: [0]",
      "p:3:34: error: queues.a.handle_time_by_sessions is \"0\", expected a number from 0.01 to 100.0"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "conversation: { turns: 0.5, thinking: 9s }",
      "p:3:31: error: queues.a.conversation.turns is \"0.5\", expected a number from 1.0 to 1000.0"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "conversation: { turns: 5 }",
      "p:3:22: error: queues.a.conversation lacks thinking\nMaybe add thinking: 45s."
    ),
    (
      "interruptible: yes",
      "p:3:23: error: queues.a.interruptible is \"yes\", expected true or false"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "wrap_up: 100%",
      "p:3:17: error: queues.a.wrap_up is \"100%\", expected a share below 100%\nMaybe write 80%."
    ),
    (
      "clock: open-hours",
      "p:3:15: error: queues.a.clock is \"open-hours\", but open does not say when the queue is open"
        + "\nMaybe add open: { mon-fri: \"08:00-18:00\" }."
    ),
    (
      "closing: dismis, open: 24h",
      "p:3:17: error: queues.a.closing is \"dismis\", expected one of serve, dismiss"
        + "\nMaybe \"dismiss\" is meant."
    ),
    (
      "outbound: { pacing: progresive, connected: 30%, attempt: 9s }",
      "p:3:28: error: queues.a.outbound.pacing is \"progresive\", expected one of preview, "
        + "progressive, predictive\nMaybe \"progressive\" is meant."
    ),
    (
      "outbound: { pacing: preview, connected: 0%, attempt: 9s }",
      "p:3:48: error: queues.a.outbound.connected is 0: nobody is ever reached"
    ),
    (
      "outbound: { pacing: preview, attempt: 9s }",
      "p:3:18: error: queues.a.outbound lacks connected\nMaybe add connected: 30%."
    ),
  ]

  @Test("A fault gives a letter with its place and a way out", arguments: faults)
  func letters(keys: String, expected: String) {
    #expect(queueLetter(keys) == expected)
  }
}
