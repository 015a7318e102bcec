/// What a case of the calculator can say: the input columns of its table, in order.
public enum ErlangParameter: String, Hashable, Sendable, CaseIterable {
  case model
  case contactsPerHour = "contacts_per_hour"
  case handleSeconds = "handle_seconds"
  case agents
  case lines
  case patienceSeconds = "patience_seconds"
  case patience
  case thresholdSeconds = "threshold_seconds"
  case redialAbandon = "redial_abandon"
  case redialBlock = "redial_block"
  case redialDelaySeconds = "redial_delay_seconds"
  case maximumSessions = "max_sessions"
  case slowdown
  case arrivalVariation = "arrival_cv2"
  case serviceVariation = "service_cv2"
  case approximation
  case target
  case targetKind = "target_kind"
  case maximumOccupancy = "max_occupancy"
  case definition
}

/// A set of parameters.
public struct ErlangParameters: OptionSet, Hashable, Sendable {
  /// One bit per parameter, in the order of the cases.
  public let rawValue: UInt32

  /// Creates a set from bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Creates a set of one.
  public init(_ parameter: ErlangParameter) {
    self.init(rawValue: 1 << UInt32(ErlangParameter.allCases.firstIndex(of: parameter) ?? 0))
  }

  /// Creates a set of several.
  public init(_ parameters: [ErlangParameter]) {
    self = parameters.reduce(into: []) { $0.insert(ErlangParameters($1)) }
  }

  /// The parameters in the set, in order.
  public var list: [ErlangParameter] {
    ErlangParameter.allCases.filter { contains(ErlangParameters($0)) }
  }
}
