/// A stretch of time about which an agent's availability is known.
public struct Availability: Hashable, Sendable {
  /// What the stretch means.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Cannot work.
    case leave
    /// Can work; where an agent has any such stretch, only inside them.
    case available
    /// Would like to be off; breaking it costs the price.
    case request
    /// Would like to work a shift that starts in the stretch; giving none costs the price.
    case wish
    /// A published shift that stays.
    case pinned
  }

  /// The agent.
  public var agent: String
  /// The first instant.
  public var start: Instant
  /// The first instant after.
  public var end: Instant
  /// What it means.
  public var kind: Kind
  /// What breaking a request or wish costs, in paid hours; 1 where nothing is said.
  public var price: Double?
  /// The shift type that a request or wish is about; nil for any shift.
  public var shiftType: String?

  /// Creates a stretch.
  public init(
    agent: String, start: Instant, end: Instant, kind: Kind, price: Double? = nil,
    shiftType: String? = nil
  ) {
    self.agent = agent
    self.start = start
    self.end = end
    self.kind = kind
    self.price = price
    self.shiftType = shiftType
  }
}
