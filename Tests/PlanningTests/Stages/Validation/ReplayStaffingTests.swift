import ContactCenter
import Simulation
import Testing

@testable import Planning

@Suite struct ReplayStaffingTests {
  private static let intervals = Past.grid.intervals(from: Past.firstDay, days: 1)

  private static func plan() -> Plan {
    let voice = Channel(name: "voice", mode: .live)
    let target = ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20))
    return Plan(
      center: "c", grid: Past.grid,
      queues: ["a", "b", "c"].map { Queue(name: $0, channel: voice, target: target) },
      groups: [
        AgentGroup(name: "team", queues: ["b", "a"]), AgentGroup(name: "other", queues: ["c"]),
      ])
  }

  private static func service(_ queue: Queue, agents: [Double?]) -> ActualService {
    let starts = Array(intervals.map(\.start).prefix(agents.count))
    return ActualService(
      QueueHistory(
        queue: queue.name, channel: "voice", starts: starts,
        offered: Array(repeating: 5, count: agents.count),
        measures: [.agents: agents, .abandoned: agents.map { _ in 1 }]),
      queue: queue,
      indexOf: Dictionary(uniqueKeysWithValues: starts.enumerated().map { ($1, $0) }),
      count: intervals.count)
  }

  private static func staffing(_ agents: [String: [Double?]]) -> ReplayStaffing {
    let plan = plan()
    var actual: [String: ActualService] = [:]
    for queue in plan.queues {
      if let own = agents[queue.name] { actual[queue.name] = service(queue, agents: own) }
    }
    return ReplayStaffing(plan: plan, intervals: intervals, actual: actual)
  }

  private static func counts(_ staffing: ReplayStaffing, _ group: String) -> [Int] {
    guard case .groupRequirement(let rows) = staffing.staffing else { return [] }
    return rows.filter { $0.group == group }.prefix(3).map(\.agents)
  }

  @Test("Queues of one group that record the same agents are one pool, counted once")
  func pooled() {
    let staffing = Self.staffing(["a": [4, 5, 6], "b": [4, 5, 6], "c": [2, 2, 2]])
    #expect(staffing.groups.map(\.name) == ["team", "c"])
    #expect(Self.counts(staffing, "team") == [4, 5, 6])
    #expect(Self.counts(staffing, "c") == [2, 2, 2])
    #expect(staffing.findings.map(\.code) == ["validate.pooled"])
  }

  @Test("Queues that record different agents have people of their own")
  func separate() {
    let staffing = Self.staffing(["a": [4, 5, 6], "b": [4, 5, 7]])
    #expect(staffing.groups.map(\.name) == ["a", "b"])
    #expect(Self.counts(staffing, "b") == [4, 5, 7])
  }

  @Test("Fractions are rounded to the nearest, which is told, and intervals without agents as well")
  func rounded() {
    let staffing = Self.staffing(["c": [2.4, 2.6, nil]])
    #expect(Self.counts(staffing, "c") == [2, 3, 0])
    #expect(
      staffing.findings.map(\.code) == [
        "validate.intervals-without-agents", "validate.agents-rounded",
      ])
  }
}
