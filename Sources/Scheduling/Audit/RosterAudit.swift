public import ContactCenter

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
    let violations = rules.flatMap { $0.violations(in: roster) }.sorted {
      ($0.rule, $0.place, $0.stretch.start, $0.stretch.end, $0.message)
        < ($1.rule, $1.place, $1.stretch.start, $1.stretch.end, $1.message)
    }
    var paid: [String: Int] = [:]
    for shift in roster.shifts { paid[shift.agent, default: 0] += roster.paidMinutes(of: shift) }
    return AuditReport(
      rules: rules.map(\.name).sorted(), violations: violations,
      shortages: CoverageRule.shortages(in: roster), shiftCount: roster.shifts.count,
      paidMinutes: paid)
  }
}

/// What an audit found.
public struct AuditReport: Hashable, Sendable {
  /// Names of the rules that were applied.
  public var rules: [String]
  /// Every place where one is broken, by rule, place and time.
  public var violations: [RuleViolation]
  /// What stays uncovered, by queue, then time.
  public var shortages: [Shortage]
  /// Number of shifts.
  public var shiftCount: Int
  /// Paid minutes of each agent who works.
  public var paidMinutes: [String: Int]

  /// Whether every rule is kept, coverage included. A command ends with exit code 1 where this is false.
  public var isClean: Bool { violations.isEmpty }
  /// Whether every rule about people is kept; coverage may be short.
  public var keepsHardRules: Bool { !violations.contains { $0.severity == .error } }
  /// Paid hours of the whole roster.
  public var paidHours: Double { Double(paidMinutes.values.reduce(0, +)) / 60 }
  /// Agent-hours short.
  public var shortHours: Double { shortages.reduce(0) { $0 + $1.hours } }

  /// The violations as findings: code `roster.` and the rule's name.
  public var findings: [Finding] {
    violations.map {
      Finding($0.severity, code: "roster.\($0.rule)", $0.message, place: $0.place)
    }
  }
}
