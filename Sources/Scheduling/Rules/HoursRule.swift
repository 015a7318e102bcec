public import ContactCenter

/// Paid hours in each week, month, period or any so many days in a row: at least so many, at most so many.
///
/// Hours count on the day on which their shift starts. Borders and *State*: see `SpanCount`, in minutes.
public struct HoursRule: LineRule {
  /// `hours`.
  public let name = "hours"
  /// `hour`.
  public let unit = "hour"
  let count: SpanCount

  /// Creates a rule from its terms; it counts weeks unless they say otherwise.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or beyond 9000 hours, or more than 7 rolling days.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    count = try SpanCount(
      hours: try CountLimits(terms, hoursUpTo: 9000), terms: terms, usually: .week)
  }

  /// One breach per span.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let minutes = Dictionary(grouping: line.shifts, by: \.day).mapValues {
      $0.reduce(0) { $0 + $1.paidMinutes }
    }
    return count.breaches(of: minutes, what: "paid hours", in: period)
  }

  /// What the days before count towards spans that go on.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges hours too many as they come, and those that are missing once they cannot come any more.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    count.step(from: state, day: day, adding: shift?.paidMinutes ?? 0, in: period)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
