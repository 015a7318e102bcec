public import ContactCenter

/// From the end of a run of nights to the next shift that is no night lie at least so many hours.
///
/// A run is made of nights that start on days in a row; `after` says how many it takes (1 unless told). Another night
/// may come at any time: the rest is then asked for after it, too.
///
/// *State*: seconds of the next day before which no other shift may start, and, where a run takes several, how many
/// nights in a row there were.
public struct RestAfterNightsRule: LineRule {
  /// `rest-after-nights`.
  public let name = "rest-after-nights"
  /// `hour`.
  public let unit = "hour"
  let seconds: Int
  let nights: Int

  /// Creates a rule from its terms: `minimum` in hours.
  ///
  /// - Throws: `RuleTermsError` where `minimum` is no time from 0 to 366 hours, or `after` is not from 1 to 31.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    seconds = try CountLimits(terms, hoursUpTo: 366).minimum * 60
    nights = terms.after ?? 1
    guard 1...31 ~= nights else {
      throw RuleTermsError(
        rule: terms.rule, term: .after, problem: "is \(nights), expected 1 to 31")
    }
  }

  /// One breach per shift that starts too early.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    var result: [LineBreach] = []
    var run = 0
    var lastNight: Int?
    var end: Instant?
    for shift in line.shifts where -period.knownDaysBefore..<period.days ~= shift.day {
      if shift.isNight {
        run = lastNight == shift.day - 1 ? run + 1 : 1
        lastNight = shift.day
        if run >= nights { end = max(end ?? shift.end, shift.end) }
        continue
      }
      if let end, shift.day >= 0, shift.start < end.advanced(by: seconds) {
        let rest = shift.start.seconds(since: end)
        result.append(
          LineBreach(
            Interval(start: min(end, shift.start), end: max(end, shift.start)),
            amount: Double(seconds - rest) / 3600,
            message: "\(RuleNumbers.hours(Double(rest) / 3600)) after nights, "
              + "at least \(RuleNumbers.hours(Double(seconds) / 3600))"))
      }
      (run, lastNight, end) = (0, nil, nil)
    }
    return result
  }

  /// What the nights before still ask for.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges the hours by which a shift starts too early.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    let (rested, run) = (state / (nights + 1), state % (nights + 1))
    let today = period.start(of: day)
    let tomorrow = period.start(of: day + 1)
    let left = max(0, rested - tomorrow.seconds(since: today))
    guard let shift else { return LineStep(packed(left, run: 0)) }
    guard shift.isNight else {
      let early = rested > 0 ? max(0, rested - shift.start.seconds(since: today)) : 0
      return LineStep(0, amount: Double(early) / 3600)
    }
    // With one night to a run, the count of nights is not kept.
    let nightsNow = min(nights, run + 1)
    let asked = nightsNow >= nights ? shift.end.seconds(since: tomorrow) + seconds : 0
    return LineStep(packed(max(left, asked), run: nights == 1 ? 0 : nightsNow))
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }

  private func packed(_ rested: Int, run: Int) -> Int { max(0, rested) * (nights + 1) + run }
}
