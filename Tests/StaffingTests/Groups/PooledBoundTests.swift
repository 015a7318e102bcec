import ContactCenter
import Testing

@testable import Staffing

/// The bound refuses staffings that count one agent for two skills at once.
@Suite struct PooledBoundTests {
  /// 31 and 21 contacts in half an hour, 180 s each: alone they need 5 and 4 for 80/20.
  static let works = [
    PooledBound.Work(
      queue: "billing", arrivalsPerSecond: 31.0 / 1800, handleSeconds: 180, groups: ["all"],
      answered: 0.8, inTime: 0.8, thresholdSeconds: 20),
    PooledBound.Work(
      queue: "sales", arrivalsPerSecond: 21.0 / 1800, handleSeconds: 180, groups: ["all"],
      answered: 0.8, inTime: 0.8, thresholdSeconds: 20),
  ]

  @Test("Five flexible agents for two queues that need five and four are refused, by name")
  func plantedAnswer() throws {
    let bound = PooledBound(Self.works)
    let row = try #require(bound.violation(of: ["all": 5]))
    #expect(row.queues == ["billing", "sales"])
    #expect(row.groups == ["all"])
    #expect(row.kind == .inTime)
    #expect(row.text == "billing + sales pooled need 6")
    #expect(bound.violation(of: ["all": 7]) == nil)
  }

  @Test("Agents of groups that serve neither queue do not count")
  func strangers() {
    let bound = PooledBound(Self.works)
    #expect(bound.violation(of: ["others": 50, "all": 5]) != nil)
    #expect(bound.violation(of: [:]) != nil)
  }

  @Test("A flexible agent counts once for two queues and for each of them")
  func dedicatedAndFlexible() {
    var works = Self.works
    works[0].groups = ["b", "flex"]
    works[1].groups = ["flex", "s"]
    let bound = PooledBound(works)
    #expect(bound.violation(of: ["b": 3, "s": 2, "flex": 1]) == nil)
    // Each queue sees four agents, together they are five.
    #expect(bound.violation(of: ["b": 1, "s": 1, "flex": 3])?.queues == ["billing", "sales"])
    #expect(bound.violation(of: ["b": 0, "s": 6, "flex": 0])?.queues == ["billing"])
    #expect(bound.rows.map(\.queues.count) == [1, 1, 2])
  }

  @Test("Work bounds from below whatever its distribution, and the largest occupancy raises it")
  func load() {
    var work = PooledBound.Work(
      queue: "mail", arrivalsPerSecond: 0.01, handleSeconds: 400, groups: ["office"], answered: 1)
    #expect(PooledBound([work]).rows.map(\.agents) == [4])
    #expect(PooledBound([work]).rows[0].text == "mail alone needs 4")
    work.occupancy = 0.79
    #expect(PooledBound([work]).rows.map(\.agents) == [6])
    work.sessions = 3
    work.slots = 3
    #expect(PooledBound([work]).rows.map(\.agents) == [2])
    work.minimumAgents = 5
    #expect(PooledBound([work]).rows[0].text == "mail has a minimum of 5")
    work.arrivalsPerSecond = 0
    #expect(PooledBound([work]).rows.map(\.agents) == [5])
  }

  @Test("Queues without groups, without work and without wishes bind nothing")
  func nothing() {
    #expect(PooledBound([]).rows.isEmpty)
    var work = Self.works[0]
    work.groups = []
    #expect(PooledBound([work]).rows.isEmpty)
    work = Self.works[0]
    work.answered = 0
    #expect(PooledBound([work]).rows.isEmpty)
  }

  @Test("More than ten queues are looked at one by one, in pairs and all together")
  func many() {
    let works = (10..<24).map { number in
      PooledBound.Work(
        queue: "q\(number)", arrivalsPerSecond: 0.01, handleSeconds: 100,
        groups: ["all", "g\(number)"], answered: 1)
    }
    let bound = PooledBound(works)
    #expect(bound.rows.contains { $0.queues.count == 14 && $0.agents == 14 })
    #expect(bound.rows.count { $0.queues.count == 1 } == 14)
    #expect(bound.rows.count { $0.queues.count == 2 } == 91)
  }
}
