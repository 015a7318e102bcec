import ContactCenter
import Simulation
import Testing

@testable import Staffing

@Suite struct CenterPartTests {
  private func parts(
    _ queues: [String], _ groups: [String: [String]], links: [(from: String, to: String)] = [],
    lines: [LineGroup] = []
  ) -> [[String]] {
    CenterPart.all(
      queues: Set(queues),
      groups: groups.sorted { $0.key < $1.key }.map { GroupModel(name: $0.key, queues: $0.value) },
      links: links, lines: lines
    ).map { $0.queues + ["|"] + $0.groups }
  }

  @Test("Queues hang together by shared agents, also through others")
  func groups() {
    #expect(
      parts(["a", "b", "c", "d"], ["x": ["a", "b"], "y": ["b", "c"], "z": ["d"]])
        == [["a", "b", "c", "|", "x", "y"], ["d", "|", "z"]])
  }

  @Test("They hang together by contacts handed on, and by lines")
  func links() {
    #expect(
      parts(["a", "b", "c"], ["x": ["a"], "y": ["b"], "z": ["c"]], links: [("a", "c")])
        == [["a", "c", "|", "x", "z"], ["b", "|", "y"]])
    let trunk = LineGroup(name: "t", queues: ["a", "b"], places: 3)
    #expect(
      parts(["a", "b"], ["x": ["a"], "y": ["b"]], lines: [trunk]) == [["a", "b", "|", "x", "y"]])
  }

  @Test("A queue without agents is a part of its own, and a group without queues is in none")
  func alone() {
    #expect(
      parts(["a", "b"], ["x": ["a"], "y": ["elsewhere"]]) == [["a", "|", "x"], ["b", "|"]])
  }
}
