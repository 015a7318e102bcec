/// Queues that share a limited number of places: trunk lines, or a waiting room.
public struct LineGroup: Hashable, Sendable {
  /// What takes a place.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A contact in the system, from its arrival until talking ends: a trunk.
    case trunk
    /// A contact that waits.
    case waitingRoom = "waiting-room"
  }

  /// The name.
  public var name: String
  /// The queues.
  public var queues: [String]
  /// What takes a place.
  public var kind: Kind
  /// How many places there are; contacts that find none are blocked.
  public var places: Int

  /// Creates a group of lines.
  public init(name: String, queues: [String], kind: Kind = .trunk, places: Int) {
    self.name = name
    self.queues = queues
    self.kind = kind
    self.places = places
  }
}
