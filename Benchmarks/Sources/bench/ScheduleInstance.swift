import ContactCenter
import Foundation
import Scheduling

/// A shared shift-design instance, as the nouns of the trade.
///
/// One week of quarter hours; seven shift lengths from 4 to 10 hours; breaks and their windows as the instances' own
/// scripts round them; an agent short for a quarter hour costs as much as two paid hours.
struct ScheduleInstance {
  let name: String
  let need: CoverageNeed
  let groups: [AgentGroup]
  let teams: [Team]
  let contracts: [Contract]
  let rules: ShiftRules

  /// Cost of one agent short, in the same time paid.
  static let shortagePrice = 8.0

  /// The layout of the shared files.
  private struct File: Decodable {
    var groups: [[Int]]
    var heads: [String: [String: Int]]
    var open: Int
    var close: Int
    var step: Int
    var req: [[Double]]
  }

  /// Reads `bench/scheduling/NAME.json` below a folder.
  init(_ name: String, shared: String) throws {
    self.name = name
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(shared)/bench/scheduling/\(name).json"))
    let file = try JSONDecoder().decode(File.self, from: data)
    let grid = TimeGrid(zone: .utc, length: .fifteenMinutes)
    let monday = CivilDate(daysSinceEpoch: 20_521)
    need = try CoverageNeed(
      grid: grid, firstDate: monday, days: 7,
      queues: file.req.enumerated().map { queue, agents in
        CoverageNeed.QueueNeed(
          queue: "queue-\(queue)", agents: agents,
          isOpen: agents.indices.map { (file.open..<file.close).contains($0 % 96) })
      })
    let width = String(max(1, file.groups.count - 1)).count
    let label = { (group: Int) in
      let digits = String(group)
      return "group-" + String(repeating: "0", count: width - digits.count) + digits
    }
    groups = file.groups.enumerated().map { index, queues in
      AgentGroup(name: label(index), queues: queues.map { "queue-\($0)" })
    }
    teams = file.groups.indices.flatMap { group in
      ["FT", "PT"].map { contract in
        Team(
          group: label(group), contract: contract,
          heads: file.heads[String(group)]?[contract] ?? 0, days: 7)
      }
    }
    contracts = [
      Contract(
        name: "FT", hoursPerWeek: 40, daysPerWeek: 5, shiftMinutes: [420, 480, 540, 600],
        restMinutes: 660),
      Contract(
        name: "PT", hoursPerWeek: 25, daysPerWeek: 5, shiftMinutes: [240, 300, 360],
        restMinutes: 660),
    ]
    let pause = { (earliest: Double, latest: Double) in
      BreakRule(name: "break", minutes: 15, isPaid: true, earliest: earliest, latest: latest)
    }
    rules = ShiftRules(
      startEveryMinutes: 15 * file.step,
      patterns: [
        BreakPattern(shorterThanMinutes: 360, breaks: [pause(0.35, 0.6)]),
        BreakPattern(
          shorterThanMinutes: 1440,
          breaks: [
            pause(0.12, 0.28),
            BreakRule(name: "lunch", minutes: 30, isPaid: false, earliest: 0.36, latest: 0.56),
            pause(0.7, 0.87),
          ]),
      ])
  }
}
