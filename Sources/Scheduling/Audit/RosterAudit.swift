internal import ContactCenter

/// Judges a roster by its entries alone.
///
/// Nothing of how a roster was made is asked: shifts, hours, rest and coverage are derived again from the entries, the
/// agents and the contracts, so a roster edited by hand is judged as strictly as one of ours.
public enum RosterAudit {
  /// Applies rules to a roster.
  ///
  /// - Parameters:
  ///   - roster: the roster and everything it is judged by.
  ///   - rules: the rules; all of the catalog unless told.
  public static func check(
    _ roster: RosterUnderAudit, rules: [any SchedulingRule] = SchedulingRuleCatalog.all
  ) -> AuditReport {
    let coverage = CoverageCount(roster)
    let violations = rules.flatMap { rule in
      // Counting who is at work is the long part of an audit: once is enough.
      (rule as? CoverageRule)?.violations(coverage?.shortages ?? [], in: roster)
        ?? rule.violations(in: roster)
    }.sorted {
      ($0.rule, $0.place, $0.stretch.start, $0.stretch.end, $0.message)
        < ($1.rule, $1.place, $1.stretch.start, $1.stretch.end, $1.message)
    }
    var paid: [String: Int] = [:]
    for shift in roster.shifts { paid[shift.agent, default: 0] += roster.paidMinutes(of: shift) }
    return AuditReport(
      dates: roster.dates, rules: rules.map(\.name).sorted(), violations: violations,
      coverage: coverage, typeCover: TypeCoverRule.counts(in: roster),
      fairness: RosterFairness.counts(in: roster), costs: RosterCost.costs(in: roster),
      shiftCount: roster.shifts.count, paidMinutes: paid)
  }
}
