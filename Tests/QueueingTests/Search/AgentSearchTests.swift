import ContactCenter
import Queueing
import Testing

@Suite("The search for agents")
struct AgentSearchTests {
  private func traffic(patience: Double) throws -> Traffic {
    try Traffic(
      contacts: 100, inSeconds: 1800, meanHandleSeconds: 180, meanPatienceSeconds: patience)
  }

  @Test(
    "80/20 needs 11, 12, 12, 13 and 13 agents at patience 0.5, 1, 2, 4 and 10 minutes, and 14 without"
  )
  func patience() throws {
    let goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)
    var search = AgentSearch(ErlangA.self)
    for (patience, agents) in [(30.0, 11), (60, 12), (120, 12), (240, 13), (600, 13)] {
      #expect(try search.agents(for: traffic(patience: patience), goal: goal) == agents)
    }
    #expect(try search.agents(for: traffic(patience: .infinity), goal: goal) == 14)
    var erlangC = AgentSearch(ErlangC.self)
    #expect(try erlangC.agents(for: traffic(patience: 30), goal: goal) == 14)
  }

  @Test(
    "short patience meets lenient definitions with few agents, and a cap on abandonment corrects that"
  )
  func belowTheLoad() throws {
    let busy = try Traffic(
      contacts: 1000, inSeconds: 3600, meanHandleSeconds: 300, meanPatienceSeconds: 5)
    var search = AgentSearch(ErlangA.self)
    var found: [Int] = []
    for definition in [ServiceLevelDefinition.offered, .forgive, .answered, .credit] {
      let goal = ServiceGoal(
        thresholdSeconds: 20, serviceLevel: 0.8, definition: definition)
      found.append(try search.agents(for: busy, goal: goal))
    }
    #expect(found == [70, 5, 1, 1])
    var goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8, definition: .answered)
    goal.maximumAbandonment = 0.05
    #expect(try search.agents(for: busy, goal: goal) > 70)
  }

  @Test("a warm start gives what a cold one gives, over loads that jump")
  func warmStart() throws {
    let goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)
    var warm = AgentSearch(ErlangA.self)
    for contacts in [0.01, 5000, 1, 90_000, 3, 3, 40, 2e6, 0.2] {
      let traffic = try Traffic(
        contacts: contacts, inSeconds: 3600, meanHandleSeconds: 240, meanPatienceSeconds: 90)
      var cold = AgentSearch(ErlangA.self)
      #expect(
        try warm.agents(for: traffic, goal: goal) == cold.agents(for: traffic, goal: goal))
    }
  }

  @Test("a minimum number of agents holds, and does not raise the fractional answer")
  func minimum() throws {
    var goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)
    var search = AgentSearch(ErlangA.self)
    let traffic = try traffic(patience: 120)
    let exact = search.fractionalAgents(for: traffic, goal: goal, whole: 12)
    goal.minimumAgents = 30
    #expect(try search.agents(for: traffic, goal: goal) == 30)
    #expect(abs(search.fractionalAgents(for: traffic, goal: goal, whole: 30) - exact) < 1e-6)
  }

  @Test("an occupancy cap is met by a tie: 8.5 erlangs at 85 % need 10 agents")
  func occupancyTie() throws {
    let traffic = try Traffic(contacts: 8.5, inSeconds: 180, meanHandleSeconds: 180)
    let goal = ServiceGoal(thresholdSeconds: 20, maximumOccupancy: 0.85)
    var search = AgentSearch(ErlangC.self)
    #expect(try search.agents(for: traffic, goal: goal) == 10)
  }

  @Test("where blocking rises with agents the smallest number is found all the same")
  func notMonotone() throws {
    // Patience of 6 s against 180 s of service: a waiting place is free again sooner than an agent.
    let traffic = try Traffic(
      contacts: 30, inSeconds: 3600, meanHandleSeconds: 180, meanPatienceSeconds: 6)
    let model = LimitedLines.Model(lines: 4)
    let blocking = try (1...4).map {
      try LimitedLines.measures(of: traffic, agents: $0, lines: 4, threshold: 20).blocking
    }
    #expect(blocking == blocking.sorted() && blocking[3] > 2 * blocking[0])
    var search = AgentSearch(model)
    let goal = ServiceGoal(thresholdSeconds: 20, maximumBlocking: (blocking[0] + blocking[1]) / 2)
    #expect(try search.agents(for: traffic, goal: goal) == 1)
    let answer = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.9)
    #expect(try search.agents(for: traffic, goal: answer) == 4)
    #expect(throws: QueueingError.self) {
      try search.agents(
        for: traffic, goal: ServiceGoal(thresholdSeconds: 20, maximumBlocking: 1e-9))
    }
  }

  @Test("immediate answer and blocking are goals: 90 % without waiting, 1 % without a line")
  func immediateAnswer() throws {
    let traffic = try traffic(patience: 120)
    var search = AgentSearch(ErlangA.self)
    let goal = ServiceGoal(thresholdSeconds: 20, minimumImmediateAnswer: 0.9)
    let agents = try search.agents(for: traffic, goal: goal)
    func waits(_ agents: Int) throws -> Double {
      try ErlangA.measures(of: traffic, agents: Double(agents), threshold: 20).waitProbability
    }
    #expect(try waits(agents) <= 0.1 && waits(agents - 1) > 0.1)
    #expect(goal.text == "immediate>=0.9")
    let lines = try LimitedLines.lines(for: traffic, agents: 10, blockingAtMost: 0.01)
    func blocking(_ lines: Int) throws -> Double {
      try LimitedLines.measures(of: traffic, agents: 10, lines: lines, threshold: 20).blocking
    }
    #expect(try blocking(lines) <= 0.01 && blocking(lines - 1) > 0.01)
  }

  @Test("a goal that is none is refused", arguments: [-0.1, 1.1, .nan])
  func badGoal(share: Double) throws {
    var search = AgentSearch(ErlangA.self)
    let traffic = try traffic(patience: 120)
    #expect(throws: QueueingError.self) {
      try search.agents(
        for: traffic, goal: ServiceGoal(thresholdSeconds: 20, serviceLevel: share))
    }
  }

  @Test("a share of 100 % and no abandonment at all are reached to rounding")
  func everything() throws {
    var search = AgentSearch(ErlangA.self)
    let traffic = try traffic(patience: 120)
    let all = ServiceGoal(thresholdSeconds: 20, serviceLevel: 1, maximumAbandonment: 0)
    let agents = try search.agents(for: traffic, goal: all)
    #expect(agents > 20 && agents < 60)
  }

  /// A model in which nobody is ever answered, and agents do not help in any known way.
  private struct Hopeless: QueueingModel {
    let name = "hopeless"

    func measures(
      of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
    ) -> ServiceMeasures {
      var measures = ServiceMeasures(
        agents: agents, loadErlangs: traffic.loadErlangs, thresholdSeconds: threshold)
      measures.abandonment = 0.5
      return measures
    }

    func isMonotone(in goal: ServiceGoal) -> Bool { !goal.asksForAnything }
  }

  @Test("a search number by number ends, though no number meets the goal")
  func endsWithoutAnswer() throws {
    let goal = ServiceGoal(thresholdSeconds: 20, maximumAbandonment: 0.1)
    var search = AgentSearch(Hopeless())
    let traffic = try traffic(patience: 60)
    #expect(
      throws: QueueingError.unreachable(goal: goal.text, loadErlangs: traffic.loadErlangs)
    ) {
      try search.agents(for: traffic, goal: goal)
    }
  }
}
