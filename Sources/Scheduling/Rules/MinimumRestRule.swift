public import ContactCenter

/// From the end of one shift to the start of the next lie at least so many hours.
///
/// Where 0 are asked for, shifts still neither overlap nor touch: whoever reads a roster takes two that touch for one.
///
/// *State*: seconds of the next day before which no shift may start; 0 for none.
public struct MinimumRestRule: LineRule {
  /// `rest`.
  public let name = "rest"
  /// `hour`.
  public let unit = "hour"
  let seconds: Int

  /// Creates a rule from its terms: `minimum` in hours.
  ///
  /// - Throws: `RuleTermsError` where `minimum` is missing or no time from 0 to 366 hours.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    seconds = max(1, try CountLimits(terms, hoursUpTo: 366).minimum * 60)
  }

  /// One breach per shift that starts too early after the latest end of those before it.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    var result: [LineBreach] = []
    var latestEnd: Instant?
    for shift in line.shifts where shift.day < period.days {
      if let end = latestEnd, shift.day >= 0, shift.start < end.advanced(by: seconds) {
        let rest = shift.start.seconds(since: end)
        result.append(
          LineBreach(
            Interval(start: min(end, shift.start), end: max(end, shift.start)),
            amount: Double(seconds - rest) / 3600,
            message: "\(RuleNumbers.hours(Double(rest) / 3600)) between two shifts, "
              + "at least \(RuleNumbers.hours(Double(seconds) / 3600))"))
      }
      latestEnd = max(latestEnd ?? shift.end, shift.end)
    }
    return result
  }

  /// What the shifts before still ask for.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    history.map { rested(after: $0, before: 0, in: period) }.max() ?? 0
  }

  /// Charges the hours by which a shift starts too early.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    let start = period.start(of: day)
    let left = max(0, state - period.start(of: day + 1).seconds(since: start))
    guard let shift else { return LineStep(left) }
    let early = state - shift.start.seconds(since: start)
    return LineStep(
      max(left, rested(after: shift, before: day + 1, in: period)),
      amount: state > 0 ? max(0, Double(early) / 3600) : 0)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }

  private func rested(
    after shift: WorkLine.Shift, before day: Int, in period: RosterPeriod
  ) -> Int {
    max(0, shift.end.seconds(since: period.start(of: day)) + seconds)
  }
}
