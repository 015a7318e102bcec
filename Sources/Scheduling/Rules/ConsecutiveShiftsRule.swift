public import ContactCenter

/// Days in a row with a shift of the given types: at least so many, at most so many.
///
/// Borders and *State*: see `RunRule`.
public struct ConsecutiveShiftsRule: RunRule {
  /// `consecutive-shifts`.
  public let name = "consecutive-shifts"
  /// `shift`.
  public let unit = "shift"
  let limits: CountLimits
  let types: Set<String>
  let what: String

  /// Creates a rule from its terms.
  ///
  /// - Throws: `RuleTermsError` for a limit that is missing, reversed or not whole.
  public init(_ terms: RuleTerms) throws(RuleTermsError) {
    limits = try CountLimits(terms, wholeUpTo: 366)
    types = Set(terms.shiftTypes)
    what = "shifts of type \(types.sorted().joined(separator: ", ")) in a row"
  }

  func counts(_ shift: WorkLine.Shift?) -> Bool { shift?.type.map(types.contains) ?? false }
}
