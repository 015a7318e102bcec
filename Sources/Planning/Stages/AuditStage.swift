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
    // Queue by queue, not pooled: an agent who has only some of the group's skills covers only those.
    let need = try requirement.map {
      try ScheduleStage.need(plan: plan, requirement: $0, calendar: calendar)
    }
    return RosterAudit.check(
      RosterUnderAudit(
        roster: roster, agents: agents, groups: plan.groups, contracts: plan.contracts,
        availability: availability, rules: plan.shiftRules, need: need, grid: plan.grid))
  }
}
