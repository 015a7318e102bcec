public import ContactCenter

/// A least and a most of something that is counted.
public struct CountLimits: Hashable, Sendable {
  /// The least; 0 without one.
  public let minimum: Int
  /// The most; nil without one.
  public let maximum: Int?

  /// Creates limits.
  public init(minimum: Int = 0, maximum: Int? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Reads whole limits out of terms.
  ///
  /// - Throws: `RuleTermsError` where neither is given, one is not whole or beyond `largest`, or they are reversed.
  public init(_ terms: RuleTerms, wholeUpTo largest: Int) throws(RuleTermsError) {
    func whole(_ value: Double?, _ term: RuleTermsError.Term) throws(RuleTermsError) -> Int? {
      guard let value else { return nil }
      guard value >= 0, value <= Double(largest), value == value.rounded() else {
        throw RuleTermsError(
          rule: terms.rule, term: term,
          problem: "is \(value), expected a whole number from 0 to \(largest)")
      }
      return Int(value)
    }
    let least = try whole(terms.minimum, .minimum)
    maximum = try whole(terms.maximum, .maximum)
    minimum = least ?? 0
    guard least != nil || maximum != nil else {
      throw RuleTermsError(
        rule: terms.rule, term: .maximum, problem: "is missing, and so is min: nothing is asked")
    }
    if let maximum, minimum > maximum {
      throw RuleTermsError(
        rule: terms.rule, term: .minimum, problem: "is \(minimum), above max \(maximum)")
    }
  }

  /// Reads limits in hours out of terms, as minutes.
  ///
  /// - Throws: `RuleTermsError` where neither is given, one is below 0 or beyond `largest` hours, or they are reversed.
  public init(_ terms: RuleTerms, hoursUpTo largest: Int) throws(RuleTermsError) {
    func minutes(_ value: Double?, _ term: RuleTermsError.Term) throws(RuleTermsError) -> Int? {
      guard let value else { return nil }
      guard value >= 0, value <= Double(largest) else {
        throw RuleTermsError(
          rule: terms.rule, term: term, problem: "is \(value)h, expected 0h to \(largest)h")
      }
      return Int((value * 60).rounded())
    }
    let least = try minutes(terms.minimum, .minimum)
    maximum = try minutes(terms.maximum, .maximum)
    minimum = least ?? 0
    guard least != nil || maximum != nil else {
      throw RuleTermsError(
        rule: terms.rule, term: .maximum, problem: "is missing, and so is min: nothing is asked")
    }
    if let maximum, minimum > maximum {
      throw RuleTermsError(
        rule: terms.rule, term: .minimum,
        problem: "is \(RuleNumbers.hours(minimum)), above max \(RuleNumbers.hours(maximum))")
    }
  }

  /// The count from which on nothing changes: the largest limit, because what comes on top of it is too many.
  public var cap: Int { max(minimum, maximum ?? 0) }

  /// What the unit that makes the count `count` adds to the amount above the most.
  public func excess(at count: Int) -> Double { maximum.map { count > $0 ? 1 : 0 } ?? 0 }

  /// How much a count lacks to the least.
  public func missing(_ count: Int) -> Double { Double(max(0, minimum - count)) }

  /// The breach of a finished count; nil where it is inside.
  ///
  /// - Parameters:
  ///   - inside: how much of the count lies in the period: no more than that can be too many.
  ///   - isOpen: whether the count may go on outside of what is known, and so is not too small.
  ///   - what: what is counted, such as "working days in a row".
  public func breach(
    _ count: Int, within inside: Int? = nil, isOpen: Bool = false, what: String,
    at stretch: Interval
  ) -> LineBreach? {
    if let maximum, count > maximum {
      let excess = min(count - maximum, inside ?? count)
      guard excess > 0 else { return nil }
      return LineBreach(
        stretch, amount: Double(excess), message: "\(count) \(what), at most \(maximum)")
    }
    guard !isOpen, count < minimum else { return nil }
    return LineBreach(
      stretch, amount: missing(count), message: "\(count) \(what), at least \(minimum)")
  }
}
