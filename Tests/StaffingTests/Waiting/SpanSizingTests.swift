import ContactCenter
import Queueing
import Testing

@testable import Staffing

@Suite("The least staff of a day")
struct SpanSizingTests {
  private func sizing(
    _ definition: ServiceLevelDefinition = .offered, patience: Double? = 120, level: Double = 0.8
  ) throws -> WaitingSizing {
    var queue = SampleCenter.queue(patience: patience)
    queue.target.definition = definition
    queue.target.serviceLevel = Share(level)
    queue.target.span = .day
    return try WaitingSizing(queue: queue, options: StaffingOptions())
  }

  private func scenario(
    _ contacts: [Double], _ sizing: WaitingSizing, handle: Double = 180
  ) throws -> SpanSizing.Scenario {
    SpanSizing.Scenario(
      contacts: contacts,
      traffic: try contacts.map { try sizing.traffic(rate: $0 / 1800, handleSeconds: handle) })
  }

  /// The least total that meets the level, by trying every staff above the floors.
  private func bruteForce(
    _ span: SpanSizing, _ floors: [Int], _ future: SpanSizing.Scenario, most: Int
  ) -> Int {
    var best = Int.max
    func visit(_ chosen: [Int], _ total: Int) {
      if total >= best { return }
      if chosen.count == floors.count {
        if span.level(chosen, future) >= span.level - 1e-12 { best = total }
        return
      }
      for agents in floors[chosen.count]...(floors[chosen.count] + most) {
        visit(chosen + [agents], total + agents)
      }
    }
    visit([], 0)
    return best
  }

  @Test(
    "marginal analysis finds what brute force finds, for every definition",
    arguments: ServiceLevelDefinition.allCases)
  func exact(definition: ServiceLevelDefinition) throws {
    var state: UInt64 = 42
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for patience in [120, 600, nil] as [Double?] {
      for _ in 0..<20 {
        let sizing = try sizing(
          definition, patience: patience, level: [0.7, 0.8, 0.9, 0.95][random(4)])
        let span = try #require(SpanSizing(sizing))
        let contacts = (0..<(2 + random(3))).map { _ in Double(5 + random(120)) }
        let future = try scenario(contacts, sizing)
        let floors = try span.floors(future.traffic)
        let agents = try span.agents(floors: floors, futures: [future])
        #expect(zip(agents, floors).allSatisfy { $0 >= $1 })
        #expect(span.level(agents, future) >= span.level - 1e-12)
        let least = bruteForce(span, floors, future, most: 9)
        #expect(
          agents.reduce(0, +) == least,
          "\(definition) \(patience ?? .infinity) \(contacts) \(agents) \(floors) \(least)")
      }
    }
  }

  @Test("a day needs less than its intervals each on their own, and the quiet ones give")
  func day() throws {
    let sizing = try sizing()
    let span = try #require(SpanSizing(sizing))
    let contacts = [10, 40, 120, 200, 120, 40, 10.0]
    let future = try scenario(contacts, sizing)
    let floors = try span.floors(future.traffic)
    let agents = try span.agents(floors: floors, futures: [future])
    var search = AgentSearch(sizing.model)
    let alone = try future.traffic.map { try search.agents(for: #require($0), goal: sizing.goal) }
    #expect(agents.reduce(0, +) < alone.reduce(0, +))
    // No interval falls below half of the target.
    for (block, traffic) in future.traffic.enumerated() {
      #expect(span.shares(try #require(traffic), agents: agents[block]).met >= 0.4)
    }
  }

  @Test("limits stay with the interval, and a ceiling may keep the day from its target")
  func limits() throws {
    var queue = SampleCenter.queue()
    queue.target.span = .day
    queue.target.maximumAbandonment = Share(0.03)
    func rows(_ queue: Queue) throws -> StaffingResult {
      try Staffer.requirement(
        for: SampleCenter.forecast([20, 100, 200]), request: SampleCenter.request(queue))
    }
    let limited = try rows(queue).requirement.queues[0].intervals
    #expect(limited.allSatisfy { ($0.abandonment ?? 1) <= 0.03 })
    queue.target.maximumAbandonment = nil
    queue.maximumAgents = 10
    let capped = try rows(queue)
    #expect(capped.requirement.queues[0].intervals.allSatisfy { $0.agents <= 10 })
    #expect(capped.findings.contains { $0.code == "staffing.ceiling" })
  }

  @Test("a level that no staff reaches is an error")
  func unreachable() throws {
    let sizing = try sizing(level: 1)
    let span = try #require(SpanSizing(sizing))
    let future = try scenario([100], sizing)
    // 1 − 1e-12 counts as 1: it takes some forty agents, and ends.
    let agents = try span.agents(floors: [10], futures: [future])
    #expect(agents[0] > 25 && agents[0] < 80)
  }
}
