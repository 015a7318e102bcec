import ContactCenter
import Simulation
import Testing

/// Behaviors that meet: each test names what once went wrong.
@Suite struct InterplayTests {
  private static let target = ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20))

  /// A queue whose contacts come at these seconds and take these handle times.
  private static func queue(
    _ name: String, at contacts: [(seconds: Double, handle: Double)], patience: Double? = nil,
    _ change: (inout QueueModel) -> Void = { _ in }
  ) -> QueueModel {
    var queue = QueueModel(
      name: name, expectedContacts: [0], meanHandleSeconds: [60], handleTimeVariation: 0,
      meanPatienceSeconds: patience, target: target)
    queue.arrivals = .trace(
      contacts.map { TracedContact(seconds: $0.seconds, handleSeconds: $0.handle) })
    change(&queue)
    return queue
  }

  private static func model(
    _ queues: [QueueModel], _ groups: [GroupModel], _ spans: [WorkSpan], seconds: Int = 7200
  ) -> SimulationModel {
    SimulationModel(
      intervals: TestModels.intervals(1, seconds: seconds), queues: queues, groups: groups,
      staffing: .roster(spans))
  }

  private static func span(_ agent: String, _ group: String, _ start: Double, _ end: Double)
    -> WorkSpan
  {
    WorkSpan(agent: agent, group: group, start: start, end: end)
  }

  private static func tally(_ model: SimulationModel, queue: Int = 0) throws -> QueueTally {
    let tally = try simulateOnce(model, seed: 1)
    return tally.queue(queue, over: 0..<(tally.intervalCount + 1))
  }

  @Test("A contact is not handed over to agents whose own time is up at that instant")
  func handOverToLeavers() throws {
    var model = Self.model(
      [Self.queue("q", at: [(900, 500)])], [GroupModel(name: "g", queues: ["q"])],
      [
        Self.span("a", "g", 0, 1000), Self.span("b", "g", 0, 1000), Self.span("c", "g", 0, 1000),
        Self.span("d", "g", 2000, 4000),
      ])
    model.attendance.shiftEnd = .handOver
    #expect(try Self.tally(model).interrupted == 1)
    let resumed = try traceOnce(model).filter { $0.kind == .resumed }
    #expect(resumed.map(\.agent) == ["d"] && resumed.map(\.seconds) == [2000])
  }

  @Test("A contact put aside goes to another agent who is free, and does not wait beside one")
  func putAsideForTheFree() throws {
    let email = Self.queue("email", at: [(10, 500)]) { $0.behavior.isInterruptible = true }
    let model = Self.model(
      [email, Self.queue("voice", at: [(100, 60)])],
      [
        GroupModel(name: "both", queues: ["voice", "email"]),
        GroupModel(name: "mail", queues: ["email"]),
      ], [Self.span("a", "both", 0, 7200), Self.span("b", "mail", 50, 7200)])
    let events = try traceOnce(model)
    let resumed = events.filter { $0.kind == .resumed }
    #expect(resumed.map(\.group) == ["mail"] && resumed.map(\.seconds) == [100])
    // 90 of 500 seconds were done.
    #expect(events.first { $0.kind == .ended && $0.queue == "email" }?.seconds == 510)
  }

  @Test("A number that nobody answers gives its trunk back, and one on the list has none")
  func numbersAndTrunks() throws {
    let list = Self.queue("list", at: (0..<50).map { (Double($0), 60) }) {
      $0.behavior.outbound = OutboundCampaign(
        pacing: .predictive, connected: Share(0), attempt: Seconds(10))
    }
    var model = Self.model(
      [list], [GroupModel(name: "g", queues: ["list"])], [Self.span("a", "g", 0, 7200)])
    model.lineGroups = [LineGroup(name: "lines", queues: ["list"], places: 2)]
    let tally = try Self.tally(model)
    #expect(tally.unreached == 50 && tally.blocked == 0)
  }

  @Test("Campaigns that share agents do not each dial for all of them")
  func campaignsShareAgents() throws {
    let lists = ["one", "two"].map { name in
      Self.queue(name, at: (0..<40).map { (Double($0) / 100, 60) }) {
        $0.behavior.outbound = OutboundCampaign(
          pacing: .predictive, connected: Share(1), attempt: Seconds(10),
          abandonmentCap: Share(0))
      }
    }
    let model = Self.model(
      lists, [GroupModel(name: "g", queues: ["one", "two"])], [Self.span("a", "g", 0, 7200)])
    let both = try Self.tally(model, queue: 0).abandoned + Self.tally(model, queue: 1).abandoned
    // One line for one idle agent: whoever answers finds that agent.
    #expect(both == 0)
  }

  @Test("After an interruption the turns of an asynchronous conversation have their length again")
  func turnsAfterInterruption() throws {
    let chat = Self.queue("chat", at: [(10, 4000)]) {
      $0.behavior.isInterruptible = true
      $0.behavior.conversation = Conversation(
        turns: 20, thinking: Seconds(1), keepsSession: false)
    }
    let model = Self.model(
      [chat, Self.queue("voice", at: [(11, 60)])],
      [GroupModel(name: "g", queues: ["voice", "chat"])], [Self.span("a", "g", 0, 86_400)],
      seconds: 86_400)
    var lengths: [Double] = []
    var begun = 0.0
    for event in try traceOnce(model) where event.queue == "chat" {
      switch event.kind {
      case .answered, .resumed: begun = event.seconds
      case .interrupted, .thinking, .ended: lengths.append(event.seconds - begun)
      default: break
      }
    }
    try #require(lengths.count > 3)
    let turn = lengths[0] + lengths[1]
    #expect(lengths[0] == 1)
    #expect(lengths.dropFirst(2).allSatisfy { abs($0 - turn) < 1e-6 })
    #expect(abs(lengths.reduce(0, +) - 4000) < 1e-5)
  }

  @Test("Wrap-up is as long after an interruption as without one")
  func wrapUpAfterInterruption() throws {
    let email = Self.queue("email", at: [(10, 100)]) {
      $0.behavior.isInterruptible = true
      $0.behavior.wrapUp = Share(0.4)
    }
    var model = Self.model(
      [email, Self.queue("voice", at: [(40, 60)])],
      [GroupModel(name: "g", queues: ["voice", "email"])], [Self.span("a", "g", 0, 7200)])
    model.lineGroups = [LineGroup(name: "lines", queues: ["email", "voice"], places: 9)]
    let ended = try traceOnce(model).filter { $0.kind == .ended }
    // 30 seconds, a call of 60, the other 30 of the talk and 40 of wrap-up.
    #expect(ended.map(\.queue) == ["voice", "email"] && ended.map(\.seconds) == [100, 170])
  }

  @Test("A backlog follows the script")
  func backlogFollowsScript() throws {
    let queue = Self.queue("a", at: []) {
      $0.initialBacklog = 3
      $0.steps = [RoutingStep(after: Seconds(10), action: .move(queue: "b"))]
    }
    let model = Self.model(
      [queue, Self.queue("b", at: [])], [GroupModel(name: "g", queues: ["b"])],
      [Self.span("a", "g", 0, 7200)])
    #expect(try Self.tally(model).movedOut == 3)
    #expect(try Self.tally(model, queue: 1).answered == 3)
  }

  @Test("A recorded contact that calls again brings the handle time it was recorded with")
  func recordedHandleTime() throws {
    let queue = Self.queue("q", at: [(5, 77)], patience: 10) {
      $0.patienceShape = .constant
      $0.behavior.redial = Redial(
        afterAbandonment: Share(1), afterBlock: Share(0), delay: Seconds(500))
    }
    let model = Self.model(
      [queue], [GroupModel(name: "g", queues: ["q"])], [Self.span("a", "g", 16, 86_400)],
      seconds: 86_400)
    let events = try traceOnce(model)
    let answered = try #require(events.first { $0.kind == .answered })
    let ended = try #require(events.first { $0.kind == .ended })
    #expect(abs(ended.seconds - answered.seconds - 77) < 1e-9)
  }

  @Test("Whoever a script sends away on arrival may call again")
  func dismissedOnArrival() throws {
    let queue = Self.queue("q", at: [(5, 60)]) {
      $0.steps = [
        RoutingStep(
          after: Seconds(0), conditions: [.idleAtMost(0)], action: .dismiss)
      ]
      $0.behavior.redial = Redial(
        afterAbandonment: Share(1), afterBlock: Share(0), delay: Seconds(60))
    }
    let model = Self.model(
      [queue], [GroupModel(name: "g", queues: ["q"])], [Self.span("a", "g", 6, 86_400)],
      seconds: 86_400)
    let tally = try Self.tally(model)
    #expect(tally.abandoned == 1 && tally.redialed == 1 && tally.answered == 1)
  }

  @Test("Closing time leaves the numbers of a campaign on their list")
  func listStaysAtClosing() throws {
    let list = Self.queue("list", at: (0..<9).map { (Double($0), 60) }) {
      $0.behavior.outbound = OutboundCampaign(
        pacing: .predictive, connected: Share(0.5), attempt: Seconds(10))
      $0.behavior.closing = .dismiss
      $0.openSeconds = [0..<3600]
    }
    let model = Self.model([list], [GroupModel(name: "g", queues: ["list"])], [])
    let tally = try Self.tally(model)
    #expect(tally.waiting == 9 && tally.abandoned == 0)
  }

  @Test("Antithetic pairs share a path, and all paths have their turn")
  func antitheticPaths() throws {
    var model = TestModels.single(contacts: [1], agents: [9])
    model.queues[0].arrivals = .paths([[1], [3]])
    let options = SimulationOptions(seed: 1, replications: 4, sampling: .antithetic)
    let offered = try (0..<4).map {
      try simulateOnce(model, options: options, replication: $0).queue(0, over: 0..<1).offered
    }
    #expect(offered == [1, 1, 3, 3])
  }

  @Test("Dialed customers who find no agent are abandoned, and in no service level")
  func dialedInNoServiceLevel() {
    var tally = QueueTally()
    tally.abandoned = 5
    tally.abandonedDialed = 5
    for definition in ServiceLevelDefinition.allCases {
      #expect(ServiceLevelCount(tally, definition).counted == 0, "\(definition)")
    }
  }
}
