public import ContactCenter

/// Weeks follow a cycle of shift types: all shifts of a week are of its type, and the next week has the next type.
///
/// Each agent may begin anywhere in the cycle: the shifts before the period, or the first ones in it, say where. Read in
/// order of days, every shift leaves only those places in the cycle that it fits; one that fits none of those left is a
/// breach, and leaves them as they were. A free week goes by like any other. The amount is the shifts outside.
///
/// *State*: the places in the cycle that are left, one bit each.
public struct RotationRule: LineRule {
  /// `rotation`.
  public let name = "rotation"
  /// `shift`.
  public let unit = "shift"
  let cycle: [String]

  /// Creates a rule from its terms: the `types` of the weeks in order.
  ///
  /// - Throws: `RuleTermsError` where they are not 2 to 52.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    cycle = terms.shiftTypes
    guard 2...52 ~= cycle.count else {
      throw RuleTermsError(
        rule: terms.rule, term: .types,
        problem: "names \(cycle.count) weeks, expected 2 to 52")
    }
  }

  /// One breach per shift.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    var places = Set(cycle.indices)
    var result: [LineBreach] = []
    for shift in line.shifts where -period.knownDaysBefore..<period.days ~= shift.day {
      let fitting = places.filter { type(place: $0, on: shift.day, in: period) == shift.type }
      if !fitting.isEmpty {
        places = fitting
      } else if shift.day >= 0 {
        let expected = Set(places.map { type(place: $0, on: shift.day, in: period) }).sorted()
        result.append(
          LineBreach(
            shift.stretch, amount: 1,
            message: "\(shift.type ?? "a shift of no type") in a week of "
              + expected.joined(separator: " or ")))
      }
    }
    return result
  }

  /// The type of the week that holds a day, for an agent who begins at a place of the cycle.
  private func type(place: Int, on day: Int, in period: RosterPeriod) -> String {
    let week = (period.monday(of: day) - period.monday(of: 0)) / 7
    let index = (place + week) % cycle.count
    return cycle[index < 0 ? index + cycle.count : index]
  }

  /// The places that the shifts before leave.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, from: (1 << cycle.count) - 1, in: period)
  }

  /// Charges a shift that fits none of the places left.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    guard let shift else { return LineStep(state) }
    var left = 0
    for place in cycle.indices where state & (1 << place) != 0 {
      if type(place: place, on: day, in: period) == shift.type { left |= 1 << place }
    }
    return left == 0 ? LineStep(state, amount: 1) : LineStep(left)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
