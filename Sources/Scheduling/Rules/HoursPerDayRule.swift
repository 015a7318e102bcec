public import ContactCenter

/// Paid hours on a day that is worked: at least so many, at most so many.
///
/// Hours count on the day on which their shift starts. *State*: none.
public struct HoursPerDayRule: LineRule {
  /// `hours-per-day`.
  public let name = "hours-per-day"
  /// `hour`.
  public let unit = "hour"
  let limits: CountLimits

  /// Creates a rule from its terms.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or beyond 24 hours.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    limits = try CountLimits(terms, hoursUpTo: 24)
  }

  /// One breach per day.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    line.daysWorked.filter { 0..<period.days ~= $0 }.compactMap { day in
      let minutes = line.shifts(on: day).reduce(0) { $0 + $1.paidMinutes }
      let amount = outside(minutes)
      guard amount > 0 else { return nil }
      let limit =
        minutes < limits.minimum
        ? "at least \(RuleNumbers.hours(limits.minimum))"
        : "at most \(RuleNumbers.hours(limits.maximum ?? 0))"
      return LineBreach(
        period.stretch(from: day, through: day), amount: amount,
        message: "\(RuleNumbers.hours(minutes)) paid on \(period.date(of: day).text), \(limit)")
    }
  }

  private func outside(_ minutes: Int) -> Double {
    let excess = limits.maximum.map { max(0, minutes - $0) } ?? 0
    return Double(excess + max(0, limits.minimum - minutes)) / 60
  }

  /// Nothing before matters.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int { 0 }

  /// Charges what the day's shift is outside.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    LineStep(0, amount: shift.map { outside($0.paidMinutes) } ?? 0)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
