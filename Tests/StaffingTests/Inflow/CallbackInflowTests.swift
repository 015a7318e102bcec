import ContactCenter
import Testing

@testable import Staffing

@Suite struct CallbackInflowTests {
  private static let offer = CallbackOffer(
    expectedWait: Seconds(60), acceptance: Share(0.5), reached: Share(0.8), attempt: Seconds(30))

  @Test("Who is not reached takes an attempt in place of a talk")
  func handle() {
    // A tenth are called back, of whom a fifth are not reached: 0.02 · (200 − 30) less.
    #expect(
      abs(CallbackInflow.handleSeconds(200, offer: Self.offer, calledBack: 0.1) - 196.6) < 1e-9)
  }

  @Test("Half of those who would wait longer than the limit accept; nobody where all wait little")
  func accepted() {
    let queue = SampleCenter.queue(patience: nil)
    func share(_ agents: Int) -> Double {
      CallbackInflow.accepted(
        Self.offer, queue: queue, options: StaffingOptions(), contacts: 100, seconds: 1800,
        handleSeconds: 180, agents: agents)
    }
    // Erlang C, 10 erlangs on 12 agents: P(W > 60 s) = 0.449386 · e^(−2 · 60/180) = 0.230723.
    #expect(abs(share(12) - 0.5 * 0.230723) < 1e-4)
    #expect(share(30) < 1e-6)
    #expect(share(0) == 0)
  }
}
