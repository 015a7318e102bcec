/// How many shifts there may be: at each start, on each day, in each week, of some groups, contracts and types.
public struct ShiftLimit: Hashable, Sendable {
  /// What is counted together.
  public enum Span: String, Hashable, Sendable, CaseIterable {
    /// The shifts that start at the same instant.
    case start
    /// The shifts that start on the same day.
    case day
    /// The shifts that start in the same week, Monday to Sunday.
    case week
  }

  /// The unit of the limits.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Shifts.
    case shifts
    /// Paid hours.
    case hours
  }

  /// What is counted together.
  public var span: Span
  /// The unit of the limits.
  public var unit = Unit.shifts
  /// The groups counted; empty for all.
  public var groups: Set<String> = []
  /// The contracts counted; empty for all.
  public var contracts: Set<String> = []
  /// The shift types counted; empty for all.
  public var shiftTypes: Set<String> = []
  /// The days of the week on which it holds; empty for all.
  public var weekdays: Set<Weekday> = []
  /// The fewest; missing ones cost the price.
  public var minimum: Double?
  /// The most; more cost the price.
  public var maximum: Double?
  /// Whether the limits are shares of what the same groups have in shifts of any contract and type, 0.3 being 30 %.
  public var isShare = false
  /// What each unit outside costs, in paid hours; nil for the price of being short.
  public var price: Double?

  /// Creates a limit that limits nothing yet.
  public init(per span: Span) { self.span = span }
}
