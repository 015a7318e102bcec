import ContactCenter
import MathematicalProgramming
import Scheduling
import Testing

@Suite(.enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
struct ShiftDesignTests {
  let library: HiGHSLibrary

  init() throws { library = try #require(Fixture.library) }

  func plan(
    _ need: CoverageNeed, full: Int = 8, part: Int = 4, rules: ShiftRules = .usual,
    options: ShiftDesignOptions = ShiftDesignOptions()
  ) throws -> ShiftPlan {
    try ShiftDesign.solve(
      need: need, groups: Fixture.groups,
      teams: Fixture.teams(full: full, part: part, days: need.days),
      contracts: Fixture.contracts, rules: rules, library: library, options: options)
  }

  @Test("a need within reach is covered, not far from the bound")
  func covers() throws {
    let plan = try plan(Fixture.need())
    #expect(plan.shortages.isEmpty)
    #expect(plan.proof.relativeGap <= 0.1)
    #expect(plan.proof.boundHours <= plan.paidHours + 1e-6)
    #expect(abs(plan.proof.objectiveHours - plan.paidHours) < 1e-6)
    #expect(plan.proof.weeklyBoundHours <= plan.paidHours + 1e-6)
  }

  @Test("every shift has its breaks, in order and inside their windows")
  func breaks() throws {
    for shift in try plan(Fixture.need()).shifts {
      let rules = ShiftRules.usual.breaks(forShiftOfMinutes: shift.minutes)
      #expect(shift.breaks.map(\.name) == rules.map(\.name))
      var end = shift.start
      for (pause, rule) in zip(shift.breaks, rules) {
        #expect(pause.start >= end)
        end = pause.end
        #expect(pause.end.seconds(since: pause.start) == rule.minutes * 60)
        let offset = Double(pause.start.seconds(since: shift.start)) / 60 / Double(shift.minutes)
        let halfSlot = 7.5 / Double(shift.minutes)
        #expect(offset >= rule.earliest - halfSlot && offset <= rule.latest + halfSlot)
      }
      #expect(end <= shift.end)
      #expect(shift.paidMinutes == shift.minutes - (shift.minutes >= 360 ? 30 : 0))
    }
  }

  @Test("shifts start on the start grid, inside opening hours")
  func starts() throws {
    for shift in try plan(Fixture.need()).shifts {
      let start = Fixture.grid.zone.local(shift.start).minuteOfDay
      #expect(start % 30 == 0)
      #expect(start >= 8 * 60)
      #expect(start + shift.minutes <= 20 * 60)
    }
  }

  @Test("heads of a day and weekly limits are kept where they bind")
  func limits() throws {
    let need = try Fixture.need(days: 7)
    let plan = try plan(need, full: 6, part: 3)
    for (contract, heads) in [(Fixture.fullTime, 6), (Fixture.partTime, 3)] {
      let own = plan.shifts.filter { $0.contract == contract.name }
      #expect(own.count <= heads * contract.daysPerWeek)
      let hours = Double(own.reduce(0) { $0 + $1.paidMinutes }) / 60
      #expect(hours <= Double(heads) * contract.hoursPerWeek + 1e-9)
      for shifts in Dictionary(grouping: own, by: \.date).values { #expect(shifts.count <= heads) }
    }
  }

  @Test("too few people leave a shortage that is told with its reason")
  func shortage() throws {
    let plan = try plan(Fixture.need(), full: 1, part: 0)
    #expect(plan.shortHours > 0)
    let finding = try #require(plan.findings.first { $0.code == "schedule.short" })
    #expect(finding.place == "voice")
    #expect(finding.advice.hasPrefix("Maybe"))
  }

  @Test("nobody at all leaves everything short")
  func nobody() throws {
    let need = try Fixture.need(days: 1)
    let plan = try plan(need, full: 0, part: 0)
    #expect(plan.shifts.isEmpty)
    #expect(abs(plan.shortHours - need.queues[0].agents.reduce(0, +) / 4) < 1e-9)
  }

  @Test("a queue that no group serves is an error finding")
  func unserved() throws {
    let need = try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: 1,
      queues: [.init(queue: "mail", agents: (0..<96).map { $0 >= 40 && $0 < 60 ? 1 : 0 })])
    let plan = try plan(need)
    #expect(plan.shifts.isEmpty)
    #expect(plan.findings.contains { $0.code == "schedule.queue-without-group" })
  }

  @Test("no need, no shifts; no days, no shifts")
  func empty() throws {
    #expect(try plan(Fixture.need(scale: 0)).shifts.isEmpty)
    let nothing = try CoverageNeed(StaffingRequirement(queues: []), grid: Fixture.grid)
    #expect(try plan(nothing).shifts.isEmpty)
  }

  @Test("the same plan on one thread, on three, and with the lists in another order")
  func deterministic() throws {
    let need = try Fixture.need()
    let one = try plan(need)
    #expect(try plan(need, options: ShiftDesignOptions(threads: 3)) == one)
    let shuffled = try ShiftDesign.solve(
      need: need, groups: Fixture.groups.reversed(),
      teams: Fixture.teams(full: 8, part: 4, days: need.days).reversed(),
      contracts: Fixture.contracts.reversed(), rules: .usual, library: library)
    #expect(shuffled == one)
  }

  @Test(
    "days on which the clocks change have 23 and 25 hours and the same coverage",
    arguments: [(2026, 3, 29, 92), (2026, 10, 25, 100)])
  func clocksChange(year: Int, month: Int, day: Int, quarters: Int) throws {
    let zone = try ZoneRules.named("Europe/Berlin")
    let grid = TimeGrid(zone: zone, length: .fifteenMinutes)
    let sunday = try #require(CivilDate(year: year, month: month, day: day))
    let intervals = grid.intervals(on: sunday)
    #expect(intervals.count == quarters)
    let need = try CoverageNeed(
      grid: grid, firstDate: sunday, days: 1,
      queues: [
        .init(
          queue: "voice",
          agents: intervals.map { zone.local($0.start).minuteOfDay < 600 ? 1 : 0 })
      ])
    let plan = try plan(need, full: 2, part: 2)
    #expect(plan.shortages.isEmpty)
    for shift in plan.shifts {
      #expect(Fixture.contracts.contains { $0.shiftMinutes.contains(shift.minutes) })
      #expect(grid.date(of: shift.start) == shift.date)
    }
  }

  @Test("around the clock, night shifts carry over midnight and over the horizon's end")
  func nights() throws {
    let need = try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: 2,
      queues: [.init(queue: "voice", agents: Array(repeating: 1, count: 192))])
    let shifts = Contract(
      name: "full-time", hoursPerWeek: 40, daysPerWeek: 5, shiftMinutes: [480], restMinutes: 660)
    let plan = try ShiftDesign.solve(
      need: need, groups: Fixture.groups,
      teams: [Team(group: "front", contract: "full-time", heads: 4, days: 2)],
      contracts: [shifts], rules: ShiftRules(startEveryMinutes: 120, patterns: []),
      library: library)
    #expect(plan.shortages.isEmpty)
    #expect(plan.paidHours == 48)
    for shift in plan.shifts { #expect(shift.start < Fixture.at(2, 0)) }
  }

  @Test("a need across midnight is worked by a shift that counts on the day it starts")
  func overMidnight() throws {
    // Open from 20:00 to 04:00: one shift of eight hours, hours on Monday.
    let agents = (0..<192).map { $0 >= 80 && $0 < 112 ? 1.0 : 0 }
    let need = try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: 2,
      queues: [.init(queue: "voice", agents: agents)])
    let plan = try plan(need, rules: ShiftRules(startEveryMinutes: 30, patterns: []))
    #expect(plan.shortages.isEmpty)
    #expect(plan.paidHours == 8)
    #expect(plan.shifts.map(\.date).min() == Fixture.monday)
  }

  @Test("an hour-long grid takes quarter-hour breaks")
  func coarseGrid() throws {
    let grid = TimeGrid(zone: .utc, length: .sixtyMinutes)
    let plan = try plan(Fixture.need(days: 1, grid: grid))
    #expect(plan.shortages.isEmpty)
    #expect(plan.shifts.contains { ($0.breaks.first?.start.secondsSinceEpoch ?? 0) % 3600 != 0 })
  }

  @Test("a day shorter than every shift is worked by the shortest, past closing")
  func shortDay() throws {
    let agents = (0..<96).map { $0 >= 36 && $0 < 44 ? 1.0 : 0 }
    let need = try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: 1,
      queues: [.init(queue: "voice", agents: agents)])
    let plan = try plan(need)
    #expect(plan.shortages.isEmpty)
    #expect(plan.shifts.map(\.minutes) == [240, 240] || plan.shifts.map(\.minutes) == [240])
  }

  @Test("groups with two queues stand in where single-skill groups are short")
  func skills() throws {
    let half = (0..<96).map { $0 >= 32 && $0 < 64 ? 2.0 : 0 }
    let need = try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: 1,
      queues: [.init(queue: "a", agents: half), .init(queue: "b", agents: half)])
    let groups = [
      AgentGroup(name: "only-a", queues: ["a"]), AgentGroup(name: "both", queues: ["b", "a"]),
    ]
    func shortHours(both: Int) throws -> Double {
      try ShiftDesign.solve(
        need: need, groups: groups,
        teams: [
          Team(group: "only-a", contract: "full-time", heads: 2, days: 1),
          Team(group: "both", contract: "full-time", heads: both, days: 1),
        ], contracts: Fixture.contracts, rules: ShiftRules(startEveryMinutes: 30, patterns: []),
        library: library
      ).shortHours
    }
    #expect(try shortHours(both: 2) == 0)
    #expect(try shortHours(both: 1) == 8)
  }

  @Test("rules that make no sense are errors that name them")
  func badRules() throws {
    let need = try Fixture.need(days: 1)
    #expect(throws: SchedulingError.gridTooFine(minutes: 1)) {
      try plan(
        need,
        rules: ShiftRules(
          startEveryMinutes: 30,
          patterns: [
            BreakPattern(
              shorterThanMinutes: 1440,
              breaks: [
                BreakRule(name: "break", minutes: 7, isPaid: true, earliest: 0.3, latest: 0.6)
              ])
          ]))
    }
    #expect(throws: SchedulingError.self) {
      try plan(need, rules: ShiftRules(startEveryMinutes: 0, patterns: []))
    }
    #expect(throws: SchedulingError.unknownContract(name: "x", place: "a team of 1 agents")) {
      try ShiftDesign.solve(
        need: need, groups: Fixture.groups,
        teams: [Team(group: "front", contract: "x", heads: 1, days: 1)], contracts: [],
        rules: .usual, library: library)
    }
  }
}
