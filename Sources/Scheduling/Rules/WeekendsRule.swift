public import ContactCenter

/// Weekends with work on any of their days, in the period, each month, or any so many days in a row.
///
/// A weekend counts on the first of its days that is worked; for the period, on the first that is worked within it.
/// Borders: see `SpanCount`. *State*: its count, and whether the weekend at hand counts already.
public struct WeekendsRule: LineRule {
  /// `weekends`.
  public let name = "weekends"
  /// `weekend`.
  public let unit = "weekend"
  let count: SpanCount

  /// Creates a rule from its terms; it counts the period unless they say otherwise.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or not whole, or more than 62 rolling days.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    if case .days(63) = terms.span {
      throw RuleTermsError(rule: terms.rule, term: .per, problem: "is 63d, expected 1d to 62d")
    }
    count = try SpanCount(
      try CountLimits(terms, wholeUpTo: 60), terms: terms, usually: .period)
  }

  /// One breach per span.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let worked = Set(line.daysWorked)
    let first = count.span == .period ? 0 : -period.knownDaysBefore
    let days = period.knownWeekends.compactMap { weekend in
      weekend.first { $0 >= first && worked.contains($0) }
    }
    return count.breaches(
      of: Dictionary(days.map { ($0, 1) }, uniquingKeysWith: { first, _ in first }),
      what: "weekends worked", in: period)
  }

  /// The weekends before in a span that goes on.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges weekends too many as they come, and those that are missing once they cannot come any more.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    if count.span == .period && day < 0 { return LineStep(0) }
    let counted = state % 2 == 1
    let isNew = shift != nil && period.isWeekend(day) && !counted
    let step = count.step(from: state / 2, day: day, adding: isNew ? 1 : 0, in: period)
    let staysCounted = (counted || isNew) && !period.endsWeekend(day)
    return LineStep(step.state * 2 + (staysCounted ? 1 : 0), amount: step.amount)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
