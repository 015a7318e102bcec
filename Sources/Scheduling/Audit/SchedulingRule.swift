public import ContactCenter

/// One rule that a roster keeps or breaks.
///
/// A rule judges a finished roster, wherever it came from: it shares no code with the programs that make rosters, so
/// that a mistake there cannot hide here. A new rule is one file in `Rules`, one test, one line in
/// `SchedulingRuleCatalog`. Rules about one agent's days are `LineRule`s; `ContractRule` brings them in.
public protocol SchedulingRule: Sendable {
  /// The stable name, such as `rest`; findings carry it as `roster.rest`.
  var name: String { get }

  /// Every place where the roster breaks the rule, in order of agent, then time.
  func violations(in roster: RosterUnderAudit) -> [RuleViolation]
}

/// One place where a roster breaks a rule.
public struct RuleViolation: Hashable, Sendable {
  /// How far outside a rule that has a measure, and what that costs.
  public struct Measure: Hashable, Sendable {
    /// How far outside, in the rule's unit.
    public var amount: Double
    /// What one unit is called, such as `day`.
    public var unit: String
    /// Paid hours for each unit; nil where the rule is hard.
    public var price: Double?

    /// Creates a measure.
    public init(amount: Double, unit: String, price: Double? = nil) {
      self.amount = amount
      self.unit = unit
      self.price = price
    }

    /// What it costs, in paid hours; nil where the rule is hard.
    public var costHours: Double? { price.map { $0 * amount } }
  }

  /// The rule's name.
  public var rule: String
  /// The agent, or the queue where the rule is about coverage.
  public var place: String
  /// When.
  public var stretch: Interval
  /// What is wrong, with its numbers.
  public var message: String
  /// How much it matters: an error for what must not be, a warning for what is not covered, a note for what is allowed
  /// at a price.
  public var severity: Finding.Severity
  /// How far outside; nil where the rule has no measure.
  public var measure: Measure?

  /// Creates a violation.
  public init(
    rule: String, place: String, stretch: Interval, message: String,
    severity: Finding.Severity = .error, measure: Measure? = nil
  ) {
    self.rule = rule
    self.place = place
    self.stretch = stretch
    self.message = message
    self.severity = severity
    self.measure = measure
  }
}
