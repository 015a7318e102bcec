import ContactCenter
import MathematicalProgramming
import TestSupport

@testable import Scheduling

extension RandomCenter {
  /// What `RosterAssignment` is given; lists in reverse order where told, which must not matter.
  func task(isReversed: Bool = false) -> RosterAssignment.Task {
    func ordered<Element>(_ list: [Element]) -> [Element] { isReversed ? list.reversed() : list }
    return RosterAssignment.Task(
      plan: ShiftPlan(
        shifts: ordered(shifts), shortages: [],
        proof: ShiftPlan.Proof(
          objectiveHours: 0, boundHours: 0, weeklyBoundHours: 0, limitedDays: [],
          dependsOnMachine: false), findings: []),
      agents: ordered(agents), availability: ordered(availability), contracts: ordered(contracts),
      rules: rules, grid: grid, dates: dates, previous: previous)
  }

  /// The days.
  var dates: Range<CivilDate> { firstDate..<firstDate.advanced(by: days) }

  /// Few rounds, and for most centers any fair roster: what is asked is whether rosters keep the rules, not how cheap
  /// they are.
  func options(threads: Int = 1) -> RosterOptions {
    RosterOptions(
      relativeGap: seed % 5 == 0 ? 0.02 : 0.3, pricingRounds: 6, neighborhoods: 2, effort: 0.02,
      fairnessSteps: 40, threads: threads)
  }

  /// The center, rostered.
  func rostered(
    by library: HiGHSLibrary, threads: Int = 1, isReversed: Bool = false, relativeGap: Double? = nil
  ) throws -> RosterResult {
    var options = options(threads: threads)
    if let relativeGap {
      options.relativeGap = relativeGap
      options.effort = 1
    }
    return try RosterAssignment.solve(
      task(isReversed: isReversed), library: library, options: options)
  }

  /// A roster of the center beside everything the audit judges it by.
  func underAudit(_ roster: Roster) -> RosterUnderAudit {
    RosterUnderAudit(
      roster: roster, agents: agents, groups: groups, contracts: contracts,
      availability: availability, rules: rules, need: nil, grid: grid, previous: previous,
      dates: dates)
  }
}

extension RosterResult {
  /// What is said of one place under a code.
  func messages(_ code: String, at place: String) -> [String] {
    findings.filter { $0.code == code && $0.place == place }.map(\.message)
  }

  /// Agents of whom it says that no line keeps what is asked of them.
  var contradicted: Set<String> {
    Set(findings.filter { $0.code == "schedule.no-line" }.compactMap(\.place))
  }
}
