import ContactCenter
import TestSupport
import Testing

@testable import Simulation

/// Whatever the center is asked to bear: finite numbers or one clear error, and an end.
@Suite struct RobustnessTests {
  /// Runs a model both ways and holds every number to be finite and every contact to be accounted for.
  private func expectFinite(
    _ model: SimulationModel, _ label: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let tally = try simulateOnce(model, seed: 1)
    for own in tally.queues {
      #expect(own.isConserved, "\(label)", sourceLocation: sourceLocation)
      let numbers = [
        own.answeredWaitSeconds, own.abandonedWaitSeconds, own.backlogAgeSeconds,
        own.callbackWaitSeconds,
      ]
      #expect(
        numbers.allSatisfy { $0.isFinite && $0 >= 0 }, "\(label)", sourceLocation: sourceLocation)
    }
    for own in tally.groups {
      let numbers = [own.busySeconds, own.staffedSeconds, own.sessionSeconds, own.absentSeconds]
      #expect(
        numbers.allSatisfy { $0.isFinite && $0 >= -1e-6 }, "\(label)",
        sourceLocation: sourceLocation)
    }
    let result = try simulateSerially(model, options: SimulationOptions(replications: 2))
    for row in result.outcome.rows {
      let numbers = [
        row.offered, row.answered, row.abandoned, row.serviceLevel, row.asaSeconds, row.occupancy,
        row.abandonment, row.agents,
      ]
      #expect(
        numbers.allSatisfy { $0?.isFinite ?? true }, "\(label), \(row)",
        sourceLocation: sourceLocation)
    }
  }

  @Test("Ten times the load that the agents can bear, with and without patience")
  func overload() throws {
    for patience in [nil, 120.0] {
      var model = TestModels.mixed
      for index in model.queues.indices {
        model.queues[index].expectedContacts = model.queues[index].expectedContacts.map { $0 * 10 }
        model.queues[index].meanPatienceSeconds = patience
      }
      try expectFinite(model)
    }
  }

  @Test("No agents at all, from counts and from a roster")
  func nobody() throws {
    var model = TestModels.mixed
    model.staffing = .counts([:])
    try expectFinite(model)
    #expect(try simulateOnce(model, seed: 1).queues.allSatisfy { $0.answered == 0 })
    model.staffing = .roster([])
    try expectFinite(model)
  }

  @Test("A day on which nothing comes, and a model without queues or groups")
  func empty() throws {
    var model = TestModels.mixed
    for index in model.queues.indices {
      model.queues[index].expectedContacts = model.queues[index].expectedContacts.map { _ in 0 }
    }
    try expectFinite(model)
    model.queues = []
    model.groups = []
    model.staffing = .counts([:])
    try expectFinite(model)
  }

  @Test("A queue that nobody can serve: its customers wait or give up, the others are served")
  func unserved() throws {
    for patience in [nil, 60.0] {
      var model = TestModels.mixed
      model.queues.append(
        QueueModel(
          name: "nobody", expectedContacts: [90, 90, 90, 90],
          meanHandleSeconds: [200, 200, 200, 200], meanPatienceSeconds: patience))
      try expectFinite(model)
      let own = try simulateOnce(model, seed: 1).queue(2, over: 0..<4)
      #expect(own.offered > 200 && own.answered == 0)
      #expect(own.abandoned + own.waiting == own.offered)
    }
  }

  @Test("Patience of nothing: nobody waits")
  func noPatience() throws {
    for shape in [DurationShape.exponential, .constant] {
      var model = TestModels.single(contacts: [300, 300], agents: [3, 3], patience: 0)
      model.queues[0].patienceShape = shape
      try expectFinite(model)
      let own = try simulateOnce(model, seed: 1).queue(0, over: 0..<2)
      #expect(own.abandoned > 0 && own.abandonedWaitSeconds == 0)
    }
  }

  @Test("Handle times of nothing and of a week", arguments: [0.0, 604_800])
  func handleTimes(seconds: Double) throws {
    for variation in [0.0, 1, 0.5] {
      try expectFinite(
        TestModels.single(
          contacts: [500, 500], agents: [5, 2], handle: seconds, variation: variation))
      try expectFinite(
        TestModels.single(
          contacts: [500, 500], agents: [5, 2], handle: seconds, variation: variation,
          patience: nil, sessions: 3))
    }
  }

  @Test("A million contacts in one interval")
  func million() throws {
    let model = TestModels.single(
      contacts: [1_000_000], agents: [100], seconds: 900, patience: 60)
    let own = try simulateOnce(model, seed: 1).queue(0, over: 0..<1)
    #expect(abs(own.offered - 1_000_000) < 5000)
    #expect(own.isConserved)
  }

  @Test("Contacts beyond any number are refused")
  func absurd() {
    let model = TestModels.single(contacts: [1e12], agents: [1])
    #expect(throws: SimulationError.self) { try simulateOnce(model, seed: 1) }
  }

  @Test("Everybody redials for ever, to lines that are always busy")
  func endlessRedials() throws {
    var model = TestModels.single(contacts: [10, 10], agents: [1, 0], patience: 5)
    model.queues[0].behavior.redial = Redial(
      afterAbandonment: Share(1), afterBlock: Share(1), delay: Seconds(1))
    model.lineGroups = [LineGroup(name: "t", queues: ["q"], places: 1)]
    try expectFinite(model)
    let own = try simulateOnce(model, seed: 1).queue(0, over: 0..<2)
    #expect(own.redialed > 1000)
    model.lineGroups[0].places = 0
    try expectFinite(model)
    // No delay is no time between attempts: a circle without end, which is refused.
    model.queues[0].behavior.redial?.delay = Seconds(0)
    #expect(throws: SimulationError.self) { try simulateOnce(model, seed: 1) }
  }

  /// Two queues that hand everything to each other.
  private var circle: SimulationModel {
    var model = TestModels.mixed
    model.queues[0].behavior.transfers = [Transfer(share: Share(1), queue: "chat")]
    model.queues[1].behavior.transfers = [Transfer(share: Share(1), queue: "voice")]
    return model
  }

  @Test("Everything is handed on in a circle, also by agents who need no time")
  func transferCircle() throws {
    try expectFinite(circle, "circle")
    var fast = circle
    for index in fast.queues.indices {
      fast.queues[index].meanHandleSeconds = fast.queues[index].meanHandleSeconds.map { _ in 0 }
    }
    try expectFinite(fast, "circle without handle time")
    var itself = TestModels.single(contacts: [50], agents: [5], handle: 0)
    itself.queues[0].behavior.transfers = [Transfer(share: Share(1), queue: "q")]
    try expectFinite(itself, "to itself")
  }

  @Test("Everything comes back, for ever")
  func endlessRecontacts() throws {
    var model = TestModels.single(contacts: [50, 50], agents: [50, 50], handle: 0)
    model.queues[0].behavior.recontact = Recontact(share: Share(1), delay: Seconds(1))
    try expectFinite(model)
    model.queues[0].behavior.recontact?.delay = Seconds(0)
    #expect(throws: SimulationError.self) { try simulateOnce(model, seed: 1) }
  }

  @Test("Scripts that send contacts from queue to queue for ever")
  func moveCircle() throws {
    var model = circle
    for index in model.queues.indices {
      let other = model.queues[(index + 1) % model.queues.count].name
      model.queues[index].behavior.transfers = []
      model.queues[index].steps = [RoutingStep(after: Seconds(0), action: .move(queue: other))]
    }
    try expectFinite(model)
  }

  @Test("Every behavior at once, as extreme as it can be said")
  func everythingExtreme() throws {
    var model = circle
    for index in model.queues.indices {
      var own = model.queues[index].behavior
      let other = model.queues[(index + 1) % model.queues.count].name
      own.balking = Share(1)
      own.maximumWaiting = 0
      own.preferred = QueueBehavior.Preference(share: Share(1), patience: 0)
      own.redial = Redial(
        afterAbandonment: Share(1), afterBlock: Share(1), delay: Seconds(1), queue: other)
      own.recontact = Recontact(share: Share(1), delay: Seconds(1), queue: other)
      own.selfService = SelfService(
        time: Seconds(0), containment: Share(0), leakage: Share(0.5), ports: 0)
      own.callback = CallbackOffer(
        expectedWait: Seconds(0), acceptance: Share(1), reached: Share(0), attempt: Seconds(0))
      own.handleTimeByLevel = [1000, 1000, 1000]
      own.conversation = Conversation(turns: 1000, thinking: Seconds(0), keepsSession: false)
      own.isInterruptible = index == 0
      own.clock = .openHours
      own.closing = .dismiss
      own.wrapUp = Share(1)
      own.prefersLastAgent = true
      own.intervalVariation = 5
      own.busynessCorrelation = Share(1)
      model.queues[index].behavior = own
      model.queues[index].openSeconds = []
      model.queues[index].steps = [RoutingStep(after: Seconds(0), action: .dismiss)]
    }
    model.lineGroups = [
      LineGroup(name: "t", queues: model.queues.map(\.name), places: 0),
      LineGroup(name: "r", queues: model.queues.map(\.name), kind: .waitingRoom, places: 0),
    ]
    try expectFinite(model)
    for index in model.queues.indices { model.queues[index].openSeconds = nil }
    model.lineGroups = []
    try expectFinite(model, "without lines")
    for index in model.queues.indices {
      model.queues[index].behavior.balking = Share(0)
      model.queues[index].behavior.maximumWaiting = nil
      model.queues[index].behavior.selfService = nil
      model.queues[index].steps = []
    }
    try expectFinite(model, "let in")
  }

  @Test("Random centers of every mixture end with finite numbers")
  func random() throws {
    // The last closed a predictive queue whose preferred numbers were counted in the wrong line.
    for number in Array(0..<50) + [144] {
      try expectFinite(
        RandomCenter.model(.everything, seed: 99, number: number), "model \(number)")
    }
  }
}
