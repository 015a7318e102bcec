import ContactCenter
import Queueing
import TestSupport
import Testing

@Suite("Erlang C")
struct ErlangCTests {
  @Test("the law of formulas holds on 400 random cases")
  func law() {
    #expect(checkQueueingFormula(ErlangC.self, cases: 400, seed: 2) == [])
  }

  @Test("one agent is M/M/1: P(wait) = a, ASA = a AHT/(1 − a)")
  func oneAgent() throws {
    let traffic = try Traffic(contacts: 10, inSeconds: 3600, meanHandleSeconds: 180)
    let m = try ErlangC.measures(of: traffic, agents: 1, threshold: 0)
    #expect(abs(m.waitProbability - 0.5) < 1e-15)
    #expect(abs(m.meanWaitSeconds - 180) < 1e-12)
    #expect(abs(m.serviceLevel(.offered) - 0.5) < 1e-15)
  }

  @Test("an occupancy of exactly 100 % is refused, however the load was rounded")
  func fullOccupancy() throws {
    // 7 × 0.1 and the like are not whole numbers in binary.
    for agents in 1...200 {
      let handle = 0.1
      let traffic = try Traffic(
        arrivalsPerSecond: Double(agents) / handle, meanHandleSeconds: handle)
      #expect(throws: QueueingError.self, "\(agents)") {
        try ErlangC.measures(of: traffic, agents: Double(agents), threshold: 20)
      }
    }
  }

  @Test("the refusal says what, how much, and what else to try")
  func refusal() throws {
    let traffic = try Traffic(contacts: 200, inSeconds: 3600, meanHandleSeconds: 180)
    let error = #expect(throws: QueueingError.self) {
      try ErlangC.measures(of: traffic, agents: 9, threshold: 20)
    }
    #expect(
      error?.description == """
        Erlang C: 9.0 agents cannot carry 10.0 erlangs, the queue grows without end
        Maybe give more than 10.0 agents, or a patience so that customers give up (erlang-a).
        """)
  }
}
