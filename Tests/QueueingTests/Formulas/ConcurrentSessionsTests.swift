import ContactCenter
import Queueing
import TestSupport
import Testing

@Suite("Several sessions per agent")
struct ConcurrentSessionsTests {
  private func traffic(_ contacts: Double, patience: Double = 120) throws -> Traffic {
    try Traffic(
      contacts: contacts, inSeconds: 3600, meanHandleSeconds: 600, meanPatienceSeconds: patience)
  }

  @Test("the law of models holds on random cases")
  func law() throws {
    let model = try ConcurrentSessions.Model(sessions: 3, slowdown: 0.3)
    #expect(
      checkQueueingModel(
        model, cases: 60, seed: 14, agentsPerErlang: 0.5,
        occupancyIsWork: false) == [])
    let levels = ConcurrentSessions.Model(sessions: 4, handleTimeByLevel: [1, 1.5, 2.1])
    #expect(
      checkQueueingModel(
        levels, cases: 60, seed: 15, agentsPerErlang: 0.5,
        occupancyIsWork: false) == [])
  }

  @Test("one session each is Erlang A, sessions that do not slow down are as many agents")
  func limits() throws {
    let traffic = try traffic(60)
    let a = try ErlangA.measures(of: traffic, agents: 12, threshold: 20)
    let one = try ConcurrentSessions.measures(
      of: traffic, agents: 12, sessions: 1, slowdown: 5, threshold: 20)
    #expect(abs(one.measures.answeredWithin - a.answeredWithin) < 1e-13)
    #expect(abs(one.measures.occupancy - a.occupancy) < 1e-13)
    #expect(abs(one.activeAgents - one.sessionsPerAgent) < 1e-14)
    let three = try ConcurrentSessions.measures(
      of: traffic, agents: 4, sessions: 3, slowdown: 0, threshold: 20)
    #expect(abs(three.measures.answeredWithin - a.answeredWithin) < 1e-13)
    #expect(abs(three.sessionsPerAgent / 3 - a.occupancy) < 1e-13)
  }

  @Test("a slowdown and the same factors per level are one case; the last factor holds on")
  func factors() throws {
    let slow = try ConcurrentSessions.measures(
      of: traffic(40), agents: 3, sessions: 4, slowdown: 0.25, threshold: 30)
    let given = try ConcurrentSessions.measures(
      of: traffic(40), agents: 3, sessions: 4, handleTimeByLevel: [1, 1.25, 1.5, 1.75],
      threshold: 30)
    #expect(slow == given)
    let held = try ConcurrentSessions.measures(
      of: traffic(40), agents: 3, sessions: 4, handleTimeByLevel: [1, 1.3], threshold: 30)
    let written = try ConcurrentSessions.measures(
      of: traffic(40), agents: 3, sessions: 4, handleTimeByLevel: [1, 1.3, 1.3, 1.3], threshold: 30)
    #expect(held == written)
  }

  @Test("what agents lose by a third session is seen: more sessions may serve worse")
  func crowded() throws {
    func lost(_ sessions: Int) throws -> Double {
      try ConcurrentSessions.measures(
        of: traffic(60), agents: 5, sessions: sessions, handleTimeByLevel: [1, 1.2, 4],
        threshold: 30
      ).measures.abandonment
    }
    #expect(try lost(2) < lost(1) && lost(3) > lost(2))
  }

  @Test("the fewest agents for a goal are those that trying one after another finds")
  func fewest() throws {
    let goal = ServiceGoal(thresholdSeconds: 30, serviceLevel: 0.9)
    let traffic = try traffic(60)
    var found: [Int] = []
    for sessions in [1, 2, 3] {
      let model = try ConcurrentSessions.Model(sessions: sessions, slowdown: 0.2)
      var search = AgentSearch(model)
      found.append(try search.agents(for: traffic, goal: goal))
      let tried = (1...100).first { goal.margin(of: traffic, agents: Double($0), by: model) >= 0 }
      #expect(found.last == tried)
    }
    #expect(found == [14, 8, 6])
  }

  @Test("endless patience: refused from the load that all sessions complete")
  func unstable() throws {
    // 2 agents × 3 sessions at 600·1.4 s complete 25.7 chats per hour.
    for (contacts, isSteady) in [(25.6, true), (25.8, false)] {
      let endless = try traffic(contacts, patience: .infinity)
      let answer = try? ConcurrentSessions.measures(
        of: endless, agents: 2, sessions: 3, slowdown: 0.2, threshold: 30)
      #expect((answer != nil) == isSteady)
    }
    let error = #expect(throws: QueueingError.self) {
      try ConcurrentSessions.measures(
        of: traffic(30, patience: .infinity), agents: 2, sessions: 3, slowdown: 0.2, threshold: 30)
    }
    #expect(error?.message.hasPrefix("chat: 2.0 agents cannot carry 5.0 erlangs") == true)
  }

  @Test("bad sessions and factors are refused")
  func refused() throws {
    let traffic = try traffic(60)
    for factors in [[], [0], [1, .nan], [-1]] {
      #expect(throws: QueueingError.self) {
        try ConcurrentSessions.measures(
          of: traffic, agents: 2, sessions: 2, handleTimeByLevel: factors, threshold: 20)
      }
    }
    for (agents, sessions, slowdown) in [(0, 2, 0.1), (2, 0, 0.1), (2, 2, -0.1), (9_000_000, 2, 0)]
    {
      #expect(throws: QueueingError.self) {
        try ConcurrentSessions.measures(
          of: traffic, agents: agents, sessions: sessions, slowdown: slowdown, threshold: 20)
      }
    }
  }
}
