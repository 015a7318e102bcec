/// What redials make of a case.
public struct RedialMeasures: Hashable, Sendable {
  /// Attempts, first calls and redials, for each contact.
  public var attemptsPerContact: Double
  /// Attempts per second.
  public var attemptsPerSecond: Double
  /// The share of contacts that is answered in the end, at whatever attempt.
  public var servedPerContact: Double
  /// What happens to an attempt: shares are of attempts.
  public var measures: ServiceMeasures

  /// Attempts per hour.
  public var attemptsPerHour: Double { attemptsPerSecond * 3600 }
}
