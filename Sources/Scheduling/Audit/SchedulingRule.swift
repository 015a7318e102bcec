public import ContactCenter

/// One rule that a roster keeps or breaks.
///
/// A rule judges a finished roster, wherever it came from: it shares no code with the programs that make rosters, so
/// that a mistake there cannot hide here. A new rule is one file in `Rules`, one test, one line in
/// `SchedulingRuleCatalog`.
public protocol SchedulingRule: Sendable {
  /// The stable name, such as `rest`; findings carry it as `roster.rest`.
  var name: String { get }

  /// Every place where the roster breaks the rule, in order of agent, then time.
  func violations(in roster: RosterUnderAudit) -> [RuleViolation]
}

/// One place where a roster breaks a rule.
public struct RuleViolation: Hashable, Sendable {
  /// The rule's name.
  public var rule: String
  /// The agent, or the queue where the rule is about coverage.
  public var place: String
  /// When.
  public var stretch: Interval
  /// What is wrong, with its numbers.
  public var message: String
  /// How much it matters.
  public var severity: Finding.Severity

  /// Creates a violation.
  public init(
    rule: String, place: String, stretch: Interval, message: String,
    severity: Finding.Severity = .error
  ) {
    self.rule = rule
    self.place = place
    self.stretch = stretch
    self.message = message
    self.severity = severity
  }
}
