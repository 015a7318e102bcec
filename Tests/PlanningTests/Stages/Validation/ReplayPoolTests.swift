import ContactCenter
import Simulation
import Testing

@testable import Planning

@Suite struct ReplayPoolTests {
  private static func model(_ staffing: StaffingInput) -> SimulationModel {
    SimulationModel(
      intervals: Array(Past.grid.intervals(from: Past.firstDay, days: 1).prefix(3)),
      queues: ["c", "a", "b", "d"].map {
        QueueModel(name: $0, expectedContacts: [1, 1, 1], meanHandleSeconds: [60, 60, 60])
      },
      groups: [
        GroupModel(name: "two", queues: ["b", "c"]), GroupModel(name: "one", queues: ["a", "b"]),
        GroupModel(name: "alone", queues: ["d"]),
      ], staffing: staffing)
  }

  @Test("Queues that share a group, also through a third, are one pool")
  func components() {
    let (ofQueue, pools) = ReplayPool.pools(of: Self.model(.counts([:])))
    #expect(ofQueue == [0, 0, 0, 1])
    #expect(pools.map(\.queues) == [[0, 1, 2], [3]])
    // Groups in order of name: alone, one, two.
    #expect(pools.map(\.groups) == [[1, 2], [0]])
  }

  @Test("Agent-seconds are counts times length, or what of each span lies in an interval")
  func staffed() {
    let counts = StaffingInput.counts(["one": [1, 2, 0], "two": [3, 0, 0], "alone": [5, 5, 5]])
    let counted = ReplayPool.pools(of: Self.model(counts)).pools
    #expect(counted.map(\.staffedSeconds) == [[7200, 3600, 0], [9000, 9000, 9000]])
    let spans = StaffingInput.roster([
      WorkSpan(agent: "x", group: "one", start: -600, end: 2400),
      WorkSpan(agent: "y", group: "two", start: 1800, end: 9000),
      WorkSpan(agent: "z", group: "alone", start: 3000, end: 3100),
    ])
    let rostered = ReplayPool.pools(of: Self.model(spans)).pools
    #expect(rostered.map(\.staffedSeconds) == [[1800, 2400, 1800], [0, 100, 0]])
  }
}
