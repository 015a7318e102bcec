public import ContactCenter
public import Scheduling

/// A roster held against the rules of its plan and, where there is one, a requirement.
public enum AuditStage {
  /// Re-derives every rule from the entries of a roster.
  ///
  /// *Throws*: `SchedulingError`, `PlanError` for a requirement that does not fit the plan.
  public static func run(
    plan: Plan, roster: Roster, agents: [Agent], availability: [Availability],
    requirement: StaffingRequirement?, calendar: BusinessCalendar
  ) throws -> AuditReport {
    var groups = plan.groups
    var need: CoverageNeed?
    if let requirement {
      let pooled = try PooledNeed(
        try ScheduleStage.need(plan: plan, requirement: requirement, calendar: calendar),
        groups: plan.groups)
      (need, groups) = (pooled.need, pooled.groups)
    }
    return RosterAudit.check(
      RosterUnderAudit(
        roster: roster, agents: agents, groups: groups, contracts: plan.contracts,
        availability: availability, rules: plan.shiftRules, need: need, grid: plan.grid))
  }
}
