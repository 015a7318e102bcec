import Queueing
import Testing

@Suite("The probability of clearing a backlog")
struct DeferredClearingTests {
  private func probability(
    _ contacts: Double, _ times: DeferredClearing.HandleTimes, _ agents: Double
  ) throws -> Double {
    try DeferredClearing.probability(
      meanContacts: contacts, handleSeconds: 300, times: times, agents: agents,
      withinSeconds: 28_800)
  }

  @Test("no contact, no agent, one more agent")
  func ends() throws {
    for times in [
      DeferredClearing.HandleTimes.exponential, .deterministic, .normal(variation: 1),
    ] {
      #expect(try probability(0, times, 0) == 1)
      var before = -1.0
      for agents in 0...12 {
        let now = try probability(400, times, Double(agents))
        #expect(now >= before - 1e-14 && now <= 1)
        before = now
      }
      #expect(before > 0.999)
    }
    // Without agents it is the probability that nobody comes.
    #expect(try abs(probability(2, .exponential, 0) - 0.135_335_283_236_612_7) < 1e-15)
    #expect(try abs(probability(2, .deterministic, 0) - 0.135_335_283_236_612_7) < 1e-15)
  }

  @Test("for many contacts the exact value comes near the normal one")
  func normalLimit() throws {
    let exact = try probability(1_000_000, .exponential, 10_430)
    let normal = try probability(1_000_000, .normal(variation: 1), 10_430)
    #expect(exact > 0.5 && exact < 0.95)
    #expect(abs(exact - normal) < 1e-3)
  }

  @Test("counts and times that are none are refused", arguments: [-1, .nan, .infinity])
  func refused(contacts: Double) {
    #expect(throws: QueueingError.self) { try probability(contacts, .exponential, 2) }
    #expect(throws: QueueingError.self) { try probability(10, .normal(variation: contacts), 2) }
  }
}
