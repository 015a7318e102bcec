public import ContactCenter

/// Working days in a row: at least so many, at most so many.
///
/// Borders and *State*: see `RunRule`.
public struct ConsecutiveDaysRule: RunRule {
  /// `consecutive-days`.
  public let name = "consecutive-days"
  /// `day`.
  public let unit = "day"
  let what = "working days in a row"
  let limits: CountLimits

  /// Creates a rule from its terms.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or not whole.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    limits = try CountLimits(terms, wholeUpTo: 366)
  }

  func counts(_ shift: WorkLine.Shift?) -> Bool { shift != nil }
}
