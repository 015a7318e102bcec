public import ContactCenter

/// Night shifts on days in a row: at least so many, at most so many.
///
/// Borders and *State*: see `RunRule`.
public struct ConsecutiveNightsRule: RunRule {
  /// `consecutive-nights`.
  public let name = "consecutive-nights"
  /// `night`.
  public let unit = "night"
  let what = "nights in a row"
  let limits: CountLimits

  /// Creates a rule from its terms.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or not whole.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    limits = try CountLimits(terms, wholeUpTo: 366)
  }

  func counts(_ shift: WorkLine.Shift?) -> Bool { shift?.isNight ?? false }
}
