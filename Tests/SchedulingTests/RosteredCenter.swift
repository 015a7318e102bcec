import ContactCenter
import MathematicalProgramming
import TestSupport

@testable import Scheduling

/// A random center with its roster, group by group.
struct RosteredCenter {
  let center: RandomCenter
  let groups: [GroupRoster]
  let answers: [RosterSearch.Answer]

  /// Few rounds: what is asked is whether rosters keep the rules, not how cheap they are.
  static func options(threads: Int = 1) -> RosterOptions {
    RosterOptions(
      relativeGap: 0.02, pricingRounds: 6, neighborhoods: 2, fairness: FairnessPrices(hours: 0),
      threads: threads)
  }

  init(_ center: RandomCenter, library: HiGHSLibrary, threads: Int = 1) throws {
    self.center = center
    let options = Self.options(threads: threads)
    groups = try RosterGroups(Self.task(of: center), uncoveredPrice: options.uncoveredPrice).groups
    answers = try groups.map {
      try RosterSearch(
        problem: $0.problem, options: options, library: library, threads: threads
      ).solve()
    }
  }

  static func task(of center: RandomCenter) -> RosterAssignment.Task {
    RosterAssignment.Task(
      plan: ShiftPlan(
        shifts: center.shifts, shortages: [],
        proof: ShiftPlan.Proof(
          objectiveHours: 0, boundHours: 0, weeklyBoundHours: 0, limitedDays: [],
          dependsOnMachine: false), findings: []),
      agents: center.agents, availability: center.availability, contracts: center.contracts,
      rules: center.rules, grid: center.grid,
      dates: center.firstDate..<center.firstDate.advanced(by: center.days),
      previous: center.previous)
  }

  /// Agents whose own rules allow no line.
  var contradicted: Set<String> {
    Set(groups.flatMap { group in group.contradicted.map { group.nouns.calendars[$0].agent.name } })
  }

  /// Cost as the search sees it.
  var cost: Double { answers.reduce(0) { $0 + $1.cost } }

  /// Who works when.
  var roster: Roster {
    Roster(
      entries: zip(groups, answers).flatMap { group, answer in
        group.nouns.calendars.indices.flatMap { member in
          Self.entries(of: answer.state.lines[member], member: member, in: group)
        }
      })
  }

  static func entries(of line: Line, member: Int, in group: GroupRoster) -> [RosterEntry] {
    let calendar = group.nouns.calendars[member]
    let chosen = group.problem.coversOf(line, member: member).map { group.nouns.slots[$0].stretch }
    return (calendar.pinned + chosen).map {
      RosterEntry(
        agent: calendar.agent.name, start: $0.start, end: $0.end, activity: .work,
        group: calendar.agent.group)
    }
  }
}
