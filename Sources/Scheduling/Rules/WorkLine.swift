public import ContactCenter

/// One agent's shifts in order of time: all that a rule about people sees.
public struct WorkLine: Hashable, Sendable {
  /// A shift as rules see it.
  public struct Shift: Hashable, Sendable {
    /// The agent's own day on which it starts, 0 for the first of the period, negative before; its hours count there.
    public var day: Int
    /// The first instant.
    public var start: Instant
    /// The first instant after.
    public var end: Instant
    /// Minutes after midnight by the agent's wall clock at the start.
    public var startMinute: Int
    /// Minutes that are paid.
    public var paidMinutes: Int
    /// Its type; nil where it fits none.
    public var type: String?
    /// Whether it counts as a night.
    public var isNight: Bool

    /// Creates a shift.
    public init(
      day: Int, start: Instant, end: Instant, startMinute: Int, paidMinutes: Int,
      type: String? = nil, isNight: Bool = false
    ) {
      self.day = day
      self.start = start
      self.end = end
      self.startMinute = startMinute
      self.paidMinutes = paidMinutes
      self.type = type
      self.isNight = isNight
    }

    /// From start to end.
    public var stretch: Interval { Interval(start: start, end: end) }
  }

  /// The shifts by start; those before the period included, where they are known.
  public var shifts: [Shift]

  /// Creates a line from shifts in any order.
  public init(_ shifts: [Shift]) {
    self.shifts = shifts.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// The days with a shift, ascending, each once.
  public var daysWorked: [Int] {
    shifts.map(\.day).reduce(into: []) { days, day in
      if days.last != day { days.append(day) }
    }
  }

  /// The shifts that start on a day of the period or before it.
  public func shifts(on day: Int) -> [Shift] { shifts.filter { $0.day == day } }

  /// The shifts before the period.
  public var history: [Shift] { shifts.filter { $0.day < 0 } }
}
