import Testing

@testable import Staffing

@Suite struct GroupReasonTests {
  @Test("Reasons are words a planner reads")
  func text() {
    #expect(GroupReason.notNeeded.text == "not needed")
    #expect(GroupReason.siteFloor("Austin").text == "minimum of Austin")
    #expect(GroupReason.asFound.text == "as the search found it")
    #expect(
      GroupReason.oneFewerMisses(queue: "billing", measure: .serviceLevel, by: 0.0211).text
        == "one fewer misses billing by 2.1 points")
    #expect(
      GroupReason.oneFewerMisses(queue: "billing", measure: .asa, by: 3.04).text
        == "one fewer misses billing (asa) by 3.0 seconds")
    #expect(
      GroupReason.oneFewerMisses(queue: "billing", measure: .occupancy, by: 0.0004).text
        == "one fewer misses billing (occupancy) by a hair")
    let row = PooledBound.Row(
      queues: ["chat", "voice"], groups: ["all"], agents: 7, kind: .inTime)
    #expect(GroupReason.bound(row).text == "bound: chat + voice pooled need 7")
  }
}
