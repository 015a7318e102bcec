/// A rule of a contract that asks for nothing, or for what cannot be.
public struct RuleTermsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The part of the terms that is wrong, by its key in a plan.
  public enum Term: String, Hashable, Sendable {
    case rule
    case minimum = "min"
    case maximum = "max"
    case price, per, types, then, days, after
  }

  /// The rule's name.
  public var rule: String
  /// What is wrong.
  public var term: Term
  /// Why: "is 3, above max 2".
  public var problem: String

  /// Creates an error.
  public init(rule: String, term: Term, problem: String) {
    self.rule = rule
    self.term = term
    self.problem = problem
  }

  /// One line.
  public var description: String { "\(term.rawValue) of rule \(rule) \(problem)" }
}
