import Queueing
import Testing

@Suite("Erlang B")
struct ErlangBTests {
  @Test("no agents block everybody, no load blocks nobody")
  func ends() throws {
    #expect(try ErlangB.blocking(loadErlangs: 3, agents: 0) == 1)
    #expect(try ErlangB.blocking(loadErlangs: 0, agents: 0) == 1)
    #expect(try ErlangB.blocking(loadErlangs: 0, agents: 2) == 0)
    #expect(try ErlangB.blocking(loadErlangs: 0.1, agents: 100_000) == 0)
    #expect(try ErlangB.logBlocking(loadErlangs: 0.1, agents: 100_000) < -1e6)
  }

  @Test("the recursion 1/B(n) = 1 + (n/a)/B(n−1), whole and fractional")
  func recursion() throws {
    for load in [0.05, 0.7, 1.999, 2.001, 17.3, 400] {
      for start in [0.0, 0.01, 0.5, 0.99] {
        var inverse = 1 / (try ErlangB.blocking(loadErlangs: load, agents: start))
        for step in 1...60 {
          let agents = start + Double(step)
          inverse = 1 + inverse * agents / load
          let blocking = try ErlangB.blocking(loadErlangs: load, agents: agents)
          #expect(abs(blocking * inverse - 1) < 1e-12, "\(load) erlangs, \(agents) agents")
        }
      }
    }
  }

  @Test("what no calculator can mean is refused", arguments: [-1, .nan, .infinity])
  func refused(load: Double) {
    #expect(throws: QueueingError.self) {
      try ErlangB.blocking(loadErlangs: load, agents: 3)
    }
    #expect(throws: QueueingError.self) {
      try ErlangB.agents(loadErlangs: load, blockingAtMost: 0.01)
    }
    #expect(throws: QueueingError.self) { try ErlangB.load(agents: load, blockingAtMost: 0.01) }
  }
}
