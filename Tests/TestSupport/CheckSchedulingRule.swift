import ContactCenter
public import Scheduling
public import Testing

/// The law of a scheduling rule: it finds what is broken, only that, and the same whatever the order of its input.
///
/// - Parameters:
///   - rule: the rule.
///   - kept: a roster that keeps it.
///   - broken: the same with something wrong that this rule must find.
///   - place: the agent or queue that the first violation must name.
public func checkSchedulingRule(
  _ rule: any SchedulingRule, kept: RosterUnderAudit, broken: RosterUnderAudit, place: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let none = rule.violations(in: kept)
  #expect(
    none.isEmpty, "\(rule.name) finds \(none) in a roster that keeps it",
    sourceLocation: sourceLocation)
  let found = rule.violations(in: broken)
  #expect(!found.isEmpty, "\(rule.name) finds nothing", sourceLocation: sourceLocation)
  #expect(found.first?.place == place, sourceLocation: sourceLocation)
  for violation in found {
    #expect(violation.rule == rule.name, sourceLocation: sourceLocation)
    #expect(!violation.message.isEmpty, sourceLocation: sourceLocation)
    #expect(violation.stretch.start <= violation.stretch.end, sourceLocation: sourceLocation)
  }
  #expect(
    SchedulingRuleCatalog.all.contains { $0.name == rule.name },
    "\(rule.name) is missing from the catalog", sourceLocation: sourceLocation)
  let reversed = RosterUnderAudit(
    roster: Roster(entries: broken.roster.entries.reversed()),
    agents: broken.agents.values.sorted { $0.name > $1.name },
    groups: broken.groups.values.sorted { $0.name > $1.name },
    contracts: broken.contracts.values.sorted { $0.name > $1.name },
    availability: broken.availability.keys.sorted(by: >).flatMap {
      (broken.availability[$0] ?? []).reversed()
    },
    rules: broken.rules, need: broken.need, grid: broken.grid,
    previous: Roster(entries: broken.history.flatMap(\.entries).reversed()),
    cover: broken.cover.reversed(), fairness: broken.fairness, dates: broken.dates)
  #expect(
    rule.violations(in: reversed) == found, "\(rule.name) depends on the order of its input",
    sourceLocation: sourceLocation)
}
