public import ContactCenter

/// Days off in a row: at least so many, at most so many.
///
/// Borders and *State*: see `RunRule`.
public struct ConsecutiveDaysOffRule: RunRule {
  /// `consecutive-days-off`.
  public let name = "consecutive-days-off"
  /// `day`.
  public let unit = "day"
  let what = "days off in a row"
  let limits: CountLimits

  /// Creates a rule from its terms.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or not whole.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    limits = try CountLimits(terms, wholeUpTo: 366)
  }

  func counts(_ shift: WorkLine.Shift?) -> Bool { shift == nil }
}
