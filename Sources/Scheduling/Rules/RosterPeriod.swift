public import ContactCenter

/// The days that are rostered, by one agent's own calendar.
public struct RosterPeriod: Hashable, Sendable {
  /// The first day.
  public let firstDate: CivilDate
  /// Number of days.
  public let days: Int
  /// Days before the first about which the agent's shifts are known; 0 where nothing is known.
  ///
  /// What is not known is taken to keep every rule: a stretch that touches the border may have begun before.
  public let knownDaysBefore: Int
  /// The agent's own zone.
  public let zone: ZoneRules
  /// The days of the weekend.
  public let weekend: Set<Weekday>
  // The searches of lines ask for the same midnights millions of times.
  private let midnights: [Instant]

  /// Creates a period.
  public init(
    firstDate: CivilDate, days: Int, knownDaysBefore: Int = 0, zone: ZoneRules = .utc,
    weekend: Set<Weekday> = [.saturday, .sunday]
  ) {
    self.firstDate = firstDate
    self.days = max(0, days)
    self.knownDaysBefore = max(0, knownDaysBefore)
    self.zone = zone
    self.weekend = weekend
    midnights = (0...self.days).map { zone.startOfDay(firstDate.advanced(by: $0)) }
  }

  /// The date of a day.
  public func date(of day: Int) -> CivilDate { firstDate.advanced(by: day) }
  /// The day of the week.
  public func weekday(of day: Int) -> Weekday { date(of: day).weekday }
  /// Whether a day belongs to a weekend.
  public func isWeekend(_ day: Int) -> Bool { weekend.contains(weekday(of: day)) }
  /// The day, maybe negative, that is the Monday of a day's week.
  public func monday(of day: Int) -> Int { day - weekday(of: day).rawValue }
  /// The first instant of a day.
  public func start(of day: Int) -> Instant {
    midnights.indices.contains(day) ? midnights[day] : zone.startOfDay(date(of: day))
  }
  /// From the start of a day to the start of the day after another.
  public func stretch(from first: Int, through last: Int) -> Interval {
    Interval(start: start(of: first), end: start(of: last + 1))
  }
}
