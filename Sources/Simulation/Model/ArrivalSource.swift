/// Where a queue's contacts come from; all volumes are per interval of the model.
public enum ArrivalSource: Hashable, Sendable {
  /// A Poisson process with the model's expected contacts, times the day's and the interval's busyness.
  case rates
  /// Volumes on sample paths of a forecast: replication r takes path r modulo their number, contacts come at
  /// independent uniform times of their interval, and a volume that is not whole is rounded up or down at random.
  ///
  /// Busyness is not applied: paths carry their own.
  case paths([[Double]])
  /// Contacts as they were recorded, in any order.
  case trace([TracedContact])
}

/// One recorded contact.
public struct TracedContact: Hashable, Sendable {
  /// Seconds from the start of the model.
  public var seconds: Double
  /// The handle time it took, in seconds; nil to draw one.
  public var handleSeconds: Double?
  /// The wait after which its customer gave up or would have, in seconds; nil to draw one.
  public var patienceSeconds: Double?

  /// Creates a contact.
  public init(seconds: Double, handleSeconds: Double? = nil, patienceSeconds: Double? = nil) {
    self.seconds = seconds
    self.handleSeconds = handleSeconds
    self.patienceSeconds = patienceSeconds
  }
}
