import ContactCenter
import Foundation
import MathematicalProgramming
import Scheduling

/// A small center for tests: one queue, one group, two contracts.
enum Fixture {
  static let library: HiGHSLibrary? = try? HiGHSLibrary.open(
    candidates: HiGHSLibrary.candidates(
      named: ProcessInfo.processInfo.environment["MUSTER_HIGHS"],
      executableFolder: nil,
      workingFolder: URL(fileURLWithPath: #filePath).deletingLastPathComponent().path))
  static let skipReason = "HiGHS not found; scripts/get-highs fetches it"

  static let monday = CivilDate(daysSinceEpoch: 20_521)  // 2026-03-09
  static let grid = TimeGrid(zone: .utc, length: .fifteenMinutes)
  static let groups = [AgentGroup(name: "front", queues: ["voice"])]
  static let fullTime = Contract(
    name: "full-time", hoursPerWeek: 40, daysPerWeek: 5, shiftMinutes: [420, 480, 540],
    restMinutes: 660)
  static let partTime = Contract(
    name: "part-time", hoursPerWeek: 25, daysPerWeek: 5, shiftMinutes: [240, 300],
    restMinutes: 660)
  static let contracts = [fullTime, partTime]

  /// An instant `hours` after midnight of a day of the week, Monday 0.
  static func at(_ day: Int, _ hours: Double) -> Instant {
    grid.zone.startOfDay(monday.advanced(by: day)).advanced(by: Int(hours * 3600))
  }

  /// A day's need: two at the edges, five in the middle, 08:00 to 20:00.
  static func curve(_ hour: Double, scale: Double = 1) -> Double {
    guard hour >= 8, hour < 20 else { return 0 }
    return ((2 + 3 * max(0, 1 - abs(hour - 13) / 4)) * scale).rounded(.up)
  }

  /// The need of several days of one queue.
  static func need(
    days: Int = 5, scale: Double = 1, grid: TimeGrid = Fixture.grid,
    firstDate: CivilDate = Fixture.monday
  ) throws -> CoverageNeed {
    let agents = grid.intervals(from: firstDate, days: days).map { interval in
      curve(Double(grid.zone.local(interval.start).minuteOfDay) / 60, scale: scale)
    }
    return try CoverageNeed(
      grid: grid, firstDate: firstDate, days: days,
      queues: [CoverageNeed.QueueNeed(queue: "voice", agents: agents)])
  }

  static func agents(full: Int, part: Int) -> [Agent] {
    (0..<full).map { Agent(name: "full-\(10 + $0)", group: "front", contract: "full-time") }
      + (0..<part).map { Agent(name: "part-\(10 + $0)", group: "front", contract: "part-time") }
  }

  static func teams(full: Int, part: Int, days: Int) -> [Team] {
    [
      Team(group: "front", contract: "full-time", heads: full, days: days),
      Team(group: "front", contract: "part-time", heads: part, days: days),
    ]
  }
}
