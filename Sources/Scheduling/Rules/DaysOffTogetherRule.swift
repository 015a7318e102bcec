public import ContactCenter

/// At least once in each week (or month, or period) so many days off in a row, all within it.
///
/// Only spans that lie wholly inside of what is known are asked. The amount is the spans without.
///
/// *State*: days off in a row within the span; all that are asked for, once they were there.
public struct DaysOffTogetherRule: LineRule {
  /// `days-off-together`.
  public let name = "days-off-together"
  /// `week`, or the span that is asked.
  public let unit: String
  let days: Int
  let span: RuleTerms.Span

  /// Creates a rule from its terms; it asks weeks unless they say otherwise.
  ///
  /// - Throws: `RuleTermsError` where `minimum` is not whole or beyond 31, or the span is of rolling days.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    days = try CountLimits(terms, wholeUpTo: 31).minimum
    span = terms.span ?? .week
    unit = try Self.unit(of: span, in: terms)
  }

  /// The name of a calendar span.
  static func unit(of span: RuleTerms.Span, in terms: RuleTerms) throws(RuleTermsError) -> String {
    switch span {
    case .week: return "week"
    case .month: return "month"
    case .period: return "period"
    case .days(let days):
      throw RuleTermsError(
        rule: terms.rule, term: .per,
        problem: "is \(days)d, expected week, month or period")
    }
  }

  /// One breach per span.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let worked = Set(line.daysWorked)
    var result: [LineBreach] = []
    var day = 0
    while day < period.days {
      let stretch = SpanCount.stretch(span, holding: day, in: period)
      day = stretch.upperBound + 1
      guard SpanCount.isKnown(stretch, in: period) else { continue }
      var (run, longest) = (0, 0)
      for day in stretch {
        run = worked.contains(day) ? 0 : run + 1
        longest = max(longest, run)
      }
      guard longest < days else { continue }
      result.append(
        LineBreach(
          period.stretch(from: max(0, stretch.lowerBound), through: stretch.upperBound), amount: 1,
          message: "\(longest) days off together "
            + "\(SpanCount.name(of: span, from: stretch.lowerBound, in: period)), "
            + "at least \(days)"))
    }
    return result
  }

  /// The days off before in a span that goes on.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges a span once the days left in it are too few.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    if span == .period && day < 0 { return LineStep(0) }
    let stretch = SpanCount.stretch(span, holding: day, in: period)
    guard SpanCount.isKnown(stretch, in: period) else { return LineStep(0) }
    let run = state >= days ? days : shift == nil ? state + 1 : 0
    let left = stretch.upperBound - day
    let isHopeless = run < days && run + left < days
    let wasHopeless =
      day != max(0, stretch.lowerBound) && state < days && state + left + 1 < days
    return LineStep(
      left == 0 || isHopeless ? 0 : run, amount: isHopeless && !wasHopeless ? 1 : 0)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
