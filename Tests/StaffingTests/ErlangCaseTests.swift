import ContactCenter
import Queueing
import Staffing
import Testing

@Suite("One case of the calculator")
struct ErlangCaseTests {
  @Test("200 contacts an hour, 180 s, patience 120 s: 12 agents for 80/20, and all measures")
  func byTarget() throws {
    var erlang = ErlangCase(contactsPerHour: 200, handleSeconds: 180)
    erlang.patienceSeconds = 120
    erlang.shrinkage = ShrinkageLedger(categories: [.init(name: "all", share: Share(0.3))])
    let answer = try erlang.answer()
    #expect(answer.method == "erlang-a")
    #expect(answer.agents == 12)
    #expect(answer.isTargetMet)
    #expect(abs((answer.scheduledAgents ?? 0) - 12 / 0.7) < 1e-12)
    #expect(abs(answer.serviceLevel - 0.826) < 0.0005)
    let exact = try #require(answer.agentsExact)
    erlang.agents = exact
    let again = try erlang.answer()
    #expect(abs(again.serviceLevel - 0.8) < 1e-8)
    #expect(again.agentsExact == nil)
  }

  @Test("given agents are judged: 11 miss 80/20 by the offered, and meet it by the answered")
  func byAgents() throws {
    var erlang = ErlangCase(contactsPerHour: 200, handleSeconds: 180)
    erlang.patienceSeconds = 120
    erlang.agents = 11
    #expect(try erlang.answer().isTargetMet == false)
    erlang.target.definition = .answered
    #expect(try erlang.answer().isTargetMet)
  }

  @Test("without patience it is Erlang C, which refuses a load beyond its agents")
  func refusal() throws {
    var erlang = ErlangCase(contactsPerHour: 200, handleSeconds: 180)
    #expect(try erlang.answer().agents == 14)
    #expect(try erlang.answer().method == "erlang-c")
    erlang.agents = 10
    #expect(throws: QueueingError.self) { try erlang.answer() }
    erlang.sessions = 0
    #expect(throws: QueueingError.self) { try erlang.answer() }
    erlang.sessions = 1
    erlang.method = "erlang-z"
    #expect(throws: QueueingError.self) { try erlang.answer() }
  }
}
