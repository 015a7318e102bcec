import ContactCenter
import Queueing
import TestSupport
import Testing

@Suite("Erlang A")
struct ErlangATests {
  @Test("the law of formulas holds on 400 random cases")
  func law() {
    #expect(checkQueueingFormula(ErlangA.self, cases: 400, seed: 1) == [])
  }

  @Test(
    "100 contacts in half an hour, 180 s, patience 120 s, threshold 20 s: the definitions' table")
  func definitionsTable() throws {
    let traffic = try Traffic(
      contacts: 100, inSeconds: 1800, meanHandleSeconds: 180, meanPatienceSeconds: 120)
    let rows: [(Double, [Double])] = [
      (10, [0.497, 0.138, 0.640, 0.652, 0.685, 0.705, 0.742, 0.863]),
      (11, [0.383, 0.094, 0.742, 0.753, 0.780, 0.791, 0.819, 0.824]),
      (12, [0.280, 0.062, 0.826, 0.834, 0.855, 0.860, 0.880, 0.782]),
      (13, [0.194, 0.038, 0.889, 0.895, 0.909, 0.911, 0.924, 0.740]),
    ]
    for (agents, expected) in rows {
      let m = try ErlangA.measures(of: traffic, agents: agents, threshold: 20)
      let found =
        [m.waitProbability, m.abandonment]
        + [.offered, .virtual, .forgive, .credit, .answered].map { m.serviceLevel($0) }
        + [m.occupancy]
      for (value, reference) in zip(found, expected) {
        #expect(abs(value - reference) < 0.0006, "\(agents) agents: \(found)")
      }
    }
  }

  @Test("endless patience is Erlang C, and long patience comes near it")
  func patienceLimit() throws {
    let endless = try Traffic(contacts: 200, inSeconds: 3600, meanHandleSeconds: 180)
    let c = try ErlangC.measures(of: endless, agents: 12, threshold: 20)
    #expect(try ErlangA.measures(of: endless, agents: 12, threshold: 20) == c)
    let long = try Traffic(
      contacts: 200, inSeconds: 3600, meanHandleSeconds: 180, meanPatienceSeconds: 1e9)
    let a = try ErlangA.measures(of: long, agents: 12, threshold: 20)
    // The difference is of the order of wait over patience.
    #expect(abs(a.serviceLevel(.offered) - c.serviceLevel(.offered)) < 1e-6)
    #expect(abs(a.meanWaitSeconds - c.meanWaitSeconds) < 1e-4)
    #expect(a.abandonment > 0 && a.abandonment < 1e-6)
  }

  @Test("with more patience fewer abandon and all wait longer")
  func patienceOrder() throws {
    for contacts in [5.0, 180, 240, 3000] {
      var abandonment = 1.0
      var wait = 0.0
      for patience in [1.0, 10, 60, 180, 600, 3600, 86_400] {
        let traffic = try Traffic(
          contacts: contacts, inSeconds: 3600, meanHandleSeconds: 180,
          meanPatienceSeconds: patience)
        let m = try ErlangA.measures(
          of: traffic, agents: (contacts / 20).rounded(.up), threshold: 20)
        #expect(m.abandonment < abandonment)
        #expect(m.meanWaitSeconds > wait)
        (abandonment, wait) = (m.abandonment, m.meanWaitSeconds)
      }
    }
  }

  @Test("a line of more than ten million is refused, not computed")
  func endlessLine() throws {
    let traffic = try Traffic(
      arrivalsPerSecond: 30, meanHandleSeconds: 300, meanPatienceSeconds: 1e9)
    #expect(throws: QueueingError.self) {
      try ErlangA.measures(of: traffic, agents: 10, threshold: 20)
    }
    var search = AgentSearch(ErlangA.self)
    let goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)
    #expect(try search.agents(for: traffic, goal: goal) > 9000)
  }

  @Test("the number of agents must be one", arguments: [0, -1, .nan, .infinity, 1e12])
  func badAgents(agents: Double) throws {
    let traffic = try Traffic(
      contacts: 100, inSeconds: 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60)
    #expect(throws: QueueingError.self) {
      try ErlangA.measures(of: traffic, agents: agents, threshold: 20)
    }
    #expect(throws: QueueingError.self) {
      try ErlangA.measures(of: traffic, agents: 5, threshold: .nan)
    }
  }
}
