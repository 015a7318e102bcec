import ContactCenter
import Probability
import Simulation
import TestSupport
import Testing

@testable import Staffing

/// Seeded random centers: what every answer must be.
@Suite(
  .enabled(if: TestBuild.isOptimized, "simulates millions of contacts"),
  .enabled(if: SkillCenter.library != nil, SkillCenter.skipReason))
struct GroupStafferTheoryTests {
  /// Two to four queues, two to five groups, every queue served.
  private func center(_ random: inout Xoshiro256) -> SkillCenter {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let names = (0..<number(2...4)).map { "q\($0)" }
    var center = SkillCenter(
      lines: names.map { name in
        SkillCenter.Line(
          name: name, contacts: Double(number(3...60)),
          target: SkillCenter.target(
            [0.7, 0.8, 0.9][number(0...2)], Double([10, 20, 60][number(0...2)])),
          patience: Double(number(60...300)))
      }, groups: [])
    for (index, name) in names.enumerated() where number(0...3) > 0 {
      center.groups.append(
        SkillCenter.group("own\(index)", [name], cost: Double(number(10...12))))
    }
    center.groups.append(SkillCenter.group("wide", names, cost: Double(number(12...15))))
    if names.count > 2 {
      center.groups.append(
        SkillCenter.group("pair", [names[0], names[2]], cost: Double(number(11...13))))
    }
    for index in center.groups.indices { center.groups[index].queueChoice = .oldest }
    return center
  }

  @Test("Between the bound and dedicated agents, all promises kept, a reason for each group")
  func laws() throws {
    let library = try #require(SkillCenter.library)
    var random = Xoshiro256(key: 20_260)
    for trial in 0..<25 {
      let center = center(&random)
      let answer = try center.answer(library, options: GroupStaffingOptions(seed: 7))
      #expect(answer.isMet, "\(trial)")
      #expect(answer.costPerHour <= answer.dedicatedCostPerHour + 1e-9, "\(trial)")
      #expect(answer.costPerHour >= answer.leastCostPerHour - 1e-9, "\(trial)")
      let model = try center.groupCase(library)
      let agents = Dictionary(
        answer.groups.map { ($0.group, $0.agents) }, uniquingKeysWith: { first, _ in first })
      #expect(model.bound.violation(of: agents) == nil, "\(trial)")
      for group in answer.groups {
        #expect((group.agents == 0) == (group.reason == .notNeeded), "\(trial) \(group)")
      }
      // Customers the search has not seen: the promises hold for them as well, up to a narrow decision.
      var fresh = StaffingSimulation(model, GroupStaffingOptions(seed: 8))
      let sample = try fresh.sample(model.groups.map { agents[$0.name] ?? 0 }, replications: 256)
      for margin in sample.margins(model.goals) { #expect(margin > -0.012, "\(trial)") }
    }
  }
}
