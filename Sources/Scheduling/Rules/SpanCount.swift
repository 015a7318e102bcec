import ContactCenter

/// Counts something over weeks, months, the period, or any so many days in a row.
///
/// *Borders*: a count includes what is known before the period. Too many is what comes within the period on top of the
/// most. Too few is said only of spans that lie wholly inside of what is known.
///
/// *Calendar spans*. *State*: the count so far, no finer than what the rest of the span can still tell apart: at most
/// the largest limit, and at least what even the fullest days to come cannot lift above the most. What is missing is
/// charged as soon as no days to come can make up for it.
///
/// *Rolling spans* of n days: what a day adds is too many as far as the n days that it ends hold more than the most; and
/// each n days that hold too few are one breach. So a shift too many is charged once, on the day it comes, not in every
/// window that holds it. *State*: what each of the last n − 1 days adds, as the digits of a number.
struct SpanCount: Sendable {
  let limits: CountLimits
  let span: RuleTerms.Span
  /// The most that one day can add.
  let fullDay: Int
  /// How many units of the count make one of the amount.
  let scale: Double

  /// Creates a count; `fullDay` is 1 for days and shifts, 1440 for minutes.
  ///
  /// - Throws: `RuleTermsError` for so many days in a row that the state does not fit a number.
  init(
    _ limits: CountLimits, terms: RuleTerms, usually span: RuleTerms.Span, fullDay: Int = 1,
    scale: Double = 1
  ) throws(RuleTermsError) {
    self.limits = limits
    self.span = terms.span ?? span
    self.fullDay = fullDay
    self.scale = scale
    guard case .days(let days) = self.span else { return }
    // (fullDay + 1)^(days − 1) states: 63 days of shifts, 7 of minutes.
    let largest = fullDay == 1 ? 63 : 7
    guard (1...largest).contains(days) else {
      throw RuleTermsError(
        rule: terms.rule, term: .per, problem: "is \(days)d, expected 1d to \(largest)d")
    }
  }

  /// Creates a count of minutes, whose amounts are hours.
  ///
  /// - Throws: `RuleTermsError` for so many days in a row that the state does not fit a number.
  init(
    hours limits: CountLimits, terms: RuleTerms, usually span: RuleTerms.Span
  ) throws(RuleTermsError) {
    try self.init(limits, terms: terms, usually: span, fullDay: 1440, scale: 60)
  }

  // MARK: Whole

  /// The breaches of what each day adds.
  ///
  /// - Parameters:
  ///   - amounts: what a day adds, by day; days that add nothing may be left out.
  ///   - what: what is counted, such as "shifts".
  func breaches(
    of amounts: [Int: Int], what: String, in period: RosterPeriod
  ) -> [LineBreach] {
    if case .days(let days) = span {
      return rollingBreaches(of: amounts, days: days, what: what, in: period)
    }
    var result: [LineBreach] = []
    var day = 0
    while day < period.days {
      let stretch = Self.stretch(span, holding: day, in: period)
      let known = max(stretch.lowerBound, -period.knownDaysBefore)
      let last = min(stretch.upperBound, period.days - 1)
      let count = (known...last).reduce(0) { $0 + (amounts[$1] ?? 0) }
      let inside = (day...last).reduce(0) { $0 + (amounts[$1] ?? 0) }
      let place = period.stretch(from: day, through: last)
      let name = "\(what) \(Self.name(of: span, from: stretch.lowerBound, in: period))"
      let excess = limits.maximum.map { min(count - $0, inside) } ?? 0
      let missing = Self.isKnown(stretch, in: period) ? max(0, limits.minimum - count) : 0
      if excess > 0 { result.append(tooMany(count, name, amount: excess, at: place)) }
      if missing > 0 { result.append(tooFew(count, name, amount: missing, at: place)) }
      day = last + 1
    }
    return result
  }

  private func rollingBreaches(
    of amounts: [Int: Int], days: Int, what: String, in period: RosterPeriod
  ) -> [LineBreach] {
    var result: [LineBreach] = []
    for day in 0..<period.days {
      let known = max(-period.knownDaysBefore, day - days + 1)
      let own = min(fullDay, amounts[day] ?? 0)
      let count = (known...day).reduce(0) { $0 + min(fullDay, amounts[$1] ?? 0) }
      let name = "\(what) in the \(days) days up to \(period.date(of: day).text)"
      let excess = limits.maximum.map { min(count - $0, own) } ?? 0
      let missing = known == day - days + 1 ? max(0, limits.minimum - count) : 0
      let place = period.stretch(from: max(0, known), through: day)
      if excess > 0 { result.append(tooMany(count, name, amount: excess, at: place)) }
      if missing > 0 { result.append(tooFew(count, name, amount: missing, at: place)) }
    }
    return result
  }

  private func tooMany(_ count: Int, _ name: String, amount: Int, at place: Interval) -> LineBreach
  {
    LineBreach(
      place, amount: Double(amount) / scale,
      message: "\(text(count)) \(name), at most \(text(limits.maximum ?? 0))")
  }

  private func tooFew(_ count: Int, _ name: String, amount: Int, at place: Interval) -> LineBreach {
    LineBreach(
      place, amount: Double(amount) / scale,
      message: "\(text(count)) \(name), at least \(text(limits.minimum))")
  }

  private func text(_ count: Int) -> String { RuleNumbers.plain(Double(count) / scale) }

  // MARK: Day by day

  /// The state after a day that adds `own`, and what the day adds to the amount outside.
  ///
  /// The state before anything is known is 0; nothing is left to say at the end of the period.
  func step(from state: Int, day: Int, adding own: Int, in period: RosterPeriod) -> LineStep {
    if case .days(let days) = span {
      return rollingStep(from: state, day: day, adding: own, days: days, in: period)
    }
    // The period counts nothing of what was before it.
    if span == .period && day < 0 { return LineStep(0) }
    let stretch = Self.stretch(span, holding: day, in: period)
    let isKnown = Self.isKnown(stretch, in: period)
    let count = state + own
    let left = (stretch.upperBound - day) * fullDay
    var amount = limits.maximum.map { max(0, min(own, count - $0)) } ?? 0
    if isKnown {
      let hopeless = max(0, limits.minimum - count - left)
      // The first day of the period says what was hopeless before it.
      let before =
        day == max(0, stretch.lowerBound) ? 0 : max(0, limits.minimum - state - left - fullDay)
      amount += hopeless - before
    }
    return LineStep(
      day == stretch.upperBound ? 0 : merged(count, left: left, isKnown: isKnown),
      amount: Double(amount) / scale)
  }

  /// The one count that stands for all that have the same future.
  private func merged(_ count: Int, left: Int, isKnown: Bool) -> Int {
    let least = isKnown ? limits.minimum : 0
    guard let most = limits.maximum else { return min(count, least) }
    // Nothing that comes can lift such a count above the most, and the least is met.
    let harmless = most - left
    return min(max(count, harmless >= least && count >= least ? harmless : 0), most)
  }

  private func rollingStep(
    from state: Int, day: Int, adding amount: Int, days: Int, in period: RosterPeriod
  ) -> LineStep {
    let own = min(fullDay, amount)
    let base = fullDay + 1
    var count = own
    var digits = state
    var oldest = 1
    for index in 0..<days - 1 {
      count += digits % base
      digits /= base
      if index > 0 { oldest *= base }
    }
    let excess = limits.maximum.map { max(0, min(own, count - $0)) } ?? 0
    let isKnown = day - days + 1 >= -period.knownDaysBefore
    let missing = isKnown ? max(0, limits.minimum - count) : 0
    return LineStep(
      days == 1 ? 0 : (state % oldest) * base + own, amount: Double(excess + missing) / scale)
  }

  // MARK: Spans

  /// The days of the calendar span that holds a day.
  static func stretch(
    _ span: RuleTerms.Span, holding day: Int, in period: RosterPeriod
  ) -> ClosedRange<Int> {
    switch span {
    case .week:
      let monday = period.monday(of: day)
      return monday...monday + 6
    case .month:
      let parts = period.date(of: day).parts
      let first = day - parts.day + 1
      return first...first + CivilDate.daysIn(month: parts.month, year: parts.year) - 1
    case .period: return 0...max(0, period.days - 1)
    case .days: return day...day
    }
  }

  /// Whether a span lies wholly inside of what is known.
  static func isKnown(_ stretch: ClosedRange<Int>, in period: RosterPeriod) -> Bool {
    stretch.lowerBound >= -period.knownDaysBefore && stretch.upperBound < period.days
  }

  /// "in the week of 2026-01-05".
  static func name(of span: RuleTerms.Span, from first: Int, in period: RosterPeriod) -> String {
    let date = period.date(of: first).text
    return switch span {
    case .week: "in the week of \(date)"
    case .month: "in the month of \(date.prefix(7))"
    case .period: "in the period"
    case .days(let days): "in the \(days) days from \(date)"
    }
  }
}
