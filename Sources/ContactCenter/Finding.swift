/// Something worth telling that does not stop the work: it travels with the result and is never printed
/// where it is found.
public struct Finding: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    case note, warning, error

    /// Orders from note to error.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable word that scripts can look for, such as `history.duplicate-interval`.
  public var code: String
  /// What was found, with its count and first value.
  public var message: String
  /// Where: a file with line, a queue, an agent, an interval; empty where there is no one place.
  public var place: String
  /// What to do about it, beginning with "Maybe"; empty where nothing need be done.
  public var advice: String

  /// Creates a finding.
  public init(
    _ severity: Severity, code: String, _ message: String, place: String = "", advice: String = ""
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.advice = advice
  }
}
