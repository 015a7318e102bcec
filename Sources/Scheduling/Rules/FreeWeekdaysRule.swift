public import ContactCenter

/// Of the given days of the week, Sundays unless told, at least so many are free in each period, month or week.
///
/// Where a span has fewer such days than are asked for, all of them are to be free. Only spans that lie wholly inside of
/// what is known are asked. The amount is the days worked too many, each charged as it comes.
///
/// *State*: such days worked in the span, no finer than what the rest of it can still tell apart.
public struct FreeWeekdaysRule: LineRule {
  /// `free-weekdays`.
  public let name = "free-weekdays"
  /// `day`.
  public let unit = "day"
  let minimum: Int
  let weekdays: [Bool]
  let span: RuleTerms.Span
  let what: String

  /// Creates a rule from its terms; it asks the period unless they say otherwise.
  ///
  /// - Throws: `RuleTermsError` where `minimum` is not whole or beyond 366, or the span is of rolling days.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    minimum = try CountLimits(terms, wholeUpTo: 366).minimum
    let days = terms.weekdays.isEmpty ? [.sunday] : terms.weekdays
    weekdays = Weekday.allCases.map(days.contains)
    what = days.sorted().map(\.fullName).joined(separator: ", ")
    span = terms.span ?? .period
    _ = try DaysOffTogetherRule.unit(of: span, in: terms)
  }

  /// How many of the days a stretch has.
  private func count(_ stretch: Range<Int>, in period: RosterPeriod) -> Int {
    let weeks = stretch.count / 7
    let rest = stretch.lowerBound + weeks * 7..<stretch.upperBound
    return weeks * weekdays.count { $0 } + rest.count { isMeant($0, in: period) }
  }

  private func isMeant(_ day: Int, in period: RosterPeriod) -> Bool {
    weekdays[day - period.monday(of: day)]
  }

  /// How many of the days may be worked in a span.
  private func allowed(_ stretch: ClosedRange<Int>, in period: RosterPeriod) -> Int {
    max(0, count(stretch.lowerBound..<stretch.upperBound + 1, in: period) - minimum)
  }

  /// One breach per span.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let worked = line.daysWorked.filter { isMeant($0, in: period) }
    var result: [LineBreach] = []
    var day = 0
    while day < period.days {
      let stretch = SpanCount.stretch(span, holding: day, in: period)
      day = stretch.upperBound + 1
      guard SpanCount.isKnown(stretch, in: period) else { continue }
      let own = worked.filter(stretch.contains)
      let excess = min(own.count - allowed(stretch, in: period), own.count { $0 >= 0 })
      guard excess > 0 else { continue }
      let all = count(stretch.lowerBound..<stretch.upperBound + 1, in: period)
      result.append(
        LineBreach(
          period.stretch(from: max(0, stretch.lowerBound), through: stretch.upperBound),
          amount: Double(excess),
          message: "\(all - own.count) free of \(all) (\(what)) "
            + "\(SpanCount.name(of: span, from: stretch.lowerBound, in: period)), "
            + "at least \(min(all, minimum))"))
    }
    return result
  }

  /// Such days worked before in a span that goes on.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges a day as soon as its work leaves too few.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    if span == .period && day < 0 { return LineStep(0) }
    let stretch = SpanCount.stretch(span, holding: day, in: period)
    guard SpanCount.isKnown(stretch, in: period) else { return LineStep(0) }
    let allowed = allowed(stretch, in: period)
    let own = shift != nil && isMeant(day, in: period) ? 1 : 0
    if day == stretch.upperBound {
      return LineStep(0, amount: state + own > allowed ? Double(own) : 0)
    }
    // Nothing that comes can lift such a count above what is allowed.
    let harmless = allowed - count(day + 1..<stretch.upperBound + 1, in: period)
    return LineStep(
      min(allowed, max(state + own, harmless)), amount: state + own > allowed ? Double(own) : 0)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
