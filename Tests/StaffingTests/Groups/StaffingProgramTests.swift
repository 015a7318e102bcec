import ContactCenter
import Testing

@testable import Staffing

@Suite(.enabled(if: SkillCenter.library != nil, SkillCenter.skipReason))
struct StaffingProgramTests {
  static let center = SkillCenter(
    lines: [
      .init(name: "a", contacts: 10, target: SkillCenter.target(0.8, 20)),
      .init(name: "b", contacts: 10, target: SkillCenter.target(0.8, 20)),
    ],
    groups: [
      SkillCenter.group("own", ["a"], cost: 10), SkillCenter.group("wide", ["a", "b"], cost: 12),
    ])

  private func row(_ groups: [String], _ agents: Int) -> PooledBound.Row {
    PooledBound.Row(queues: groups, groups: groups, agents: agents, kind: .load)
  }

  @Test("Rows are covered at the least price, by agents with fewer skills where prices tie")
  func rows() throws {
    let library = try #require(SkillCenter.library)
    var center = Self.center
    let rows = [row(["own", "wide"], 5), row(["wide"], 2)]
    #expect(
      try StaffingProgram(center.groupCase(library), rows: rows).solve(library) == [3, 2])
    center.groups[1].costPerHour = 10
    #expect(
      try StaffingProgram(center.groupCase(library), rows: rows).solve(library) == [3, 2])
  }

  @Test("A cut forbids the staffing that it was made of, by gains or by one more agent")
  func cuts() throws {
    let library = try #require(SkillCenter.library)
    let model = try Self.center.groupCase(library)
    var program = StaffingProgram(model, rows: [])
    #expect(try program.solve(library) == [0, 0])
    program.cut([0, 0], margin: -0.3, gains: [0.1, 0.05], serving: [0, 1], name: "a")
    #expect(try program.solve(library) == [3, 0])
    // Agents who harm by routing are no reason to have fewer.
    program.cut([3, 0], margin: -0.2, gains: [-0.1, 0.1], serving: [1], name: "b")
    #expect(try program.solve(library) == [2, 2])
    program.cut([2, 2], margin: -0.1, gains: [0, 0], serving: [1], name: "b")
    #expect(try program.solve(library) == [2, 3])
  }
}
