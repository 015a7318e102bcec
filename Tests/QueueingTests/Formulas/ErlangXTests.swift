import ContactCenter
import Queueing
import TestSupport
import Testing

@Suite("Redials")
struct ErlangXTests {
  private func traffic(_ contacts: Double, patience: Double = 60) throws -> Traffic {
    try Traffic(
      contacts: contacts, inSeconds: 3600, meanHandleSeconds: 180, meanPatienceSeconds: patience)
  }

  @Test("the law of models holds on random cases, with and without a limit on lines")
  func law() {
    let lined = ErlangX.Model(lines: 90, redialAbandon: 0.6, redialBlock: 0.9)
    let broken = checkQueueingModel(lined, cases: 40, seed: 12, hasLines: true)
    #expect(broken.filter { !$0.contains("no number of agents meets") } == [])
    #expect(checkQueueingModel(ErlangX.Model(redialAbandon: 0.7), cases: 100, seed: 13) == [])
  }

  @Test("the rate solves its equation, and nobody redialing is the formula below")
  func equation() throws {
    for (contacts, abandon, block) in [(150.0, 0.5, 0.5), (400, 0.9, 0.99), (300, 0.2, 1)] {
      let x = try ErlangX.measures(
        of: traffic(contacts), agents: 10, lines: 14, redialAbandon: abandon, redialBlock: block,
        threshold: 20)
      let again = x.measures.abandonment * abandon + x.measures.blocking * block
      let rate = contacts + x.attemptsPerHour * again
      #expect(abs(rate / x.attemptsPerHour - 1) < 1e-12)
    }
    let none = try ErlangX.measures(
      of: traffic(200), agents: 10, lines: 14, redialAbandon: 0, redialBlock: 0, threshold: 20)
    #expect(
      try none.measures
        == LimitedLines.measures(of: traffic(200), agents: 10, lines: 14, threshold: 20))
    #expect(none.attemptsPerContact == 1)
  }

  @Test("many lines are no limit")
  func manyLines() throws {
    let many = try ErlangX.measures(
      of: traffic(190), agents: 10, lines: 300, redialAbandon: 0.7, threshold: 20)
    let none = try ErlangX.measures(of: traffic(190), agents: 10, redialAbandon: 0.7, threshold: 20)
    #expect(abs(many.attemptsPerContact - none.attemptsPerContact) < 1e-12)
    #expect(abs(many.measures.answeredWithin - none.measures.answeredWithin) < 1e-12)
  }

  @Test("everybody redials until served: all are served below the load, refused from it on")
  func everybody() throws {
    let x = try ErlangX.measures(
      of: traffic(199), agents: 10, lines: 12, redialAbandon: 1, redialBlock: 1, threshold: 20)
    #expect(abs(x.servedPerContact - 1) < 1e-12 && x.attemptsPerContact > 3)
    for contacts in [200.0, 201, 5000] {
      let error = #expect(throws: QueueingError.self) {
        try ErlangX.measures(
          of: traffic(contacts), agents: 10, lines: 12, redialAbandon: 1, redialBlock: 1,
          threshold: 20)
      }
      #expect(error?.message.hasPrefix("erlang-x: 10.0 agents cannot carry") == true)
    }
  }

  @Test("shares, agents and lines out of range are refused")
  func refused() throws {
    for (agents, lines, share) in [(0, 5, 0.5), (5, 4, 0.5), (5, 9, 1.5), (5, 9, .nan)] {
      #expect(throws: QueueingError.self) {
        try ErlangX.measures(
          of: traffic(60), agents: agents, lines: lines, redialAbandon: share, threshold: 20)
      }
    }
  }
}
