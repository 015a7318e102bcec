import ContactCenter

/// Of a weekend all days are worked, or none.
///
/// A weekend that the border cuts is judged by what is known of it. The amount is the weekends worked in part; each is
/// charged on the first day that differs from those before.
///
/// *State*: whether the weekend at hand is worked so far, free so far, or in part.
public struct CompleteWeekendsRule: LineRule {
  /// `complete-weekends`.
  public let name = "complete-weekends"
  /// `weekend`.
  public let unit = "weekend"

  /// Creates the rule; it has no numbers.
  public init() {}

  /// One breach per weekend.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let worked = Set(line.daysWorked)
    return period.knownWeekends.compactMap { weekend in
      let isWorked = worked.contains(weekend.lowerBound)
      guard let parting = weekend.first(where: { worked.contains($0) != isWorked }), parting >= 0
      else { return nil }
      return LineBreach(
        period.stretch(from: max(0, weekend.lowerBound), through: weekend.upperBound), amount: 1,
        message: "the weekend of \(period.date(of: weekend.lowerBound).text) is worked in part")
    }
  }

  /// The part of a weekend that lies before.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges a weekend on the first day that differs.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    guard period.isWeekend(day) else { return LineStep(0) }
    // 0: no day yet, 1: all free, 2: all worked, 3: in part.
    let today = shift == nil ? 1 : 2
    let parts = state != 0 && state != 3 && state != today
    let next = state == 0 ? today : parts ? 3 : state
    return LineStep(period.endsWeekend(day) ? 0 : next, amount: parts ? 1 : 0)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
