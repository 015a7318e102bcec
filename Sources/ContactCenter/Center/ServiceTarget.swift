/// How a service level is counted.
///
/// Eight ways are in use; a plan names one, and every output repeats it.
///
/// Notation per period: O offered, Ans answered, Ab abandoned; index T within the threshold, s within the
/// short-abandon threshold.
public enum ServiceLevelDefinition: String, Hashable, Sendable, CaseIterable {
  /// Ans_T / (Ans + Ab).
  case offered
  /// Ans_T / Ans.
  case answered
  /// (Ans_T + Ab_T) / (Ans + Ab).
  case credit
  /// Ans_T / (Ans + Ab − Ab_T).
  case forgive
  /// Ans_T / (Ans + Ab − Ab_s).
  case forgiveShort = "forgive-short"
  /// (Ans_T + Ab_s) / (Ans + Ab).
  case creditShort = "credit-short"
  /// P(V ≤ T) of a caller who never gives up.
  case virtual
  /// (Ans − missed) / (Ans + Ab).
  case genesys
}

/// The period over which a service level is promised.
public enum TargetSpan: String, Hashable, Sendable, CaseIterable {
  /// Every staffing interval on its own.
  case interval
  /// All contacts of a local day together.
  case day
  /// All contacts of a week, Monday to Sunday, together.
  case week
}

/// What a queue promises: a service level, and limits beside it.
public struct ServiceTarget: Hashable, Sendable {
  /// The share of contacts to be answered within the threshold; nil where only limits count.
  public var serviceLevel: Share?
  /// The answer-time threshold, T.
  public var threshold: Seconds
  /// How the service level is counted.
  public var definition: ServiceLevelDefinition
  /// The longest average speed of answer (of answered contacts).
  public var maximumASA: Seconds?
  /// The largest share of offered contacts that may abandon.
  public var maximumAbandonment: Share?
  /// The largest occupancy of agents.
  public var maximumOccupancy: Share?
  /// The period over which the service level is promised; limits hold in every interval.
  public var span: TargetSpan

  /// Creates a target.
  public init(
    serviceLevel: Share?, threshold: Seconds, definition: ServiceLevelDefinition = .offered,
    maximumASA: Seconds? = nil, maximumAbandonment: Share? = nil, maximumOccupancy: Share? = nil,
    span: TargetSpan = .interval
  ) {
    self.serviceLevel = serviceLevel
    self.threshold = threshold
    self.definition = definition
    self.maximumASA = maximumASA
    self.maximumAbandonment = maximumAbandonment
    self.maximumOccupancy = maximumOccupancy
    self.span = span
  }

  /// Reads `80/20` (seconds) or `90%/4h`, nil where it is neither.
  public init?(text: String, definition: ServiceLevelDefinition = .offered) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let share = Share(text: String(halves[0])), share.value > 0,
      let threshold = Seconds(text: String(halves[1])), threshold.value.isFinite
    else { return nil }
    self.init(serviceLevel: share, threshold: threshold, definition: definition)
  }

  /// The target in words, such as `80%/20s` or `80%/20s over the day`.
  public var text: String {
    var parts: [String] = []
    if let serviceLevel {
      let over = span == .interval ? "" : " over the \(span.rawValue)"
      parts.append("\(serviceLevel.text)/\(threshold.text)\(over)")
    }
    if let maximumASA { parts.append("asa<=\(maximumASA.text)") }
    if let maximumAbandonment { parts.append("abandonment<=\(maximumAbandonment.text)") }
    if let maximumOccupancy { parts.append("occupancy<=\(maximumOccupancy.text)") }
    return parts.joined(separator: " ")
  }
}
