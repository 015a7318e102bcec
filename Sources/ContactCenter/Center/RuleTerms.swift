/// One rule about when an agent works, as a contract states it: its name and its numbers.
///
/// The noun knows no rule: what `minimum` counts (days, hours, shifts, weekends) is said by the rule of that name in
/// the catalog of `Scheduling`, which also refuses terms it has no use for.
public struct RuleTerms: Hashable, Sendable {
  /// The stretch of time a count runs over.
  public enum Span: Hashable, Sendable {
    /// The week from Monday to Sunday.
    case week
    /// The calendar month.
    case month
    /// The whole period that is scheduled.
    case period
    /// Any so many days in a row.
    case days(Int)
  }

  /// The rule's name, such as `consecutive-days`.
  public var rule: String
  /// The least that is allowed, in the rule's unit.
  public var minimum: Double?
  /// The most that is allowed, in the rule's unit.
  public var maximum: Double?
  /// What each unit outside costs, in paid hours; nil where the rule is hard.
  public var price: Double?
  /// The stretch of time a count runs over; nil for the rule's usual one.
  public var span: Span?
  /// The shift types the rule is about; empty for all.
  public var shiftTypes: [String]
  /// The shift types of the second part of the rule: those that may not follow, or the next ones of a rotation.
  public var followers: [String]
  /// The days of the week the rule is about; empty for the rule's usual ones.
  public var weekdays: Set<Weekday>
  /// After how many in a row the rule begins; nil for one.
  public var after: Int?

  /// Creates terms of a hard rule without numbers.
  public init(
    _ rule: String, minimum: Double? = nil, maximum: Double? = nil, price: Double? = nil,
    span: Span? = nil, shiftTypes: [String] = [], followers: [String] = [],
    weekdays: Set<Weekday> = [], after: Int? = nil
  ) {
    self.rule = rule
    self.minimum = minimum
    self.maximum = maximum
    self.price = price
    self.span = span
    self.shiftTypes = shiftTypes
    self.followers = followers
    self.weekdays = weekdays
    self.after = after
  }
}
