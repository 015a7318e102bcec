public import ContactCenter

/// Night shifts in each week, month, period or any so many days in a row: at least so many, at most so many.
///
/// A night counts on the day on which it starts. Borders and *State*: see `SpanCount`.
public struct NightsRule: LineRule {
  /// `nights`.
  public let name = "nights"
  /// `night`.
  public let unit = "night"
  let count: SpanCount

  /// Creates a rule from its terms; it counts weeks unless they say otherwise.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or not whole, or more than 63 rolling days.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    count = try SpanCount(
      try CountLimits(terms, wholeUpTo: 366), terms: terms, usually: .week)
  }

  /// One breach per span.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let days = Dictionary(
      line.shifts.filter(\.isNight).map { ($0.day, 1) }, uniquingKeysWith: { first, _ in first })
    return count.breaches(of: days, what: "nights", in: period)
  }

  /// What the nights before count towards spans that go on.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges nights too many as they come, and those that are missing once they cannot come any more.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    count.step(from: state, day: day, adding: shift?.isNight ?? false ? 1 : 0, in: period)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
