/// A place where agents sit.
///
/// Agents who work remotely take no seat.
public struct Site: Hashable, Sendable {
  /// The name that groups and agents use.
  public var name: String
  /// The most agents who can sit there at once; nil without limit.
  public var seats: Int?
  /// The fewest agents there while any queue served there is open.
  public var minimumAgents = 0

  /// Creates a site without limits.
  public init(name: String) { self.name = name }
}
