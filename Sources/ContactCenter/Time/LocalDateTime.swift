/// What a clock on the wall and a calendar beside it show: a date and a second of the day, in no zone.
public struct LocalDateTime: Hashable, Comparable, Sendable {
  /// The date.
  public var date: CivilDate
  /// Seconds since the clock showed midnight, 0 to 86,399.
  public var secondOfDay: Int

  /// Creates a wall-clock reading.
  @inlinable
  public init(date: CivilDate, secondOfDay: Int) {
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// The reading that many seconds after 1970-01-01 00:00 by the same clock.
  @inlinable
  public init(wallSeconds: Int) {
    var days = wallSeconds / 86_400
    if wallSeconds % 86_400 < 0 { days -= 1 }
    self.date = CivilDate(daysSinceEpoch: days)
    self.secondOfDay = wallSeconds - days * 86_400
  }

  /// Seconds since 1970-01-01 00:00 by the same clock.
  @inlinable
  public var wallSeconds: Int { date.daysSinceEpoch * 86_400 + secondOfDay }

  /// Minutes since the clock showed midnight.
  @inlinable
  public var minuteOfDay: Int { secondOfDay / 60 }

  /// Orders by reading.
  @inlinable
  public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool {
    a.wallSeconds < b.wallSeconds
  }

  /// The reading as `2026-03-09T10:00:00`.
  public var text: String {
    let time = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
    return date.text + "T" + time.map { padded($0, 2) }.joined(separator: ":")
  }
}
