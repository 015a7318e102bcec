public import ContactCenter
public import Scheduling

/// From requirement to shifts and a roster.
public enum ScheduleStage {
  /// A roster, how good it is, and what was noticed.
  public struct Result: Sendable {
    /// Who works when; seats instead of names where no agents were given.
    public var roster: Roster
    /// The shifts the roster was made from.
    public var shifts: ShiftPlan
    /// What was noticed.
    public var findings: [Finding]
    /// Whether every interval is covered.
    public var isComplete: Bool
    /// What the roster of named people costs and is bounded by; nil for seats.
    public var assignment: RosterResult?
  }

  /// Designs shifts for the first days of a requirement and places them.
  ///
  /// - Parameters:
  ///   - plan: groups, contracts, shift rules and settings.
  ///   - requirement: agents per queue and interval; `scheduled_agents` is what shifts cover, breaks on top. Nil where the
  ///     plan's `cover` says which shifts are wanted; beside `cover`, it says only when the period begins.
  ///   - calendar: closed days.
  ///   - agents: the people; nil for as many seats as the need takes.
  ///   - availability: when people can and cannot work.
  ///   - library: the solver.
  ///   - previous: the roster before the first day.
  ///   - threads: days and groups solved at the same time; the result does not depend on it.
  ///   - progress: told where the search for a roster is, from any thread.
  /// *Throws*: `SchedulingError`, `PlanError`.
  public static func run(
    plan: Plan, requirement: StaffingRequirement?, calendar: BusinessCalendar,
    agents: [Agent]? = nil, availability: [Availability] = [], library: ScheduleSolver,
    previous: Roster = Roster(entries: []), threads: Int = 1,
    progress: (@Sendable (RosterAssignment.Progress) -> Void)? = nil
  ) throws -> Result {
    if let agents { try AgentMatching.check(agents, plan: plan) }
    guard requirement != nil || !plan.cover.isEmpty else {
      throw PlanError(
        "there is nothing to schedule: no requirement, and the plan has no cover",
        hint: "Maybe give a requirement file, or add cover: to the plan.")
    }
    let first = try firstDay(plan: plan, requirement: requirement)
    // A requirement that ends sooner ends the period.
    let required =
      plan.cover.isEmpty ? requirement?.queues.compactMap { $0.intervals.last?.start }.max() : nil
    let whole = first.advanced(by: plan.schedule.days)
    let end = min(whole, required.map { plan.grid.date(of: $0).advanced(by: 1) } ?? whole)
    var result = try solve(
      plan: plan, requirement: requirement, calendar: calendar, dates: first..<end,
      means: Means(
        agents: agents, availability: availability, previous: previous, library: library,
        threads: threads, progress: progress))
    result.findings =
      ContractCheck.findings(plan) + AvailabilityCheck.findings(availability, plan: plan)
      + (plan.cover.isEmpty
        ? ClosedDayCheck.findings(
          requirement ?? StaffingRequirement(queues: []), plan: plan, calendar: calendar,
          before: end)
        : ClosedDayCheck.findings(
          plan.typeCover(from: first, days: plan.schedule.days), plan: plan, calendar: calendar))
      + result.findings
    return result
  }

  /// Who works, and what computes.
  private struct Means {
    var agents: [Agent]?
    var availability: [Availability]
    var previous: Roster
    var library: ScheduleSolver
    var threads: Int
    var progress: (@Sendable (RosterAssignment.Progress) -> Void)?
  }

  private static func solve(
    plan: Plan, requirement: StaffingRequirement?, calendar: BusinessCalendar,
    dates: Range<CivilDate>, means: Means
  ) throws -> Result {
    let cover = plan.typeCover(
      from: dates.lowerBound, days: dates.upperBound.days(since: dates.lowerBound))
    func task(_ shifts: ShiftPlan) -> RosterAssignment.Task {
      RosterAssignment.Task(
        plan: shifts, cover: cover, agents: means.agents ?? [], availability: means.availability,
        contracts: plan.contracts, rules: plan.shiftRules, grid: plan.grid,
        dates: dates, previous: means.previous)
    }
    if !plan.cover.isEmpty {
      let shifts = try TypeCoverPlan.plan(
        cover, contracts: plan.contracts, rules: plan.shiftRules, zone: plan.grid.zone)
      return try roster(task(shifts), groups: plan.groups, need: nil, plan: plan, means: means)
    }
    let requirement = requirement ?? StaffingRequirement(queues: [])
    let need = try need(plan: plan, requirement: requirement, calendar: calendar)
    let pooled = try PooledNeed(
      ServiceTables.promising(need, requirement: requirement, plan: plan), groups: plan.groups,
      prices: plan.schedule.prices)
    let teams =
      means.agents.map { Team.counting($0, availability: means.availability, over: pooled.need) }
      ?? unlimited(plan, pooled.need, pooled.groups)
    let shifts = try ShiftDesign.solve(
      need: pooled.need, groups: pooled.groups, teams: teams, contracts: plan.contracts,
      rules: plan.shiftRules, library: means.library,
      options: pooled.options(of: plan, threads: means.threads))
    // Shifts that keep the target over a day or week leave intervals below the requirement on purpose: breaks moved to
    // mend those would undo it.
    return try roster(
      task(shifts), groups: pooled.groups,
      need: plan.schedule.targetSpan == .interval ? need : nil, plan: plan, means: means)
  }

  /// Places shifts: with people, or in seats.
  private static func roster(
    _ task: RosterAssignment.Task, groups: [AgentGroup], need: CoverageNeed?, plan: Plan,
    means: Means
  ) throws -> Result {
    let shifts = task.plan
    guard means.agents != nil else {
      return Result(
        roster: SeatRoster.make(shifts.shifts, contracts: plan.contracts), shifts: shifts,
        findings: shifts.findings, isComplete: shifts.shortages.isEmpty)
    }
    let made = try RosterAssignment.solve(
      task, library: means.library,
      options: RosterOptions(
        effort: plan.schedule.effort, fairness: plan.schedule.fairness, threads: means.threads),
      progress: means.progress)
    func underAudit(
      _ roster: Roster, groups: [AgentGroup], need: CoverageNeed?
    ) -> RosterUnderAudit {
      RosterUnderAudit(
        roster: roster, agents: task.agents, groups: groups, contracts: plan.contracts,
        availability: task.availability, rules: plan.shiftRules, need: need, grid: plan.grid,
        previous: task.previous, cover: task.cover, fairness: plan.schedule.fairness,
        dates: task.dates)
    }
    // Queue by queue, not pooled: an agent who has only some of the group's skills covers only those.
    let placed = try PlacementStage.run(
      underAudit(made.roster, groups: plan.groups, need: need), plan: plan, library: means.library)
    let audit = RosterAudit.check(underAudit(placed.roster, groups: groups, need: nil))
    return Result(
      roster: placed.roster, shifts: shifts,
      findings: AgentMatching.doubleCounting(task.availability, plan: plan) + shifts.findings
        + made.findings + placed.findings
        // Shifts that nobody works are told with their reasons above.
        + audit.findings.filter { $0.code != "roster.type-cover" || $0.severity == .note },
      isComplete: shifts.shortages.isEmpty && made.isComplete && audit.isClean, assignment: made)
  }

  /// The first day of the period: the requirement's, or the plan's where there is none.
  ///
  /// *Throws*: `PlanError` where neither says it.
  static func firstDay(
    plan: Plan, requirement: StaffingRequirement?
  ) throws(PlanError) -> CivilDate {
    let starts = requirement?.queues.compactMap { $0.intervals.first?.start } ?? []
    if let first = starts.min() { return plan.grid.date(of: first) }
    guard let from = plan.schedule.from else {
      throw PlanError(
        "the plan does not say from which day to schedule",
        hint: "Maybe add schedule: { from: 2026-01-05 }.")
    }
    return from
  }

  /// What shifts must cover: the first days of a requirement, or those that are named.
  ///
  /// *Throws*: `PlanError` for an empty requirement, `SchedulingError`.
  public static func need(
    plan: Plan, requirement: StaffingRequirement, calendar: BusinessCalendar,
    dates: Range<CivilDate>? = nil
  ) throws -> CoverageNeed {
    let grid = plan.grid
    guard
      let first = requirement.queues.compactMap({ $0.intervals.first?.start }).min().map(
        grid.date(of:))
    else { throw PlanError("the requirement is empty: there is nothing to schedule") }
    let dates = dates ?? first..<first.advanced(by: plan.schedule.days)
    var part = requirement
    for q in part.queues.indices {
      part.queues[q].intervals.removeAll { !dates.contains(grid.date(of: $0.start)) }
    }
    let hours = Dictionary(
      plan.queues.map { ($0.name, $0.openingHours) }, uniquingKeysWith: { a, _ in a })
    let needed = Dictionary(
      part.queues.map { queue in
        (queue.queue, Set(queue.intervals.filter { $0.agents > 0 }.map(\.start)))
      }, uniquingKeysWith: { a, _ in a })
    return try CoverageNeed(
      part, grid: grid,
      isOpen: { queue, start in
        let local = grid.zone.local(start)
        guard let week = hours[queue] ?? nil else { return needed[queue]?.contains(start) == true }
        return week.isOpen(at: local) && !calendar.isClosed(at: local, queue: queue)
      })
  }

  /// As many agents of every group and contract as the need could ever use.
  private static func unlimited(
    _ plan: Plan, _ need: CoverageNeed, _ groups: [AgentGroup]
  ) -> [Team] {
    groups.flatMap { group in
      let peak = need.queues.filter { group.queues.contains($0.queue) }
        .reduce(0) { $0 + ($1.agents.max() ?? 0) }
      // Weekly limits must not bind either: a head works five days of seven and part of each day.
      let heads = Int((peak * 6).rounded(.up)) + 10
      return plan.contracts.map {
        Team(group: group.name, contract: $0.name, heads: heads, days: need.days)
      }
    }
  }
}
