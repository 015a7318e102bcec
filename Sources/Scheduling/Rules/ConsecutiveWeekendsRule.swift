public import ContactCenter

/// At most so many weekends in a row with work on any of their days.
///
/// The amount is the weekends too many, each charged on its first day worked.
///
/// *State*: weekends in a row so far, at most the most; and whether the one at hand is among them.
public struct ConsecutiveWeekendsRule: LineRule {
  /// `consecutive-weekends`.
  public let name = "consecutive-weekends"
  /// `weekend`.
  public let unit = "weekend"
  let limits: CountLimits

  /// Creates a rule from its terms.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing or not whole.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    limits = try CountLimits(terms, wholeUpTo: 60)
  }

  /// One breach per weekend too many.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let worked = Set(line.daysWorked)
    var run = 0
    var result: [LineBreach] = []
    for weekend in period.knownWeekends {
      guard let first = weekend.first(where: worked.contains) else {
        run = 0
        continue
      }
      run += 1
      guard first >= 0, limits.excess(at: run) > 0 else { continue }
      result.append(
        LineBreach(
          period.stretch(from: max(0, weekend.lowerBound), through: weekend.upperBound),
          amount: 1, message: "\(run) weekends worked in a row, at most \(limits.maximum ?? 0)"))
    }
    return result
  }

  /// The weekends in a row before.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges a weekend too many on its first day worked.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    guard period.isWeekend(day) else { return LineStep(state) }
    var (run, isCounted) = (state / 2, state % 2 == 1)
    var amount = 0.0
    if shift != nil, !isCounted {
      amount = limits.excess(at: run + 1)
      (run, isCounted) = (min(run + 1, limits.cap), true)
    }
    guard period.endsWeekend(day) else {
      return LineStep(run * 2 + (isCounted ? 1 : 0), amount: amount)
    }
    return LineStep(isCounted ? run * 2 : 0, amount: amount)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
