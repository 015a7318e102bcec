public import ContactCenter
public import Scheduling

/// A roster held against the rules of its plan and what is to be covered.
public enum AuditStage {
  /// What an audit reads beside the plan.
  public struct Input: Sendable {
    /// Who works when.
    public var roster: Roster
    /// The people; none for a roster of seats.
    public var agents: [Agent] = []
    /// When people can and cannot work.
    public var availability: [Availability] = []
    /// The roster before, which counts towards what touches the first day.
    public var previous = Roster(entries: [])
    /// What is to be covered by interval; nil to audit people, and cover by shift type.
    public var requirement: StaffingRequirement?
    /// Closed days.
    public var calendar = BusinessCalendar()
    /// The first day to judge; nil for the plan's or the roster's.
    public var from: CivilDate?
    /// How many days to judge; nil for the plan's, or until the roster ends.
    public var days: Int?

    /// Creates an input of a roster alone.
    public init(roster: Roster) { self.roster = roster }
  }

  /// Re-derives every rule, cost, coverage and fairness from the entries of a roster.
  ///
  /// *Throws*: `SchedulingError`; `PlanError` for a requirement without a row on the days that are judged.
  public static func run(plan: Plan, _ input: Input) throws -> AuditReport {
    RosterAudit.check(try subject(plan: plan, input))
  }

  /// The roster beside everything it is judged by.
  ///
  /// *Throws*: as `run`.
  public static func subject(plan: Plan, _ input: Input) throws -> RosterUnderAudit {
    let dates = dates(plan: plan, input)
    // Queue by queue, not pooled: an agent who has only some of the group's skills covers only those.
    let need = try input.requirement.map {
      try ScheduleStage.need(plan: plan, requirement: $0, calendar: input.calendar, dates: dates)
    }
    let days = dates.upperBound.days(since: dates.lowerBound)
    return RosterUnderAudit(
      roster: input.roster, agents: input.agents, groups: plan.groups, contracts: plan.contracts,
      availability: input.availability, rules: plan.shiftRules, need: need, grid: plan.grid,
      previous: input.previous, cover: plan.typeCover(from: dates.lowerBound, days: days),
      fairness: plan.schedule.fairness, dates: dates)
  }

  /// The days to judge.
  static func dates(plan: Plan, _ input: Input) -> Range<CivilDate> {
    let worked = RosterUnderAudit.workedDays(
      of: input.roster, agents: input.agents, grid: plan.grid)
    let required = (input.requirement?.queues ?? []).flatMap { queue in
      [queue.intervals.first, queue.intervals.last].compactMap { $0?.start }
    }.map { plan.grid.date(of: $0) }
    var planned: Range<CivilDate>?
    if let first = required.min() ?? plan.schedule.from {
      var end = first.advanced(by: plan.schedule.days)
      if let last = required.max() { end = min(end, last.advanced(by: 1)) }
      planned = first..<end
    }
    return AuditPeriod.dates(
      worked: worked, planned: planned, usualDays: plan.schedule.days,
      before: RosterUnderAudit.workedDays(
        of: input.previous, agents: input.agents, grid: plan.grid)?.upperBound,
      from: input.from, days: input.days)
  }
}
