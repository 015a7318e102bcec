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
  /// The window in minutes from the shift's start, where the rule says it so; shares count otherwise.
  public var windowMinutes: ClosedRange<Int>?

  /// Creates a rule.
  public init(name: String, minutes: Int, isPaid: Bool, earliest: Double, latest: Double) {
    self.name = name
    self.minutes = minutes
    self.isPaid = isPaid
    self.earliest = earliest
    self.latest = latest
  }

  /// The earliest and latest start in minutes from the start of a shift of a length.
  public func window(ofShiftOfMinutes minutes: Int) -> (earliest: Double, latest: Double) {
    if let told = windowMinutes { return (Double(told.lowerBound), Double(told.upperBound)) }
    return (earliest * Double(minutes), latest * Double(minutes))
  }
}

/// How the breaks of a shift keep apart, in minutes of work.
public struct BreakSpacing: Hashable, Sendable {
  /// The least work before the first break, between two, and after the last.
  public var leastWork = 0
  /// The longest stretch of work without a break; nil without limit.
  public var mostWork: Int?

  /// Creates a spacing.
  public init(leastWork: Int = 0, mostWork: Int? = nil) {
    self.leastWork = leastWork
    self.mostWork = mostWork
  }
}

/// The breaks of all shifts shorter than a limit.
public struct BreakPattern: Hashable, Sendable {
  /// Shifts shorter than this many minutes take this pattern, unless a shorter limit catches them.
  public var shorterThanMinutes: Int
  /// The breaks in the order of the shift.
  public var breaks: [BreakRule]
  /// How breaks keep apart; nil where their windows alone say it.
  public var spacing: BreakSpacing?

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
  /// The types of shift that rules and wishes speak of; a shift belongs to the first that it fits.
  public var types: [ShiftType] = []
  /// The night by the wall clock, in minutes after the midnight before it: 23:00 to 06:00 unless told.
  public var night = 1380..<1800
  /// A shift with so many minutes in the night or more is a night shift, unless its type says otherwise.
  public var nightShiftMinutes = 180
  /// The days of the weekend.
  public var weekend: Set<Weekday> = [.saturday, .sunday]
  /// How long before opening a shift may start, in minutes.
  public var beforeOpeningMinutes = 0
  /// How long after closing a shift may end, in minutes.
  public var afterClosingMinutes = 0
  /// How many shifts there may be at a start, on a day, in a week.
  public var limits: [ShiftLimit] = []

  /// Creates rules.
  public init(startEveryMinutes: Int, patterns: [BreakPattern]) {
    self.startEveryMinutes = startEveryMinutes
    self.patterns = patterns.sorted { $0.shorterThanMinutes < $1.shorterThanMinutes }
  }

  /// The breaks of a shift of a length; empty where no pattern covers it.
  public func breaks(forShiftOfMinutes minutes: Int) -> [BreakRule] {
    patterns.first { minutes < $0.shorterThanMinutes }?.breaks ?? []
  }

  /// How the breaks of a shift of a length keep apart; nil where no pattern says it.
  public func spacing(forShiftOfMinutes minutes: Int) -> BreakSpacing? {
    patterns.first { minutes < $0.shorterThanMinutes }?.spacing
  }

  /// The type of a shift; nil where none fits.
  public func type(startMinute: Int, length: Int) -> ShiftType? {
    types.first { $0.includes(startMinute: startMinute, length: length) }
  }

  /// Whether a shift counts as a night.
  ///
  /// - Parameters:
  ///   - startMinute: minutes after midnight by the wall clock.
  ///   - length: minutes from start to end.
  public func isNight(startMinute: Int, length: Int) -> Bool {
    if let told = type(startMinute: startMinute, length: length)?.isNight { return told }
    // A shift may lie in the night that began the day before, in its own, or reach into the next.
    let inNight = [-1440, 0, 1440].reduce(0) { sum, day in
      let from = max(startMinute, night.lowerBound + day)
      let to = min(startMinute + length, night.upperBound + day)
      return sum + max(0, to - from)
    }
    return inNight >= nightShiftMinutes
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
