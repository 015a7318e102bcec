/// When a queue is open in an ordinary week, by the local wall clock.
public struct OpeningHours: Hashable, Sendable {
  /// A stretch of one day in minutes since midnight, half-open; 1440 is the end of the day.
  public struct Stretch: Hashable, Sendable {
    /// The first open minute.
    public var start: Int
    /// The first closed minute after it.
    public var end: Int

    /// Creates the stretch from minute `start` up to but not including minute `end`.
    public init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }

    /// Reads `07:00-21:00`; `24:00` is the end of the day.
    ///
    /// Nil where start is not before end.
    public init?(text: String) {
      let halves = text.split(separator: "-", omittingEmptySubsequences: false)
      guard halves.count == 2, let start = minuteOfDay(text: String(halves[0])),
        let end = minuteOfDay(text: String(halves[1])), start < end
      else { return nil }
      self.init(start: start, end: end)
    }
  }

  /// The open stretches by weekday, Monday first, each ascending and apart.
  public var week: [[Stretch]]

  /// Creates hours from seven lists of stretches, Monday first.
  public init(week: [[Stretch]]) {
    precondition(week.count == 7)
    self.week = week
  }

  /// Open day and night.
  public static let always = OpeningHours(
    week: Array(repeating: [Stretch(start: 0, end: 1440)], count: 7))

  /// Whether the queue is open when the clock shows this.
  public func isOpen(at local: LocalDateTime) -> Bool {
    let minute = local.minuteOfDay
    return week[local.date.weekday.rawValue].contains { $0.start <= minute && minute < $0.end }
  }
}

/// Minutes since midnight of `07:30`, or nil; `24:00` gives 1440.
public func minuteOfDay(text: String) -> Int? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
    parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
    let hour = Int(parts[0]), let minute = Int(parts[1]), minute <= 59,
    hour * 60 + minute <= 1440
  else { return nil }
  return hour * 60 + minute
}
