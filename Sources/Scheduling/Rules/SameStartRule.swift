public import ContactCenter

/// Within a week, Monday to Sunday, shifts start at most so much apart by the wall clock.
///
/// The amount is the hours from the earliest to the latest start beyond that, charged as shifts widen it; what is known
/// of the week before the period counts.
///
/// *State*: the earliest and the latest start of the week.
public struct SameStartRule: LineRule {
  /// `same-start`.
  public let name = "same-start"
  /// `hour`.
  public let unit = "hour"
  let minutes: Int

  /// Creates a rule from its terms: `maximum` in hours.
  ///
  /// - Throws: `RuleTermsError` where `maximum` is no time from 0 to 24 hours.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    minutes = try CountLimits(terms, hoursUpTo: 24).maximum ?? 0
  }

  /// One breach per week.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let known = line.shifts.filter { -period.knownDaysBefore..<period.days ~= $0.day }
    return Dictionary(grouping: known) { period.monday(of: $0.day) }
      .sorted { $0.key < $1.key }.compactMap { monday, shifts in
        let before = beyond(shifts.filter { $0.day < 0 })
        let amount = beyond(shifts) - before
        guard amount > 0, let first = shifts.map(\.startMinute).min(),
          let last = shifts.map(\.startMinute).max()
        else { return nil }
        return LineBreach(
          period.stretch(from: max(0, monday), through: min(monday + 6, period.days - 1)),
          amount: Double(amount) / 60,
          message: "starts \(RuleNumbers.hours(last - first)) apart "
            + "\(SpanCount.name(of: .week, from: monday, in: period)), "
            + "at most \(RuleNumbers.hours(minutes))")
      }
  }

  private func beyond(_ shifts: [WorkLine.Shift]) -> Int {
    let starts = shifts.map(\.startMinute)
    guard let first = starts.min(), let last = starts.max() else { return 0 }
    return max(0, last - first - minutes)
  }

  /// The starts of a week that goes on.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges what a start widens the week beyond the most.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    let endsWeek = period.monday(of: day) == day - 6
    guard let shift else { return LineStep(endsWeek ? 0 : state) }
    let start = min(1439, max(0, shift.startMinute))
    var (first, last) = (start, start)
    if state > 0 {
      first = min(first, (state - 1) / 1440)
      last = max(last, (state - 1) % 1440)
    }
    let before = state > 0 ? max(0, (state - 1) % 1440 - (state - 1) / 1440 - minutes) : 0
    return LineStep(
      endsWeek ? 0 : first * 1440 + last + 1,
      amount: Double(max(0, last - first - minutes) - before) / 60)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
