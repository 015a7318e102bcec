import ContactCenter
import TestSupport
import Testing

@testable import Simulation

/// Every way to choose an agent with every way to choose a queue.
@Suite struct RoutingPolicyLawTests {
  static let pairs = AgentChoice.allCases.flatMap { agent in
    QueueChoice.allCases.map { (agent, $0) }
  }

  @Test(
    "Only skilled agents with room, the best of them, first come first served, nobody idle in vain",
    arguments: pairs)
  func law(agentChoice: AgentChoice, queueChoice: QueueChoice) {
    let broken = checkRoutingPolicy(agentChoice, queueChoice, models: 15, seed: 20_261_122)
    #expect(broken.isEmpty, "\(broken.prefix(5).joined(separator: "\n"))")
  }

  @Test("The law-checker sees contacts, waits and answers: it cannot hold by looking at nothing")
  func looksAtSomething() throws {
    var kinds: [TraceEvent.Kind: Int] = [:]
    for number in 0..<40 {
      let model = RandomRouting.model(.longestIdle, .priority, seed: 20_261_122, number: number)
      for event in try traceOnce(model) { kinds[event.kind, default: 0] += 1 }
    }
    for kind in [
      TraceEvent.Kind.arrived, .waiting, .answered, .ended, .abandoned, .agentCame, .agentLeft,
    ] {
      #expect(kinds[kind, default: 0] > 50, "\(kind)")
    }
  }

  @Test(
    "The law-checker finds a contact that overtakes, an agent without the skill, and one who idles")
  func findsBreakages() throws {
    let model = SimulationModel(
      intervals: TestModels.intervals(1, seconds: 600),
      queues: [
        QueueModel(name: "a", expectedContacts: [9], meanHandleSeconds: [60]),
        QueueModel(name: "b", expectedContacts: [9], meanHandleSeconds: [60]),
      ], groups: [GroupModel(name: "g", queues: ["a"])], staffing: .counts(["g": [1]]))
    func event(
      _ seconds: Double, _ kind: TraceEvent.Kind, _ contact: String? = nil, queue: String = "a"
    ) -> TraceEvent {
      var event = TraceEvent(seconds: seconds, kind: kind)
      event.contact = contact
      event.queue = contact == nil ? nil : queue
      event.group = kind == .waiting ? nil : "g"
      event.agent = kind == .waiting ? nil : "1"
      return event
    }
    func broken(_ trace: [TraceEvent]) -> [String] {
      var floor = FloorReplay(model)
      floor.play(trace)
      return floor.broken
    }
    #expect(
      broken([
        event(0, .agentCame), event(1, .answered, "a#0"), event(2, .waiting, "a#1"),
        event(3, .ended, "a#0"), event(3, .answered, "a#1"), event(4, .ended, "a#1"),
      ]).isEmpty)
    #expect(
      broken([
        event(0, .agentCame), event(1, .answered, "a#0"), event(2, .waiting, "a#1"),
        event(2.5, .waiting, "a#2"), event(3, .ended, "a#0"), event(3, .answered, "a#2"),
      ]).contains { $0.contains("overtook") })
    #expect(
      broken([event(0, .agentCame), event(1, .answered, "b#0", queue: "b")])
        .contains { $0.contains("without the skill") })
    #expect(
      broken([event(0, .agentCame), event(1, .waiting, "a#0"), event(2, .agentLeft)])
        .contains { $0.contains("has room while") })
    #expect(
      broken([
        event(0, .agentCame), event(1, .answered, "a#0"), event(2, .answered, "a#1"),
      ]).contains { $0.contains("without room") })
  }
}
