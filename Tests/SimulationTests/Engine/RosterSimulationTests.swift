import ContactCenter
import Simulation
import Testing

@Suite struct RosterSimulationTests {
  private func model(_ spans: [WorkSpan], handle: Double = 100, backlog: Int = 100)
    -> SimulationModel
  {
    var model = TestModels.single(
      contacts: [0, 0], agents: [0, 0], handle: handle, variation: 0, patience: nil,
      backlog: backlog)
    model.staffing = .roster(spans)
    return model
  }

  private func span(_ agent: String, _ start: Double, _ end: Double) -> WorkSpan {
    WorkSpan(agent: agent, group: "g", start: start, end: end)
  }

  // Contacts of 100 s from 0: the third ends at 300, after the break has begun at 250; then from 500 to 600 one more.
  @Test("An agent finishes the contact at the start of a break and at the end of the shift")
  func finishes() throws {
    let tally = try simulateOnce(model([span("ann", 0, 250), span("ann", 500, 550)]), seed: 1)
    #expect(tally.queues[2].answered == 4)
    #expect(tally.group(0, over: 0..<2).busySeconds == 400)
    #expect(tally.group(0, over: 0..<2).staffedSeconds == 400)
  }

  @Test("An agent still finishing when the next span begins stays")
  func stays() throws {
    let tally = try simulateOnce(model([span("ann", 0, 250), span("ann", 290, 1000)]), seed: 1)
    #expect(tally.queues[2].answered == 10)
    #expect(tally.group(0, over: 0..<2).staffedSeconds == 1000)
  }

  @Test("Spans that touch or overlap are one")
  func joined() throws {
    let split = try simulateOnce(
      model([span("ann", 0, 400), span("ann", 400, 700), span("ann", 600, 1000)]), seed: 1)
    let whole = try simulateOnce(model([span("ann", 0, 1000)]), seed: 1)
    #expect(split.queues[2] == whole.queues[2])
    #expect(
      split.group(0, over: 0..<2).staffedSeconds == whole.group(0, over: 0..<2).staffedSeconds)
  }

  @Test("Spans outside the run, backward or empty are no trap")
  func outside() throws {
    let tally = try simulateOnce(
      model([
        span("ann", -500, 100), span("bob", 900, 800), span("cy", 10_000, 20_000),
        span("dee", 3500, 9999), span("eve", 50, 50),
      ]), seed: 1)
    #expect(tally.queues[2].answered == 2)
    #expect(tally.group(0, over: 0..<2).staffedSeconds == 200)
  }

  @Test("The order of the spans means nothing")
  func order() throws {
    let spans = [span("ann", 0, 900), span("bob", 200, 1500), span("cy", 100, 3000)]
    let forward = try simulateOnce(model(spans), seed: 1)
    let backward = try simulateOnce(model(spans.reversed()), seed: 1)
    #expect(forward.queues == backward.queues)
    #expect(forward.groups == backward.groups)
  }

  @Test("The outcome counts scheduled agents, not overtime")
  func scheduled() throws {
    let result = try simulateSerially(
      model([span("ann", 0, 1800), span("bob", 900, 1800)]),
      options: SimulationOptions(replications: 2))
    #expect(result.outcome.run(.group, "g")?.agents == 0.75)
  }
}
