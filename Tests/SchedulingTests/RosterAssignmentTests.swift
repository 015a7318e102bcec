import ContactCenter
import MathematicalProgramming
import Testing

@testable import Scheduling

@Suite(.enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
struct RosterAssignmentTests {
  let library: HiGHSLibrary

  init() throws { library = try #require(Fixture.library) }

  /// A plan of the given shifts, each on a day from an hour for some minutes, without breaks.
  func plan(_ shifts: [(day: Int, hour: Double, minutes: Int)]) -> ShiftPlan {
    ShiftPlan(
      shifts: shifts.map { shift in
        PlannedShift(
          group: "front", contract: "full-time", date: Fixture.monday.advanced(by: shift.day),
          start: Fixture.at(shift.day, shift.hour),
          end: Fixture.at(shift.day, shift.hour).advanced(by: shift.minutes * 60),
          paidMinutes: shift.minutes, breaks: [])
      },
      shortages: [],
      proof: ShiftPlan.Proof(
        objectiveHours: 0, boundHours: 0, weeklyBoundHours: 0, limitedDays: [],
        dependsOnMachine: false),
      findings: [])
  }

  func roster(
    _ plan: ShiftPlan, agents: [Agent], availability: [Availability] = [],
    options: RosterOptions = RosterOptions()
  ) throws -> RosterResult {
    try RosterAssignment.solve(
      RosterAssignment.Task(
        plan: plan, agents: agents, availability: availability, contracts: Fixture.contracts,
        rules: .usual, grid: Fixture.grid), library: library, options: options)
  }

  @Test("a designed week is worked by named agents and passes the audit")
  func week() throws {
    let need = try Fixture.need(days: 7)
    let agents = Fixture.agents(full: 9, part: 5)
    let availability = [
      Availability(
        agent: "full-10", start: Fixture.at(1, 0), end: Fixture.at(3, 0), kind: .leave),
      Availability(
        agent: "part-10", start: Fixture.at(0, 8), end: Fixture.at(5, 14), kind: .available),
    ]
    let plan = try ShiftDesign.solve(
      need: need, groups: Fixture.groups,
      teams: Team.counting(agents, availability: availability, over: need),
      contracts: Fixture.contracts, rules: .usual, library: library)
    let result = try roster(plan, agents: agents, availability: availability)
    #expect(result.isComplete)
    #expect(result.paidMinutes.values.reduce(0, +) == Int(plan.paidHours * 60))
    let report = RosterAudit.check(
      RosterUnderAudit(
        roster: result.roster, agents: agents, groups: Fixture.groups,
        contracts: Fixture.contracts, availability: availability, rules: .usual, need: need,
        grid: Fixture.grid))
    #expect(report.violations == [])
    #expect(report.paidHours == plan.paidHours)
    #expect(report.shiftCount == plan.shifts.count)
    let shuffled = try roster(
      plan, agents: agents.reversed(), availability: availability.reversed(),
      options: RosterOptions(threads: 3))
    #expect(shuffled == result)
  }

  @Test("rest between a late and an early shift keeps one agent from both")
  func rest() throws {
    let late = plan([(0, 13, 480), (1, 7, 480)])
    let result = try roster(late, agents: Fixture.agents(full: 1, part: 0))
    #expect(result.uncovered.count == 1)
    let reason = try #require(result.uncovered.first?.reason)
    #expect(reason == "of 1 agents of front: 1 kept by rest at least 11h")
    #expect(result.findings.contains { $0.code == "schedule.uncovered" && $0.severity == .error })
    let rested = plan([(0, 13, 480), (1, 8, 480)])
    #expect(try roster(rested, agents: Fixture.agents(full: 1, part: 0)).isComplete)
  }

  @Test("five days and forty hours a week are the limit, and the reason says which")
  func weeklyLimits() throws {
    let six = plan((0..<6).map { ($0, 9, 420) })
    let days = try roster(six, agents: Fixture.agents(full: 1, part: 0))
    #expect(
      days.uncovered.map(\.reason) == [
        "of 1 agents of front: 1 kept by hours at most 40h and days-per-week at most 5"
      ])
    let long = plan((0..<5).map { ($0, 9, 540) })
    let hours = try roster(long, agents: Fixture.agents(full: 1, part: 0))
    #expect(
      hours.uncovered.map(\.reason) == [
        "of 1 agents of front: 1 kept by hours at most 40h"
      ])
    #expect(hours.uncoveredHours == 9)
  }

  @Test("leave, missing availability and the wrong contract keep an agent off a shift")
  func obstacles() throws {
    let one = plan([(0, 9, 480)])
    let leave = Availability(
      agent: "full-10", start: Fixture.at(0, 16), end: Fixture.at(0, 18), kind: .leave)
    #expect(
      try roster(one, agents: Fixture.agents(full: 1, part: 0), availability: [leave])
        .uncovered.count == 1)
    let available = Availability(
      agent: "full-10", start: Fixture.at(0, 9), end: Fixture.at(0, 16), kind: .available)
    #expect(
      try roster(one, agents: Fixture.agents(full: 1, part: 0), availability: [available])
        .uncovered.count == 1)
    let part = try roster(one, agents: Fixture.agents(full: 0, part: 1))
    #expect(part.uncovered.first?.reason.contains("contract does not allow") == true)
    #expect(try roster(one, agents: []).uncovered.first?.reason == "group front has no agents")
  }

  @Test("overlapping and touching stretches of availability count as one")
  func joined() throws {
    let pieces = [(8.0, 12.0), (12.0, 15.0), (14.0, 17.0)].map { from, to in
      Availability(
        agent: "full-10", start: Fixture.at(0, from), end: Fixture.at(0, to), kind: .available)
    }
    let result = try roster(
      plan([(0, 9, 480)]), agents: Fixture.agents(full: 1, part: 0), availability: pieces)
    #expect(result.isComplete)
  }

  @Test("a request is kept where someone else can work, and broken at its price where nobody can")
  func requests() throws {
    let one = plan([(0, 9, 480)])
    let request = Availability(
      agent: "full-10", start: Fixture.at(0, 0), end: Fixture.at(1, 0), kind: .request, price: 3)
    let two = try roster(
      one, agents: Fixture.agents(full: 2, part: 0), availability: [request])
    #expect(two.roster.entries.map(\.agent) == ["full-11"])
    #expect(two.brokenRequestHours == 0)
    let alone = try roster(
      one, agents: Fixture.agents(full: 1, part: 0), availability: [request])
    #expect(alone.isComplete)
    #expect(alone.brokenRequestHours == 3)
  }

  @Test("published shifts stay, count as hours and days, and are rested from")
  func pinned() throws {
    let pin = Availability(
      agent: "full-10", start: Fixture.at(0, 14), end: Fixture.at(0, 22), kind: .pinned)
    let result = try roster(
      plan([(0, 9, 480), (1, 8, 480), (1, 9, 480)]), agents: Fixture.agents(full: 1, part: 0),
      availability: [pin])
    #expect(result.uncovered.map(\.shift.start) == [Fixture.at(0, 9), Fixture.at(1, 8)])
    #expect(result.roster.entries.first?.start == Fixture.at(0, 14))
    #expect(result.paidMinutes["full-10"] == 16 * 60)
  }

  @Test("hours are even between agents of one contract")
  func fairness() throws {
    let mixed = plan((0..<4).flatMap { [($0, 8.0, 540), ($0, 9.0, 420)] })
    let result = try roster(mixed, agents: Fixture.agents(full: 2, part: 0))
    #expect(result.isComplete)
    #expect(Set(result.paidMinutes.values) == [4 * 480])
  }

  @Test("availability of an unknown agent and two agents of one name are findings")
  func findings() throws {
    let agents = Fixture.agents(full: 1, part: 0)
    let stranger = Availability(
      agent: "ful-10", start: Fixture.at(0, 0), end: Fixture.at(1, 0), kind: .leave)
    let codes = try roster(plan([]), agents: agents + agents, availability: [stranger])
      .findings.map(\.code)
    #expect(codes == ["schedule.unknown-agent", "schedule.duplicate-agent"])
  }

  @Test("an agent whose contract is not described is an error")
  func unknownContract() {
    #expect(throws: SchedulingError.unknownContract(name: "x", place: "agent a")) {
      try roster(plan([]), agents: [Agent(name: "a", group: "front", contract: "x")])
    }
  }
}
