public import ContactCenter

/// Days with a shift, or with one of the given types, in each week, month, period or any so many days in a row.
///
/// Borders and *State*: see `SpanCount`.
public struct ShiftsRule: LineRule {
  /// `shifts`.
  public let name = "shifts"
  /// `shift`.
  public let unit = "shift"
  let count: SpanCount
  let types: Set<String>

  /// Creates a rule from its terms; it counts weeks and all types unless they say otherwise.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or not whole, or more than 63 rolling days.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    count = try SpanCount(
      try CountLimits(terms, wholeUpTo: 366), terms: terms, usually: .week)
    types = Set(terms.shiftTypes)
  }

  private func counts(_ shift: WorkLine.Shift) -> Bool {
    types.isEmpty || (shift.type.map(types.contains) ?? false)
  }

  /// One breach per span.
  public func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    let days = Dictionary(
      line.shifts.filter(counts).map { ($0.day, 1) }, uniquingKeysWith: { first, _ in first })
    let what =
      types.isEmpty ? "shifts" : "shifts of type \(types.sorted().joined(separator: ", "))"
    return count.breaches(of: days, what: what, in: period)
  }

  /// What the days before count towards spans that go on.
  public func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    replayed(history, in: period)
  }

  /// Charges shifts too many as they come, and those that are missing once they cannot come any more.
  public func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    count.step(
      from: state, day: day, adding: shift.map { counts($0) ? 1 : 0 } ?? 0, in: period)
  }

  /// Nothing is left to say.
  public func finish(from state: Int, in period: RosterPeriod) -> Double { 0 }
}
