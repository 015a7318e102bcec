import ContactCenter
import Scheduling
import Testing

@Suite struct CoverageNeedTests {
  @Test("a requirement is laid on the grid, with the scheduled agents where it has them")
  func requirement() throws {
    var rows = [
      RequirementInterval(start: Fixture.at(0, 9), agents: 3),
      RequirementInterval(start: Fixture.at(1, 9.25), agents: 4),
    ]
    rows[1].scheduledAgents = 5.5
    let requirement = StaffingRequirement(queues: [
      QueueRequirement(queue: "voice", channel: "voice", intervals: rows)
    ])
    let need = try CoverageNeed(requirement, grid: Fixture.grid)
    #expect(need.firstDate == Fixture.monday)
    #expect(need.days == 2)
    #expect(need.queues[0].agents.count == 192)
    #expect(need.queues[0].agents[36] == 3)
    #expect(need.queues[0].agents[96 + 37] == 5.5)
    #expect(need.queues[0].agents.reduce(0, +) == 8.5)
    #expect(need.queues[0].isOpen.count { $0 } == 2)
    let plain = try CoverageNeed(requirement, grid: Fixture.grid, agents: { Double($0.agents) })
    #expect(plain.queues[0].agents.reduce(0, +) == 7)
  }

  @Test("a wrong count, a negative number and NaN are errors")
  func bad() {
    for agents in [[1.0], Array(repeating: -1, count: 96), Array(repeating: .nan, count: 96)] {
      #expect(throws: SchedulingError.self) {
        try CoverageNeed(
          grid: Fixture.grid, firstDate: Fixture.monday, days: 1,
          queues: [.init(queue: "voice", agents: agents)])
      }
    }
  }
}
