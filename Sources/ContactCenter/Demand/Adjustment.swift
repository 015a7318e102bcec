/// A planner's own change of a forecast.
///
/// It names a stretch of time, or an event of the calendar on whose days it holds, or both: then the stretch narrows
/// the event.
public struct Adjustment: Hashable, Sendable {
  /// What the value does to the forecast.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Multiplies the contacts of each interval.
    case factor
    /// Takes the place of the contacts of each interval.
    case replace
    /// Adds contacts to each interval; takes them away where negative.
    case add
    /// Takes the place of the sum over the covered part of each local day, which keeps its shape.
    case dayTotal = "day_total"
  }

  /// The queue; nil for all.
  public var queue: String?
  /// The first instant changed; nil where the event says it.
  public var start: Instant?
  /// The first instant no longer changed; nil where the event says it.
  public var end: Instant?
  /// What the value does.
  public var kind: Kind
  /// A factor, contacts per interval, or contacts per day.
  public var value: Double
  /// Why.
  public var reason: String?
  /// The calendar entry on whose days it holds; nil for every day of the stretch.
  public var event: String?
  /// Who made it.
  public var author: String?

  /// Creates an adjustment.
  public init(
    queue: String?, start: Instant? = nil, end: Instant? = nil, kind: Kind, value: Double,
    reason: String? = nil, event: String? = nil, author: String? = nil
  ) {
    self.queue = queue
    self.start = start
    self.end = end
    self.kind = kind
    self.value = value
    self.reason = reason
    self.event = event
    self.author = author
  }
}

/// A value that explains demand, by date, future dates included.
public struct RegressorValue: Hashable, Sendable {
  /// The name, such as `customers`.
  public var name: String
  /// The date.
  public var date: CivilDate
  /// The value.
  public var value: Double

  /// Creates a value.
  public init(name: String, date: CivilDate, value: Double) {
    self.name = name
    self.date = date
    self.value = value
  }
}
