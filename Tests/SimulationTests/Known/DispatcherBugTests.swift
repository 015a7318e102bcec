import ContactCenter
import TestSupport
import Testing

@testable import Simulation

/// Bugs of dispatchers and of other simulators, each with a test that would have caught it.
@Suite struct DispatcherBugTests {
  @Test("freeswitch 2511: a call with score 53 was served before one with score 303")
  func score() throws {
    // At 100 s the one of b has waited 80 s and has a score of 223 + 80 = 303; that of a one of 3 + 50 = 53.
    var a = Recorded.queue("a", at: [50])
    a.rank = QueueRank(base: 3, slope: 1)
    var b = Recorded.queue("b", at: [20])
    b.rank = QueueRank(base: 223, slope: 1)
    let model = Recorded.model(
      [a, b, Recorded.queue("c", at: [0])],
      [GroupModel(name: "g", queues: ["c", "a", "b"], queueChoice: .score)], ["g": [1]])
    #expect(try traceOnce(model).contacts(.answered) == ["c#0", "b#0", "a#0"])
  }

  @Test(
    "OpenSIPS 2974: dispatch that should be balanced was not",
    arguments: [AgentChoice.longestIdle, .leastOccupied, .roundRobin])
  func balancedDispatch(choice: AgentChoice) throws {
    var queue = Recorded.queue("q", at: (0..<120).map { Double($0) * 12 }, handle: 10)
    queue.agentChoice = choice
    let trace = try traceOnce(Recorded.single(queue, agents: [4]))
    var counts: [String: Int] = [:]
    for event in trace where event.kind == .answered { counts[event.agent ?? "", default: 0] += 1 }
    #expect(counts.count == 4)
    #expect(counts.values.allSatisfy { $0 == 30 }, "\(counts)")
  }

  @Test("OpenSIPS 2679: wrap-up ended late")
  func wrapUp() throws {
    // 100 s of which 40 are wrap-up: the agent is free at 100 s and not later, the trunk already at 60 s.
    var queue = Recorded.queue("q", at: [0, 10, 65])
    queue.behavior.wrapUp = Share(0.4)
    var model = Recorded.single(queue, agents: [1])
    #expect(try traceOnce(model).seconds(.answered) == [0, 100, 200])
    #expect(try simulateOnce(model, seed: 1).group(0, over: 0..<1).busySeconds == 300)
    model.lineGroups = [LineGroup(name: "t", queues: ["q"], kind: .trunk, places: 2)]
    #expect(try simulateOnce(model, seed: 1).queue(0, over: 0..<1).blocked == 0)
    model.lineGroups[0].places = 1
    #expect(try simulateOnce(model, seed: 1).queue(0, over: 0..<1).blocked == 1)
  }

  @Test("simopt 234: lunch breaks: nobody is served by an agent at lunch")
  func lunch() throws {
    var model = Recorded.single(Recorded.queue("q", at: [100, 500, 950]), agents: [0])
    model.staffing = .roster([
      WorkSpan(agent: "ann", group: "g", start: 0, end: 450),
      WorkSpan(agent: "ann", group: "g", start: 900, end: 1800),
    ])
    let trace = try traceOnce(model)
    #expect(trace.seconds(.answered) == [100, 900, 1000])
    #expect(trace.seconds(.agentCame) == [0, 900])
    #expect(trace.seconds(.agentLeft).first == 450)
  }

  @Test("mesa 1595, starsim 73, 133 and 141: one more decision changed all random numbers after it")
  func coherentRandomNumbers() throws {
    func work(_ change: (inout QueueBehavior) -> Void) throws -> [String: Double] {
      var model = TestModels.single(contacts: [60, 60], agents: [40, 40], handle: 300)
      change(&model.queues[0].behavior)
      var begun: [String: Double] = [:]
      var result: [String: Double] = [:]
      for event in try traceOnce(model) {
        guard let contact = event.contact, result[contact] == nil else { continue }
        if event.kind == .answered { begun[contact] = event.seconds }
        if event.kind == .ended, let start = begun[contact] {
          result[contact] = event.seconds - start
        }
      }
      return result
    }
    let plain = try work { _ in }
    let changes: [(inout QueueBehavior) -> Void] = [
      { $0.balking = Share(0.5) },
      { $0.recontact = Recontact(share: Share(0.5), delay: Seconds(100_000)) },
      { $0.preferred = QueueBehavior.Preference(share: Share(0.5)) },
      { $0.redial = Redial(afterAbandonment: Share(1), afterBlock: Share(1), delay: Seconds(60)) },
    ]
    for change in changes {
      let changed = try work(change)
      #expect(changed.count > 60)
      for (contact, seconds) in changed {
        guard let before = plain[contact] else { continue }
        #expect(abs(before - seconds) < 1e-6, "\(contact)")
      }
    }
  }
}
