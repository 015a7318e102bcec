/// What arrives at a queue and how long it takes: the part of a case that does not depend on agents.
public struct Traffic: Hashable, Sendable {
  /// Arrivals per second, λ.
  public let arrivalsPerSecond: Double
  /// Mean handle time in seconds, 1/μ.
  public let meanHandleSeconds: Double
  /// Mean patience in seconds, 1/θ; infinite for customers who never give up.
  public let meanPatienceSeconds: Double

  /// Creates traffic from rates.
  ///
  /// *Throws*: `QueueingError.outOfRange` unless 0 < λ, 0 < handle time, 0 < patience and none is beyond
  /// what a planet can call: 10⁷ erlangs, 10¹⁰ seconds of patience.
  public init(
    arrivalsPerSecond: Double, meanHandleSeconds: Double, meanPatienceSeconds: Double = .infinity
  ) throws(QueueingError) {
    try Self.check("arrivals per second", arrivalsPerSecond, 1e-12, 1e9)
    try Self.check("mean handle time in seconds", meanHandleSeconds, 1e-6, 1e9)
    if meanPatienceSeconds != .infinity {
      try Self.check("mean patience in seconds", meanPatienceSeconds, 1e-6, Self.longestPatience)
    }
    try Self.check("offered load in erlangs", arrivalsPerSecond * meanHandleSeconds, 1e-15, 1e7)
    self.arrivalsPerSecond = arrivalsPerSecond
    self.meanHandleSeconds = meanHandleSeconds
    self.meanPatienceSeconds = meanPatienceSeconds
  }

  /// Creates traffic from contacts in a period, such as 100 contacts in 1800 seconds.
  ///
  /// *Throws*: as the other initializer.
  public init(
    contacts: Double, inSeconds period: Double, meanHandleSeconds: Double,
    meanPatienceSeconds: Double = .infinity
  ) throws(QueueingError) {
    try Self.check("the period in seconds", period, 1e-3, 1e12)
    try self.init(
      arrivalsPerSecond: contacts / period, meanHandleSeconds: meanHandleSeconds,
      meanPatienceSeconds: meanPatienceSeconds)
  }

  /// The offered load, a = λ/μ, in erlangs.
  public var loadErlangs: Double { arrivalsPerSecond * meanHandleSeconds }

  /// Whether customers give up at all.
  public var isPatienceFinite: Bool { meanPatienceSeconds < .infinity }

  private static let longestPatience = 1e10

  static func check(
    _ quantity: String, _ value: Double, _ low: Double, _ high: Double
  ) throws(QueueingError) {
    guard value >= low, value <= high else {
      throw .outOfRange(quantity: quantity, value: value, expected: "\(low) to \(high)")
    }
  }
}
