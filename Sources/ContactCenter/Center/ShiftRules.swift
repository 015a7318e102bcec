/// A break inside a shift, and the window in which it may begin.
public struct BreakRule: Hashable, Sendable {
  /// The activity in the roster: `break` or `lunch`.
  public var name: String
  /// Length in minutes.
  public var minutes: Int
  /// Whether its time is paid.
  public var isPaid: Bool
  /// The earliest start, as a share of the shift's length.
  public var earliest: Double
  /// The latest start, as a share of the shift's length.
  public var latest: Double

  /// Creates a rule.
  public init(name: String, minutes: Int, isPaid: Bool, earliest: Double, latest: Double) {
    self.name = name
    self.minutes = minutes
    self.isPaid = isPaid
    self.earliest = earliest
    self.latest = latest
  }
}

/// The breaks of all shifts shorter than a limit.
public struct BreakPattern: Hashable, Sendable {
  /// Shifts shorter than this many minutes take this pattern, unless a shorter limit catches them.
  public var shorterThanMinutes: Int
  /// The breaks in the order of the shift.
  public var breaks: [BreakRule]

  /// Creates a pattern.
  public init(shorterThanMinutes: Int, breaks: [BreakRule]) {
    self.shorterThanMinutes = shorterThanMinutes
    self.breaks = breaks
  }
}

/// When shifts may start and which breaks they have.
public struct ShiftRules: Hashable, Sendable {
  /// Shifts start at multiples of this many minutes by the wall clock.
  public var startEveryMinutes: Int
  /// The break patterns, by ascending limit.
  public var patterns: [BreakPattern]

  /// Creates rules.
  public init(startEveryMinutes: Int, patterns: [BreakPattern]) {
    self.startEveryMinutes = startEveryMinutes
    self.patterns = patterns.sorted { $0.shorterThanMinutes < $1.shorterThanMinutes }
  }

  /// The breaks of a shift of a length; empty where no pattern covers it.
  public func breaks(forShiftOfMinutes minutes: Int) -> [BreakRule] {
    patterns.first { minutes < $0.shorterThanMinutes }?.breaks ?? []
  }

  /// Starts every half hour; one paid quarter below six hours, else two and an unpaid half-hour lunch.
  public static let usual = ShiftRules(
    startEveryMinutes: 30,
    patterns: [
      BreakPattern(
        shorterThanMinutes: 360,
        breaks: [BreakRule(name: "break", minutes: 15, isPaid: true, earliest: 0.35, latest: 0.6)]),
      BreakPattern(
        shorterThanMinutes: 1440,
        breaks: [
          BreakRule(name: "break", minutes: 15, isPaid: true, earliest: 0.12, latest: 0.28),
          BreakRule(name: "lunch", minutes: 30, isPaid: false, earliest: 0.36, latest: 0.56),
          BreakRule(name: "break", minutes: 15, isPaid: true, earliest: 0.7, latest: 0.87),
        ]),
    ])
}
