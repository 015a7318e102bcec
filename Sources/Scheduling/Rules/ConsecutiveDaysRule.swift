public import ContactCenter

/// Working days in a row: at least so many, at most so many.
///
/// A stretch that touches the end of the period, or its start where nothing before is known, may go on outside and is
/// not too short. *State*: working days in a row so far, at most one more than the maximum; plus a mark while the
/// stretch may have begun before the period.
public struct ConsecutiveDaysRule: LineRule {
  /// `consecutive-days`.
  public let name = "consecutive-days"
  /// `day`.
  public let unit = "day"
  let limits: CountLimits

  /// Creates a rule from its terms.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or not whole.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    limits = try CountLimits(terms, wholeUpTo: 366)
  }

  /// One breach per stretch.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    var stretches: [ClosedRange<Int>] = []
    for day in line.daysWorked where day < period.days {
      if let last = stretches.last, last.upperBound == day - 1 {
        stretches[stretches.count - 1] = last.lowerBound...day
      } else {
        stretches.append(day...day)
      }
    }
    return stretches.filter { $0.upperBound >= 0 }.compactMap { stretch in
      let isOpen =
        stretch.upperBound == period.days - 1 || stretch.lowerBound == -period.knownDaysBefore
      let first = max(0, stretch.lowerBound)
      return limits.breach(
        stretch.count, within: stretch.upperBound - first + 1, isOpen: isOpen,
        what: "working days in a row",
        at: period.stretch(from: first, through: stretch.upperBound))
    }
  }

  private var cap: Int { limits.cap }

  /// The days worked in a row up to the period's first.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    var run = 0
    while run < period.knownDaysBefore, history.contains(where: { $0.day == -1 - run }) {
      run += 1
    }
    let isOpen = run == period.knownDaysBefore
    return min(run, cap) * 2 + (isOpen ? 1 : 0)
  }

  /// Charges each day beyond the maximum as it comes, and missing days when a stretch ends.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    let (run, mark) = (state / 2, state % 2)
    if shift != nil {
      return LineStep(min(run + 1, cap) * 2 + mark, amount: limits.excess(at: run + 1))
    }
    // Nothing is missing from a stretch that ended before the period.
    let missing = run > 0 && mark == 0 && day > 0 ? limits.missing(run) : 0
    return LineStep(0, amount: missing)
  }

  /// A stretch at the end may go on.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
