public import ContactCenter

/// The day after a shift of some types has no shift of others.
///
/// The amount is the pairs. *State*: whether the day before has such a shift.
public struct SuccessionsRule: LineRule {
  /// `successions`.
  public let name = "successions"
  /// `succession`.
  public let unit = "succession"
  let types: Set<String>
  let followers: Set<String>

  /// Creates a rule from its terms: `types`, and those that may not come `then`.
  ///
  /// - Throws: `RuleTermsError` where either is empty.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    types = Set(terms.shiftTypes)
    followers = Set(terms.followers)
    if types.isEmpty {
      throw RuleTermsError(rule: terms.rule, term: .types, problem: "is missing")
    }
    if followers.isEmpty {
      throw RuleTermsError(rule: terms.rule, term: .then, problem: "is missing")
    }
  }

  /// One breach per shift that may not follow.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let known = line.shifts.filter { -period.knownDaysBefore..<period.days ~= $0.day }
    let byDay = Dictionary(grouping: known, by: \.day)
    return known.compactMap { shift in
      guard shift.day >= 0, let type = shift.type, followers.contains(type),
        let before = byDay[shift.day - 1]?.compactMap(\.type).first(where: types.contains)
      else { return nil }
      return LineBreach(
        shift.stretch, amount: 1, message: "\(type) on the day after \(before)")
    }
  }

  /// Whether the last day before has such a shift.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges a shift that may not follow.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    guard let type = shift?.type else { return LineStep(0) }
    return LineStep(
      types.contains(type) ? 1 : 0, amount: state == 1 && followers.contains(type) ? 1 : 0)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
