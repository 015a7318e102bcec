import ContactCenter

/// A rule about days in a row that are alike: how many at least, how many at most.
///
/// A run that touches the end of the period, or its start where nothing before is known, may go on outside and is not
/// too short. One that ended on the last day before the period is too short where the first day does not go on with it.
///
/// *State*: days in a row so far, at most the largest limit; plus a mark while a run that is too short may have begun
/// before anything is known.
protocol RunRule: LineRule {
  /// How long runs may be.
  var limits: CountLimits { get }
  /// What is counted, such as "working days in a row".
  var what: String { get }
  /// Whether a day with a shift, or without one, belongs to a run.
  func counts(_ shift: WorkLine.Shift?) -> Bool
}

extension RunRule {
  /// One breach per run.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let byDay = Dictionary(grouping: line.shifts, by: \.day)
    var runs: [ClosedRange<Int>] = []
    for day in -period.knownDaysBefore..<period.days {
      let isIn = byDay[day].map { $0.contains(where: counts) } ?? counts(nil)
      guard isIn else { continue }
      if let last = runs.last, last.upperBound == day - 1 {
        runs[runs.count - 1] = last.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    return runs.filter { $0.upperBound >= -1 }.compactMap { run in
      let isOpen =
        run.upperBound == period.days - 1 || run.lowerBound == -period.knownDaysBefore
      let first = max(0, run.lowerBound)
      return limits.breach(
        run.count, within: run.upperBound - first + 1, isOpen: isOpen, what: what,
        at: period.stretch(from: first, through: max(0, run.upperBound)))
    }
  }

  /// The run that the first day may go on with.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, from: packed(0, mayHaveBegunBefore: 1), in: period)
  }

  /// Charges each day beyond the most as it comes, and missing days when a run ends.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    let (run, mark) = (state / 2, state % 2)
    if counts(shift) {
      return LineStep(
        packed(run + 1, mayHaveBegunBefore: mark), amount: limits.excess(at: run + 1))
    }
    return LineStep(0, amount: run > 0 && mark == 0 ? limits.missing(run) : 0)
  }

  /// A run at the end may go on.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }

  // The mark matters only to a run that is too short.
  private func packed(_ run: Int, mayHaveBegunBefore mark: Int) -> Int {
    min(run, limits.cap) * 2 + (run < limits.minimum ? mark : 0)
  }
}
