public import ContactCenter

/// At least so many free hours in one piece in each week, or in any so many days in a row.
///
/// What counts lies wholly within the week's midnights. Only weeks that lie wholly inside of what is known are asked;
/// the amount is the weeks, or windows of days, without.
///
/// *State*: since when the agent is free, by the next midnight and no longer ago than matters; and how many days ago
/// the latest free piece that is long enough began, were it cut to the least, counted in midnights; for weeks only
/// whether there was one.
public struct WeeklyRestRule: LineRule {
  /// `weekly-rest`.
  public let name = "weekly-rest"
  /// `week`, or `window` where any days in a row are asked.
  public let unit: String
  let seconds: Int
  let days: Int
  let isRolling: Bool

  /// Creates a rule from its terms: `minimum` in hours; it asks weeks unless they name rolling days.
  ///
  /// - Throws: `RuleTermsError` for a time that the days cannot hold, other spans, or more than 31 rolling days.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    switch terms.span ?? .week {
    case .week: (days, isRolling) = (7, false)
    case .days(let count) where 1...31 ~= count: (days, isRolling) = (count, true)
    default:
      throw RuleTermsError(
        rule: terms.rule, term: .per, problem: "is neither week nor 1d to 31d")
    }
    unit = isRolling ? "window" : "week"
    // A day has 23 hours once a year.
    seconds = try CountLimits(terms, hoursUpTo: days * 24 - 1).minimum * 60
  }

  /// One breach per week or window.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let shifts = line.shifts.filter { -period.knownDaysBefore..<period.days ~= $0.day }
    return (0..<period.days).compactMap { last in
      let first = last - days + 1
      guard first >= -period.knownDaysBefore, isRolling || period.monday(of: last) == first else {
        return nil
      }
      let window = period.stretch(from: first, through: last)
      var free = window.start
      var longest = 0
      for shift in shifts where shift.end > window.start && shift.start < window.end {
        longest = max(longest, shift.start.seconds(since: free))
        free = max(free, shift.end)
      }
      longest = max(longest, window.end.seconds(since: free))
      guard longest < seconds else { return nil }
      return LineBreach(
        Interval(start: max(window.start, period.start(of: 0)), end: window.end), amount: 1,
        message: "\(RuleNumbers.hours(Double(longest) / 3600)) free in one piece in the \(days) "
          + "days from \(period.date(of: first).text), "
          + "at least \(RuleNumbers.hours(Double(seconds) / 3600))")
    }
  }

  /// Since when the agent is free, and what rest there was.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, from: packed(free: 0, age: 0), in: period)
  }

  /// Charges each week or window that ends without.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    var (free, age) = unpacked(state)
    let today = period.start(of: day)
    let length = period.start(of: day + 1).seconds(since: today)
    // The age of a rest is counted from the day's end.
    if age > 0 { age = isRolling ? (age < days ? age + 1 : 0) : 1 }
    if let shift {
      let start = shift.start.seconds(since: today)
      if start - free >= seconds {
        age = isRolling ? max(1, daysBack(start - seconds, day: day, in: period) + 1) : 1
        if age > days { age = 0 }
      }
      free = max(free, shift.end.seconds(since: today))
    }
    free -= length
    let isRested = age > 0 || free <= -seconds
    let isAsked =
      isRolling
      ? day - days + 1 >= -period.knownDaysBefore
      : period.monday(of: day) == day - 6 && day - 6 >= -period.knownDaysBefore
    let amount = isAsked && !isRested ? 1.0 : 0
    if !isRolling {
      if period.monday(of: day) == day - 6 {
        (free, age) = (max(0, free), 0)
      } else if isRested {
        // Only work that reaches into the week after still matters.
        (free, age) = (free > 86_400 ? free : 0, 1)
      }
    }
    return LineStep(packed(free: free, age: age), amount: amount)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }

  /// How many midnights before a day's own lies the last one that is not after a second of the day, maybe negative.
  private func daysBack(_ second: Int, day: Int, in period: RosterPeriod) -> Int {
    let instant = period.start(of: day).advanced(by: second)
    var back = 0
    while back < days, period.start(of: day - back) > instant { back += 1 }
    return back
  }

  private func packed(free: Int, age: Int) -> Int {
    (min(max(0, free + seconds), 1 << 40) << 8) + age
  }

  private func unpacked(_ state: Int) -> (free: Int, age: Int) {
    ((state >> 8) - seconds, state & 255)
  }
}
