/// Agents who serve the same queues.
public struct GroupModel: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The queues served; a free agent takes the contact that waits longest in the first of them that is not empty.
  public var queues: [String]

  /// Creates a group.
  public init(name: String, queues: [String]) {
    self.name = name
    self.queues = queues
  }
}
