import ContactCenter
import Testing

@testable import Simulation

@Suite struct AgentEstimatesTests {
  private static func tally(_ agents: [(busy: Double, present: Double, contacts: Int)])
    -> ReplicationTally
  {
    let tallies = agents.map { agent in
      var own = AgentTally()
      own.busySeconds = agent.busy
      own.presentSeconds = agent.present
      own.contacts = agent.contacts
      return own
    }
    return HandMade.tally(agents: tallies) { _, _ in QueueTally() }
  }

  @Test("An agent with desks in two groups is one row, and rows stand in order of name")
  func merged() throws {
    var estimates = AgentEstimates(deskNames: ["bob", "amy", "bob"])
    estimates.add([Self.tally([(100, 400, 3), (300, 600, 5), (200, 200, 1)])])
    estimates.add([Self.tally([(200, 400, 5), (500, 600, 7), (100, 200, 2)])])
    let rows = estimates.rows(start: Instant(secondsSinceEpoch: 0), seconds: 1200)
    #expect(rows.map(\.name) == ["amy", "bob"])
    #expect(rows.allSatisfy { $0.level == .agent && $0.period == .run })
    #expect(rows.map(\.answered) == [6, 5.5])
    #expect(rows.map(\.agents) == [0.5, 0.5])
    #expect(abs((rows[0].occupancy ?? 0) - 800.0 / 1200) < 1e-12)
    #expect(abs((rows[1].occupancy ?? 0) - 0.5) < 1e-12)
    // Bob was busy 300 of 600 seconds both times, Amy was not.
    #expect(rows[1].occupancyError == 0)
    #expect((rows[0].occupancyError ?? 0) > 0.1)
  }

  @Test("An agent who never came has a row without occupancy, and counts have no agents")
  func absent() throws {
    var estimates = AgentEstimates(deskNames: ["amy"])
    estimates.add([Self.tally([(0, 0, 0)])])
    let row = try #require(
      estimates.rows(start: Instant(secondsSinceEpoch: 0), seconds: 100).first)
    #expect(row.occupancy == nil)
    #expect(row.agents == 0)
    var none = AgentEstimates(deskNames: [])
    none.add([Self.tally([])])
    #expect(none.rows(start: Instant(secondsSinceEpoch: 0), seconds: 100).isEmpty)
  }

  @Test("The outcome has agents for the run only, over all that is simulated")
  func outcome() throws {
    var layout = try ModelLayout(HandMade.model)
    layout.agentNames = ["bob", "amy"]
    var estimates = OutcomeEstimates(HandMade.model, layout, SimulationOptions())
    try estimates.add(Self.tally([(900, 3600, 10), (3600, 7200, 20)]))
    let rows = estimates.outcome().rows.filter { $0.level == .agent }
    #expect(rows.map(\.name) == ["amy", "bob"])
    #expect(rows.map(\.period) == [.run, .run])
    #expect(rows.map(\.occupancy) == [0.5, 0.25])
    // The run has 7,200 seconds.
    #expect(rows.map(\.agents) == [1, 0.5])
    #expect(rows.map(\.answered) == [20, 10])
  }

  @Test("The agents of a simulated roster answer what the center answers, and are its occupancy")
  func simulated() throws {
    var model = TestModels.single(contacts: [30, 40], agents: [6, 6])
    model.staffing = .roster(
      (0..<6).map {
        WorkSpan(agent: "agent \($0)", group: "g", start: 0, end: $0 < 3 ? 3600 : 1800)
      })
    let outcome = try simulateSerially(
      model, options: SimulationOptions(seed: 2, replications: 20)
    ).outcome
    let rows = outcome.rows.filter { $0.level == .agent }
    #expect(rows.map(\.name) == (0..<6).map { "agent \($0)" })
    let center = try #require(outcome.run(.center, "center"))
    #expect(abs(rows.compactMap(\.answered).reduce(0, +) - (center.answered ?? 0)) < 0.001)
    let present = rows.compactMap(\.agents).reduce(0, +)
    let busy = rows.reduce(0) { $0 + ($1.agents ?? 0) * ($1.occupancy ?? 0) }
    #expect(abs(busy / present - (center.occupancy ?? 0)) < 0.001)
    // Three stay all the time; the others finish what they have when half of it is over.
    #expect(rows.prefix(3).allSatisfy { $0.agents == 1 })
    #expect(rows.suffix(3).allSatisfy { ($0.agents ?? 0) >= 0.5 && ($0.agents ?? 1) < 0.7 })
  }
}
