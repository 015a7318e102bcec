import Queueing
import Testing

@testable import Staffing

/// The share of contacts that nobody can answer in time.
@Suite struct DeadlineLossTests {
  private func loss(_ load: Double, _ servers: Int, _ deadline: Double) -> Double {
    DeadlineLoss.share(
      arrivalsPerSecond: load / 180, handleSeconds: 180, servers: servers, deadline: deadline)
  }

  @Test("Without time to wait it is Erlang B")
  func erlangB() throws {
    for load in [0.1, 1, 5.2, 40, 300] {
      for servers in [1, 2, 6, 45, 320] {
        let exact = try ErlangB.blocking(loadErlangs: load, agents: Double(servers))
        #expect(abs(loss(load, servers, 0) - exact) < 1e-12, "\(load) \(servers)")
      }
    }
  }

  @Test("One server: the loss of M/M/1 whose customers leave after a fixed wait")
  func oneServer() {
    // ρ = 1/2, T = one handle time: ρ e^{−1/2}(1 − ρ)/(1 − ρ² e^{−1/2}) by summing the wait's density.
    let e = 0.6065306597126334
    #expect(abs(loss(0.5, 1, 180) - 0.5 * e * 0.5 / (1 - 0.25 * e)) < 1e-12)
  }

  @Test("It falls with servers and time, and tends to the work that is too much")
  func laws() {
    for load in [0.5, 3, 20] {
      for servers in 1..<30 {
        for deadline in [0.0, 10, 60, 600] {
          let here = loss(load, servers, deadline)
          #expect(here >= loss(load, servers + 1, deadline) - 1e-14)
          #expect(here >= loss(load, servers, deadline + 10) - 1e-14)
          #expect((0...1).contains(here))
        }
      }
    }
    #expect(abs(loss(10, 4, 1e7) - 0.6) < 1e-9)
    #expect(loss(4, 10, 1e7) < 1e-12)
    #expect(abs(loss(10, 10, 1e6) - loss(10, 10, 1.0001e6)) < 1e-4)
  }

  @Test("Nobody serves nobody; without contacts nobody is lost")
  func ends() {
    #expect(loss(1, 0, 20) == 1)
    #expect(loss(0, 3, 20) == 0)
    #expect(loss(1e6, 1, 1e9) > 0.999)
    #expect(loss(10, 5000, 20) == 0)
  }
}
