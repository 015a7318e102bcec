public import ContactCenter

/// A rule about one agent's days: what a contract asks of a line of shifts.
///
/// A rule says the same thing twice. `breaches` reads a whole line and follows the rule's definition; the audit uses
/// it. `start`, `step` and `finish` read the line day by day with a state of one number; the search uses them, because
/// they let it extend thousands of half-finished lines at once and merge those that no rule can tell apart. The law
/// (`checkLineRule` in the tests): for every line the amounts of the steps and of the finish add up to the amounts of
/// the breaches. So the search and the audit cannot disagree.
///
/// A rule measures an *amount* outside its limits, in its own unit (days, hours, shifts, weekends). Whether an amount is
/// forbidden or costs a price is not its business: `PricedRule` says that.
///
/// Shifts before the period count towards what they touch (stretches, rest, windows) and are never breaches
/// themselves. A new rule is one file here, one test that calls `checkLineRule`, one line in `LineRuleCatalog`.
public protocol LineRule: Sendable {
  /// The stable name, such as `consecutive-days`; findings carry it as `roster.consecutive-days`.
  var name: String { get }
  /// What one unit of its amount is called, such as `day`.
  var unit: String { get }

  /// Every place of a line outside the rule, in order of time, by the rule's definition.
  func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach]

  /// The state before the first day, given the shifts that are known before it.
  func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int
  /// The state after a day, and what the day adds to the amount outside.
  ///
  /// Days come in order, each with the shift that starts on it, or nil.
  func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep
  /// What the end of the period adds to the amount outside.
  func finish(from state: Int, in period: RosterPeriod) -> Double
}

/// Where a step leads.
public struct LineStep: Hashable, Sendable {
  /// The state after the day: equal states must have the same future.
  public var state: Int
  /// What the day adds to the amount outside.
  public var amount: Double

  /// Creates a step.
  public init(_ state: Int, amount: Double = 0) {
    self.state = state
    self.amount = amount
  }
}

/// One place where a line is outside a rule.
public struct LineBreach: Hashable, Sendable {
  /// When.
  public var stretch: Interval
  /// How far outside, in the rule's unit.
  public var amount: Double
  /// What is wrong, with its numbers: "6 working days in a row, at most 5".
  public var message: String

  /// Creates a breach.
  public init(_ stretch: Interval, amount: Double, message: String) {
    self.stretch = stretch
    self.amount = amount
    self.message = message
  }
}

/// A rule and what leaving it costs.
public struct PricedRule: Sendable {
  /// The rule.
  public var rule: any LineRule
  /// Paid hours for each unit outside; nil where it must not be left.
  public var price: Double?

  /// Creates a rule with its price.
  public init(_ rule: any LineRule, price: Double? = nil) {
    self.rule = rule
    self.price = price
  }

  /// Whether the rule must be kept.
  public var isHard: Bool { price == nil }
}
