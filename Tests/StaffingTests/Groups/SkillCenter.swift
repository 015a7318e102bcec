import ContactCenter
import Foundation
import MathematicalProgramming
import Testing

@testable import Staffing

/// A center with skills for tests: its nouns, and its chain.
struct SkillCenter {
  /// A queue: contacts in half an hour, and what it promises.
  struct Line {
    var name: String
    var contacts: Double
    var target: ServiceTarget
    var patience = 120.0
    var priority = 1
  }

  static let library: HiGHSLibrary? = try? HiGHSLibrary.open(
    candidates: HiGHSLibrary.candidates(
      named: ProcessInfo.processInfo.environment["MUSTER_HIGHS"],
      executableFolder: nil,
      workingFolder: URL(fileURLWithPath: #filePath).deletingLastPathComponent().path))
  static let skipReason: Comment = "HiGHS not found; scripts/get-highs fetches it"

  var lines: [Line]
  var groups: [AgentGroup]
  var handleSeconds = 180.0

  /// A group with its queues, first choice first.
  static func group(_ name: String, _ queues: [String], cost: Double = 0) -> AgentGroup {
    var group = AgentGroup(name: name, queues: queues)
    group.costPerHour = cost
    return group
  }

  static func target(_ level: Double, _ seconds: Double, abandonment: Double? = nil)
    -> ServiceTarget
  {
    ServiceTarget(
      serviceLevel: Share(level), threshold: Seconds(seconds),
      maximumAbandonment: abandonment.map { Share($0) })
  }

  var queues: [Queue] {
    lines.map { line in
      Queue(
        name: line.name, channel: SampleCenter.voice, patience: Seconds(line.patience),
        target: line.target, priority: line.priority)
    }
  }

  /// So many equal half hours.
  func forecast(intervals: Int = 1) -> DemandForecast {
    DemandForecast(
      queues: lines.map { line in
        QueueForecast(
          queue: line.name, channel: "voice",
          intervals: (0..<intervals).map {
            ForecastInterval(
              start: SampleCenter.morning.advanced(by: 1800 * $0), offered: line.contacts,
              handleSecondsMean: handleSeconds)
          })
      })
  }

  func request(
    _ library: HiGHSLibrary, options: GroupStaffingOptions = GroupStaffingOptions()
  ) -> GroupStaffingRequest {
    GroupStaffingRequest(
      staffing: StaffingRequest(
        queues: queues, grid: TimeGrid(zone: .utc, length: .thirtyMinutes)),
      groups: groups, options: options, library: library)
  }

  /// The answer for one half hour.
  func answer(
    _ library: HiGHSLibrary, options: GroupStaffingOptions = GroupStaffingOptions()
  ) throws -> GroupStaffingInterval {
    try GroupStaffer.requirement(for: forecast(), request: request(library, options: options))
      .intervals[0]
  }

  /// The case that a search staffs.
  func groupCase(_ library: HiGHSLibrary) throws -> GroupCase {
    let request = request(library)
    let single = try Staffer.requirement(for: forecast(), request: request.staffing)
    let cases = try GroupCases(forecast(), request, requirement: single.requirement)
    return cases.groupCase(cases.parts[0], at: SampleCenter.morning)
  }

  /// The chain of the center, queues and groups as listed; ties among equal tiers would not be the chain's.
  var chain: SkillChain {
    func index(_ name: String) -> Int { lines.firstIndex { $0.name == name } ?? 0 }
    return SkillChain(
      queues: lines.map { ($0.contacts / 1800, $0.patience) }, handleSeconds: handleSeconds,
      routes: lines.map { line in
        groups.indices.filter { groups[$0].queues.contains(line.name) }
          .sorted {
            (groups[$0].queues.count, groups[$0].name) < (groups[$1].queues.count, groups[$1].name)
          }
      },
      orders: groups.map { group in
        group.queues.map(index).enumerated().sorted {
          (lines[$0.element].priority, $0.offset) < (lines[$1.element].priority, $1.offset)
        }.map(\.element)
      })
  }

  /// The least exact margin of a staffing, in points of a share.
  ///
  /// Only for thresholds of 0: the chain knows who is answered at once.
  func exactMargin(_ agents: [Int]) -> Double {
    zip(lines, chain.fates(agents)).map { line, fate in
      min(
        fate.atOnce - (line.target.serviceLevel?.value ?? 0),
        (line.target.maximumAbandonment?.value ?? 1) - fate.abandonment)
    }.min() ?? 0
  }

  /// All staffings of up to so many agents in each group.
  func staffings(upTo most: [Int]) -> [[Int]] {
    most.reduce([[]]) { partial, limit in
      partial.flatMap { head in (0...limit).map { head + [$0] } }
    }
  }

  /// What a staffing costs in an hour.
  func cost(_ agents: [Int]) -> Double {
    zip(groups, agents).reduce(0) {
      $0 + ($1.0.costPerHour > 0 ? $1.0.costPerHour : 1) * Double($1.1)
    }
  }

  /// The agents of an answer in the order of `groups`.
  func agents(_ answer: GroupStaffingInterval) -> [Int] {
    groups.map { group in answer.groups.first { $0.group == group.name }?.agents ?? -1 }
  }
}
