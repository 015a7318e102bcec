import ContactCenter
import Scheduling
import Testing

@testable import Planning

@Suite struct PooledNeedTests {
  static func need(_ queues: [CoverageNeed.QueueNeed]) throws -> CoverageNeed {
    let day = try #require(CivilDate(text: "2026-03-09"))
    let grid = TimeGrid(zone: .utc, length: .sixtyMinutes)
    return try CoverageNeed(grid: grid, firstDate: day, days: 1, queues: queues)
  }

  static func row(_ queue: String, _ agents: Double) -> CoverageNeed.QueueNeed {
    CoverageNeed.QueueNeed(
      queue: queue, agents: Array(repeating: agents, count: 24),
      isOpen: (0..<24).map { $0 >= 8 })
  }

  @Test("Queues that the same groups serve add up before they are rounded up to people")
  func pooled() throws {
    let pooled = try PooledNeed(
      try Self.need([Self.row("a", 2.3), Self.row("b", 1.4), Self.row("c", 1.2)]),
      groups: [
        AgentGroup(name: "one", queues: ["b", "a"]), AgentGroup(name: "two", queues: ["c"]),
      ])
    #expect(pooled.need.queues.map(\.queue) == ["a + b", "c"])
    // 2.3 + 1.4 = 3.7 are four people, not three and two.
    #expect(pooled.need.queues[0].agents[10] == 4)
    #expect(pooled.need.queues[1].agents[10] == 2)
    #expect(pooled.groups.map(\.queues) == [["a + b"], ["c"]])
    #expect(pooled.need.queues[0].isOpen.count { $0 } == 16)
  }

  @Test("Queues that share only some groups stay apart, and one nobody serves stays as it is")
  func apart() throws {
    let pooled = try PooledNeed(
      try Self.need([Self.row("a", 1), Self.row("b", 1), Self.row("c", 1)]),
      groups: [
        AgentGroup(name: "both", queues: ["a", "b"]), AgentGroup(name: "only", queues: ["a"]),
      ])
    #expect(pooled.need.queues.map(\.queue) == ["a", "b", "c"])
  }

  @Test("A requirement rounded to the record's decimals needs nobody more")
  func rounding() throws {
    let pooled = try PooledNeed(
      try Self.need([Self.row("a", 3.00004), Self.row("b", 0)]),
      groups: [AgentGroup(name: "g", queues: ["a"]), AgentGroup(name: "h", queues: ["b"])])
    #expect(pooled.need.queues.map { $0.agents[0] } == [3, 0])
  }
}
