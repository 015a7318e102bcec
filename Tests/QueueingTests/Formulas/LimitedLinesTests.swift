import Queueing
import Testing

@Suite("Limited lines")
struct LimitedLinesTests {
  @Test("as many lines as agents is Erlang B, many lines Erlang A")
  func ends() throws {
    let traffic = try Traffic(
      contacts: 200, inSeconds: 3600, meanHandleSeconds: 180, meanPatienceSeconds: 120)
    let loss = try LimitedLines.measures(of: traffic, agents: 12, lines: 12, threshold: 20)
    let blocking = try ErlangB.blocking(loadErlangs: 10, agents: 12)
    #expect(abs(loss.blocking - blocking) < 1e-14)
    #expect(loss.waitProbability == 0 && loss.meanWaitDelayedSeconds == nil)
    let many = try LimitedLines.measures(of: traffic, agents: 12, lines: 400, threshold: 20)
    let erlangA = try ErlangA.measures(of: traffic, agents: 12, threshold: 20)
    #expect(abs(many.answeredWithin - erlangA.answeredWithin) < 1e-12)
    #expect(abs(many.abandonedWithinShort - erlangA.abandonedWithinShort) < 1e-12)
    #expect(
      abs(many.meanWaitAnsweredSeconds - erlangA.meanWaitAnsweredSeconds) < 1e-10)
  }

  @Test("a load far beyond the agents fills ten thousand lines without overflow")
  func overload() throws {
    let traffic = try Traffic(arrivalsPerSecond: 10, meanHandleSeconds: 100)
    let m = try LimitedLines.measures(of: traffic, agents: 10, lines: 10_010, threshold: 7200)
    #expect(abs(m.blocking - 0.99) < 1e-12)
    #expect(abs(m.meanWaitSeconds / 100_000 - 1) < 0.001)
    #expect(m.answeredWithin >= 0 && m.answeredWithin < 1e-300)
  }

  @Test("fewer lines than agents are refused")
  func refused() throws {
    let traffic = try Traffic(arrivalsPerSecond: 1, meanHandleSeconds: 10)
    #expect(throws: QueueingError.self) {
      try LimitedLines.measures(of: traffic, agents: 10, lines: 9, threshold: 20)
    }
  }
}
