import ContactCenter
import TestSupport

@testable import Scheduling

/// Small rosters to place things in: one queue, one group, shifts of four hours with one paid break of a quarter hour
/// that begins 84 to 144 minutes after the start.
enum PlacementFixture {
  static func entry(
    _ agent: String, _ day: Int, _ from: Double, _ to: Double, _ activity: RosterActivity = .work,
    group: String = "front"
  ) -> RosterEntry {
    RosterEntry(
      agent: agent, start: Fixture.at(day, from), end: Fixture.at(day, to), activity: activity,
      group: group)
  }

  /// A shift of four hours with its break so many hours after the start.
  static func shift(_ agent: String, _ day: Int, _ from: Double, pause: Double) -> [RosterEntry] {
    [
      entry(agent, day, from, from + pause),
      entry(agent, day, from + pause, from + pause + 0.25, .break),
      entry(agent, day, from + pause + 0.25, from + 4),
    ]
  }

  static func agents(_ names: [String], skills: [AgentSkill] = []) -> [Agent] {
    names.map { Agent(name: $0, group: "front", skills: skills, contract: "part-time") }
  }

  /// A need of some agents by hour of the day, the same every day.
  static func need(
    days: Int = 1, queue: String = "voice", _ agents: (Double) -> Double
  ) throws -> CoverageNeed {
    try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: days,
      queues: [
        CoverageNeed.QueueNeed(
          queue: queue,
          agents: Fixture.grid.intervals(from: Fixture.monday, days: days).map {
            agents(Double(Fixture.grid.zone.local($0.start).minuteOfDay) / 60)
          })
      ])
  }

  static func underAudit(
    _ entries: [RosterEntry], agents: [Agent], need: CoverageNeed?,
    groups: [AgentGroup] = Fixture.groups, availability: [Availability] = [],
    contracts: [Contract] = Fixture.contracts
  ) -> RosterUnderAudit {
    RosterUnderAudit(
      roster: Roster(entries: entries), agents: agents, groups: groups, contracts: contracts,
      availability: availability, rules: .usual, need: need, grid: Fixture.grid,
      dates: need.map { $0.firstDate..<$0.firstDate.advanced(by: $0.days) })
  }

  /// Agent-hours short, by the audit's own count.
  static func short(_ roster: RosterUnderAudit, with entries: [RosterEntry]) -> Double {
    let changed = underAudit(
      entries, agents: roster.agents.values.sorted { $0.name < $1.name }, need: roster.need,
      groups: roster.groups.values.sorted { $0.name < $1.name })
    return CoverageRule.shortages(in: changed).reduce(0) { $0 + $1.hours }
  }
}

/// A whole number from 0 up to but not including `limit`.
func below(_ limit: Int, _ numbers: inout SeededNumbers) -> Int {
  min(limit - 1, Int(numbers.next() * Double(limit)))
}
