/// A point on the time line, in whole seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public var secondsSinceEpoch: Int

  /// Creates an instant from seconds since 1970-01-01T00:00:00Z.
  @inlinable
  public init(secondsSinceEpoch: Int) { self.secondsSinceEpoch = secondsSinceEpoch }

  /// Orders in time.
  @inlinable
  public static func < (a: Instant, b: Instant) -> Bool {
    a.secondsSinceEpoch < b.secondsSinceEpoch
  }

  /// The instant a number of seconds later.
  @inlinable
  public func advanced(by seconds: Int) -> Instant {
    Instant(secondsSinceEpoch: secondsSinceEpoch + seconds)
  }

  /// Seconds from `other` to this instant.
  @inlinable
  public func seconds(since other: Instant) -> Int { secondsSinceEpoch - other.secondsSinceEpoch }
}

/// A half-open stretch of time, `start` included and `end` not.
public struct Interval: Hashable, Sendable {
  /// The first instant inside.
  public var start: Instant
  /// The first instant after it.
  public var end: Instant

  /// Creates the stretch from `start` up to but not including `end`.
  public init(start: Instant, end: Instant) {
    self.start = start
    self.end = end
  }

  /// Length in seconds.
  public var seconds: Int { end.seconds(since: start) }

  /// Whether the instant lies inside.
  public func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  /// Seconds shared with another stretch.
  public func overlapSeconds(with other: Interval) -> Int {
    max(0, min(end, other.end).seconds(since: max(start, other.start)))
  }
}
