import ContactCenter
import TestSupport
import Testing

@testable import Simulation

/// Issues of simmer, each with a test that would have caught it.
@Suite struct SimmerBugTests {
  private let two = [
    GroupModel(name: "a", queues: ["q"]), GroupModel(name: "b", queues: ["q"]),
  ]

  @Test(
    "Issue 196: shortest-queue-available did not select the shortest; the group with most idle agents is"
  )
  func selectsShortest() throws {
    var queue = Recorded.queue("q", at: [1, 2, 3, 4, 5], handle: 1000)
    queue.agentChoice = .mostIdleGroup
    let trace = try traceOnce(Recorded.model([queue], two, ["a": [2], "b": [4]]))
    // b has 4, then 3 idle agents against 2; at 2 and 2 the one free for longest goes first, then b and a in turn.
    let groups = trace.filter { $0.kind == .answered }.compactMap(\.group)
    #expect(groups.prefix(2) == ["b", "b"])
    #expect(groups.count { $0 == "b" } == 3 || groups.count { $0 == "b" } == 4)
  }

  @Test("Issue 116: a seize jumped the queue if there was room in the server")
  func noJumping() throws {
    // The second waits since 10 s; the third comes at the instant the agent becomes free.
    let model = Recorded.single(Recorded.queue("q", at: [0, 10, 100]), agents: [1])
    let trace = try traceOnce(model)
    #expect(trace.contacts(.answered) == ["q#0", "q#1", "q#2"])
    #expect(trace.seconds(.answered) == [0, 100, 200])
  }

  @Test("Issue 115: priority failed while the waiting room was not full")
  func priorityInRoom() throws {
    // low waits first, high comes later; there is room for five.
    var low = Recorded.queue("low", at: [0, 10, 20])
    low.behavior.maximumWaiting = 5
    var high = Recorded.queue("high", at: [30])
    high.behavior.maximumWaiting = 5
    let model = Recorded.model(
      [low, high], [GroupModel(name: "g", queues: ["high", "low"])], ["g": [1]])
    #expect(
      try traceOnce(model).contacts(.answered) == ["low#0", "high#0", "low#1", "low#2"])
  }

  @Test("Issue 227: whoever gave up could not seize the same resource again")
  func renegersComeBack() throws {
    var queue = Recorded.queue(
      "q",
      [
        TracedContact(seconds: 0, handleSeconds: 200),
        TracedContact(seconds: 10, handleSeconds: 50, patienceSeconds: 30),
      ])
    queue.behavior.redial = Redial(
      afterAbandonment: Share(1), afterBlock: Share(0), delay: Seconds(30))
    let model = Recorded.single(queue, agents: [1])
    let own = try simulateOnce(model, seed: 3).queue(0, over: 0..<1)
    #expect(own.redialed >= 1)
    #expect(own.abandoned == own.redialed)
    #expect(own.answered == 2)
  }

  @Test("Issue 268: the renege timer fired after the contact had been answered")
  func timerAfterAnswer() throws {
    // Patience ends at 50 s, in the middle of the handle time.
    for usesTimers in [false, true] {
      let model = Recorded.single(
        Recorded.queue("q", at: [0, 20], handle: 40, patience: 50), agents: [1])
      let options = SimulationOptions(seed: 1, usesPatienceTimers: usesTimers)
      let own = try simulateOnce(model, options: options, replication: 0).queue(0, over: 0..<1)
      #expect(own.answered == 2 && own.abandoned == 0)
    }
  }

  @Test("Issue 202: a race lost customers: who gives up as the agent becomes free is answered")
  func race() throws {
    for usesTimers in [false, true] {
      let model = Recorded.single(
        Recorded.queue(
          "q",
          [
            TracedContact(seconds: 0, handleSeconds: 100),
            TracedContact(seconds: 40, handleSeconds: 10, patienceSeconds: 60),
          ]), agents: [1])
      let options = SimulationOptions(seed: 1, usesPatienceTimers: usesTimers)
      let own = try simulateOnce(model, options: options, replication: 0).queue(0, over: 0..<1)
      #expect(own.answered == 2 && own.abandoned == 0)
      #expect(own.answeredWaitSeconds == 60)
    }
  }

  @Test(
    "Issue 156: a selection policy took a resource that is not there",
    arguments: AgentChoice.allCases)
  func unavailable(choice: AgentChoice) throws {
    var queue = Recorded.queue("q", at: [1, 2, 3], handle: 10)
    queue.agentChoice = choice
    let trace = try traceOnce(Recorded.model([queue], two, ["a": [0], "b": [1]]))
    #expect(trace.filter { $0.kind == .answered }.allSatisfy { $0.group == "b" })
    #expect(trace.contacts(.answered).count == 3)
  }

  @Test("Issue 226: nobody could say which arrivals are in which queue")
  func whoWaitsWhere() throws {
    let model = Recorded.model(
      [Recorded.queue("a", at: [1, 2]), Recorded.queue("b", at: [1.5])],
      [GroupModel(name: "g", queues: ["a", "b"])], ["g": [0]])
    let waiting = try traceOnce(model).filter { $0.kind == .waiting }
    #expect(waiting.compactMap(\.contact) == ["a#0", "b#0", "a#1"])
    #expect(waiting.compactMap(\.queue) == ["a", "b", "a"])
  }

  @Test("Issues 121 and 224, simpy 6: one line before several pools")
  func sharedLine() throws {
    // Both pools are busy; the contact that waits goes to whichever is free first, here b.
    let model = Recorded.model(
      [
        Recorded.queue(
          "q",
          [
            TracedContact(seconds: 0, handleSeconds: 100),
            TracedContact(seconds: 1, handleSeconds: 50),
            TracedContact(seconds: 2, handleSeconds: 10),
          ])
      ], two, ["a": [1], "b": [1]])
    let answered = try traceOnce(model).filter { $0.kind == .answered }
    #expect(answered.map(\.seconds) == [0, 1, 51])
    #expect(answered[2].group == answered[1].group)
  }

  @Test("Issue 200: what a contact held was kept when it gave up later on")
  func nothingHeldAfterwards() throws {
    // Handed to b, where nobody is: the agent of a is free for the next at once.
    var a = Recorded.queue(
      "a",
      [
        TracedContact(seconds: 0, handleSeconds: 50, patienceSeconds: 20),
        TracedContact(seconds: 1, handleSeconds: 50, patienceSeconds: 500),
      ])
    a.behavior.transfers = [Transfer(share: Share(1), queue: "b")]
    var b = Recorded.queue("b", at: [])
    b.meanPatienceSeconds = 20
    let model = Recorded.model(
      [a, b], [GroupModel(name: "g", queues: ["a"]), GroupModel(name: "h", queues: ["b"])],
      ["g": [1], "h": [0]])
    let trace = try traceOnce(model)
    #expect(trace.seconds(.answered) == [0, 50])
    let tally = try simulateOnce(model, seed: 1)
    #expect(tally.queue(1, over: 0..<1).transferredIn == 2)
    #expect(tally.queue(1, over: 0..<1).abandoned == 2)
    #expect(tally.group(0, over: 0..<1).busySeconds == 100)
  }

  @Test(
    "Issue 220: capacity and queue size were confused: trunks count who talks, rooms only who waits",
    arguments: [(LineGroup.Kind.trunk, 3), (.waitingRoom, 2)])
  func capacityAndQueueSize(kind: LineGroup.Kind, blocked: Int) throws {
    // One agent, five contacts at once, places for two.
    var model = Recorded.single(
      Recorded.queue("q", at: [0, 1, 2, 3, 4], handle: 1000), agents: [1])
    model.lineGroups = [LineGroup(name: "lines", queues: ["q"], kind: kind, places: 2)]
    let own = try simulateOnce(model, seed: 1).queue(0, over: 0..<1)
    #expect(own.blocked == blocked)
    #expect(own.offered == 5)
  }

  @Test(
    "A second renege silently cancelled the first: patience and a step of the script both hold",
    arguments: [(30.0, 30.0), (100, 50)])
  func twoReasonsToLeave(patience: Double, leaves: Double) throws {
    for usesTimers in [false, true] {
      var queue = Recorded.queue("q", at: [0], patience: patience)
      queue.steps = [RoutingStep(after: Seconds(50), action: .dismiss)]
      let model = Recorded.single(queue, agents: [0])
      let options = SimulationOptions(seed: 1, usesPatienceTimers: usesTimers)
      let own = try simulateOnce(model, options: options, replication: 0).queue(0, over: 0..<1)
      #expect(own.abandoned == 1)
      #expect(own.abandonedWaitSeconds == leaves)
    }
  }
}
