import ContactCenter

/// Whether a change of one agent's time breaks a rule that the roster keeps, by the audit.
struct OfferRules {
  private let roster: RosterUnderAudit
  private var entries: [String: [RosterEntry]]
  private var errors: [String: Int] = [:]
  private let before: Roster

  /// Rules about people: what is covered is counted by the search itself.
  private static let rules = SchedulingRuleCatalog.all.filter {
    !["coverage", "type-cover"].contains($0.name)
  }

  init(_ roster: RosterUnderAudit) {
    self.roster = roster
    before = roster.rosterBefore
    entries = Dictionary(grouping: roster.roster.entries, by: \.agent)
  }

  /// The first rule that a change breaks more often than it was broken, by name; nil where there is none.
  mutating func broken(by change: RosterChange) -> String? {
    let own = Roster(entries: entries[change.agent] ?? [])
    let before = errors[change.agent] ?? violations(own, of: change.agent).count
    errors[change.agent] = before
    let after = violations(own.applying([change]), of: change.agent)
    return after.count > before ? after.first?.rule : nil
  }

  /// Makes a change stand.
  mutating func apply(_ change: RosterChange) {
    let own = Roster(entries: entries[change.agent] ?? []).applying([change])
    entries[change.agent] = own.entries
    errors[change.agent] = nil
  }

  private func violations(_ own: Roster, of agent: String) -> [RuleViolation] {
    let subject = roster.reduced(to: own, of: agent, before: before)
    return Self.rules.flatMap { $0.violations(in: subject) }.filter {
      $0.severity == .error && $0.place == agent
    }
  }
}
