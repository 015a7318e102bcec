public import ContactCenter

/// Working days in each week, Monday to Sunday: at least so many, at most so many.
///
/// Borders and *State*: see `SpanCount`.
public struct WorkingDaysRule: LineRule {
  /// `days-per-week`.
  public let name = "days-per-week"
  /// `day`.
  public let unit = "day"
  let count: SpanCount

  /// Creates a rule from its terms.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed, not whole or beyond 7.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    count = try SpanCount(
      try CountLimits(terms, wholeUpTo: 7), terms: terms, usually: .week)
  }

  /// One breach per week.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let days = Dictionary(line.daysWorked.map { ($0, 1) }, uniquingKeysWith: { first, _ in first })
    return count.breaches(of: days, what: "working days", in: period)
  }

  /// The days worked before in a week that goes on.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges days too many as they come, and those that are missing once they cannot come any more.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    count.step(from: state, day: day, adding: shift == nil ? 0 : 1, in: period)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
