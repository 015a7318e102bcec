import ContactCenter
import Foundation
import Probability
import Simulation
import TestSupport
import Testing

@testable import Exactness
@testable import Staffing

/// What a staffing is found to keep, beside the exact chains of models with skills.
@Suite(.enabled(if: TestBuild.isOptimized, "simulates millions of contacts"))
struct GroupSimulationReferenceTests {
  static let tables = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SimulationTests/Data")

  /// A case with the threshold and the exact service levels as targets.
  private func groupCase(
    _ center: MultiskillCenter, threshold: Double, levels: [String: Double]
  ) -> GroupCase {
    let own = center.center
    let groups = own.groups.sorted { $0.name < $1.name }
    let queues = own.queues.sorted { $0.name < $1.name }
    let works = queues.map { queue in
      var model = queue
      model.target = ServiceTarget(
        serviceLevel: Share(levels[queue.name] ?? 0), threshold: Seconds(threshold))
      return GroupCase.Work(
        model: model, arrivalsPerSecond: queue.expectedContacts[0] / 3600,
        handleSeconds: queue.meanHandleSeconds[0], dedicatedAgents: 10, isDeferred: false,
        groups: groups.indices.filter { groups[$0].queues.contains(queue.name) })
    }
    let bounds = works.map { work in
      PooledBound.Work(
        queue: work.model.name, arrivalsPerSecond: work.arrivalsPerSecond,
        handleSeconds: work.handleSeconds
          / (work.groups.map { groups[$0].proficiencies[work.model.name] ?? 1 }.max() ?? 1),
        groups: work.groups.map { groups[$0].name }, answered: levels[work.model.name] ?? 0,
        inTime: levels[work.model.name], thresholdSeconds: threshold)
    }
    return GroupCase(
      groups: groups, costs: groups.map { _ in 1 }, queues: works,
      goals: works.enumerated().flatMap { index, work in
        GroupGoal.all(
          of: work.model.target, queue: work.model.name, index: index, groups: work.groups,
          slots: work.groups.map { _ in 1 })
      }, bound: PooledBound(bounds), start: [], lines: own.lines,
      limits: GroupLimits(
        groups.map(\.name), isOpen: groups.map { _ in true }, groups: [], sites: []))
  }

  @Test("At the staffing of each table row, service levels are exact and the bound is silent")
  func table() throws {
    let rows = try ReferenceFolder.rows("multiskill_exact.csv", in: Self.tables)
    // All 38 comparisons together are to fail by chance once in a thousand seeds.
    var compared = 0
    // In the others contacts are blocked, who count as missed in the table and not at all in a service level.
    for center in MultiskillCenter.all
    where center.sharedRoom == nil && center.name != "overflow_loss" {
      for threshold in [10.0, 30] {
        var levels: [String: Double] = [:]
        for row in rows where row["case"] == center.name {
          levels[row["class"]] = row.number("sl_offered_\(Int(threshold))")
        }
        let model = groupCase(center, threshold: threshold, levels: levels)
        let agents = model.groups.map { center.center.agents[$0.name] ?? 0 }
        var simulation = StaffingSimulation(model, GroupStaffingOptions(mostReplications: 128))
        let sample = try simulation.sample(agents, replications: 128)
        for (goal, ratio) in zip(model.goals, sample.ratios) {
          let interval = ratio.interval(confidence: 1 - 0.001 / 38)
          #expect(interval.contains(goal.limit), "\(center.name) \(goal.queue) \(threshold) s")
          #expect(interval.halfWidth < 0.016, "\(center.name) \(goal.queue)")
          compared += 1
        }
        #expect(model.bound.violation(of: model.named(agents)) == nil, "\(center.name)")
      }
    }
    #expect(compared == 38)
  }
}
