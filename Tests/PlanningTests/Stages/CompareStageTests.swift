import ContactCenter
import Planning
import Probability
import Simulation
import Testing

@Suite struct CompareStageTests {
  private static let grid = Past.grid

  private static func plan(universal: Bool) -> Plan {
    let voice = Channel(name: "voice", mode: .live)
    let target = ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20))
    var plan = Plan(
      center: "c", grid: grid,
      queues: ["a", "b"].map {
        Queue(name: $0, channel: voice, patience: Seconds(120), target: target)
      },
      groups: [
        AgentGroup(name: "one", queues: universal ? ["a", "b"] : ["a"]),
        AgentGroup(name: "two", queues: universal ? ["b", "a"] : ["b"]),
      ])
    plan.simulation.replications = 20
    return plan
  }

  private static let intervals = grid.intervals(from: Past.firstDay, days: 1)

  private static func candidate(
    _ name: String, universal: Bool, contacts: Double = 60, days: Int = 1
  ) -> CompareStage.Candidate {
    let intervals = grid.intervals(from: Past.firstDay, days: days)
    return CompareStage.Candidate(
      name: name, plan: plan(universal: universal),
      forecast: DemandForecast(
        queues: ["a", "b"].map { queue in
          QueueForecast(
            queue: queue, channel: "voice",
            intervals: intervals.map {
              ForecastInterval(start: $0.start, offered: contacts, handleSecondsMean: 300)
            })
        }),
      staffing: .groupRequirement(
        ["one", "two"].flatMap { group in
          intervals.map { GroupRequirementInterval(start: $0.start, group: group, agents: 11) }
        }))
  }

  // Erlang A: 11 agents for 10 erlangs answer 74.2 % within 20 s, 22 agents for 20 erlangs 82.9 %.
  @Test("A universal queue gains what theory says over separate ones, for the same customers")
  func universal() async throws {
    let result = try await CompareStage.run([
      Self.candidate("separate", universal: false), Self.candidate("universal", universal: true),
    ])
    let pair = try #require(result.others.first)
    let level = try #require(pair.comparison[.center, "center", .serviceLevel])
    #expect(level.isSignificant)
    #expect(abs(level.difference.estimate - 0.087) < 0.01)
    let offered = try #require(pair.comparison[.queue, "a", .offered])
    #expect(offered.difference.estimate == 0)
    #expect(offered.first > 0)
    #expect(result.findings.isEmpty)
    #expect(result.first == "separate")
  }

  @Test("A plan differs from itself by nothing")
  func itself() async throws {
    let result = try await CompareStage.run([
      Self.candidate("x", universal: true), Self.candidate("y", universal: true),
    ])
    let differences = try #require(result.others.first).comparison.differences
    #expect(differences.count > 5)
    #expect(differences.allSatisfy { $0.difference.estimate == 0 && !$0.isSignificant })
  }

  @Test("Plans that do not face the same customers are told")
  func customers() async throws {
    var other = Self.candidate("y", universal: true, contacts: 50, days: 2)
    other.plan.queues.append(
      Queue(
        name: "z", channel: Channel(name: "voice", mode: .live),
        target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20))))
    let result = try await CompareStage.run([Self.candidate("x", universal: true), other])
    let codes = Set(result.findings.map(\.code))
    #expect(codes.isSuperset(of: ["compare.forecast", "compare.period", "compare.queues"]))
  }

  @Test("One plan cannot be compared")
  func alone() async throws {
    await #expect(throws: PlanError.self) {
      try await CompareStage.run([Self.candidate("x", universal: true)])
    }
  }
}
