/// A planner's own change of a forecast.
public struct Adjustment: Hashable, Sendable {
  /// What the value does to the forecast.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case factor, replace, add
  }

  /// The queue.
  public var queue: String
  /// The first instant changed.
  public var start: Instant
  /// The first instant no longer changed.
  public var end: Instant
  /// What the value does.
  public var kind: Kind
  /// A factor, or contacts per interval.
  public var value: Double
  /// Why.
  public var reason: String?

  /// Creates an adjustment.
  public init(
    queue: String, start: Instant, end: Instant, kind: Kind, value: Double, reason: String? = nil
  ) {
    self.queue = queue
    self.start = start
    self.end = end
    self.kind = kind
    self.value = value
    self.reason = reason
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
