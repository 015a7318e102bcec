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
  // The searches of lines ask for the same midnights and weekends millions of times.
  private let midnights: [Instant]
  private let weekendDays: [Bool]

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
    weekendDays = (0...self.days).map { weekend.contains(firstDate.advanced(by: $0).weekday) }
  }

  /// The date of a day.
  public func date(of day: Int) -> CivilDate { firstDate.advanced(by: day) }
  /// The day of the week.
  public func weekday(of day: Int) -> Weekday { date(of: day).weekday }
  /// Whether a day belongs to a weekend.
  public func isWeekend(_ day: Int) -> Bool {
    weekendDays.indices.contains(day)
      ? weekendDays[day] : weekend.contains(weekday(of: day))
  }
  /// Whether a day is the last of its weekend.
  public func endsWeekend(_ day: Int) -> Bool { isWeekend(day) && !isWeekend(day + 1) }
  /// The weekends as far as anything is known about them, each as its known days, in order.
  public var knownWeekends: [ClosedRange<Int>] {
    (-knownDaysBefore..<days).reduce(into: []) { weekends, day in
      guard isWeekend(day) else { return }
      if let last = weekends.last, last.upperBound == day - 1 {
        weekends[weekends.count - 1] = last.lowerBound...day
      } else {
        weekends.append(day...day)
      }
    }
  }
  /// The day, maybe negative, that is the Monday of a day's week.
  public func monday(of day: Int) -> Int {
    // 1970-01-01 was a Thursday, three days after Monday.
    day - ((firstDate.daysSinceEpoch + day + 3) % 7 + 7) % 7
  }
  /// The first instant of a day.
  public func start(of day: Int) -> Instant {
    midnights.indices.contains(day) ? midnights[day] : zone.startOfDay(date(of: day))
  }
  /// From the start of a day to the start of the day after another.
  public func stretch(from first: Int, through last: Int) -> Interval {
    Interval(start: start(of: first), end: start(of: last + 1))
  }
}
