/// A contact in turns: the agent writes, the customer thinks and writes back.
///
/// Mean handle time is the agent's time over all turns; thinking comes on top.
public struct Conversation: Hashable, Sendable {
  /// Mean number of the agent's turns, geometric and at least 1.
  public var turns: Double
  /// Mean of the exponential time the customer takes between two turns.
  public var thinking: Seconds
  /// Whether the contact keeps one of the agent's sessions while the customer thinks.
  ///
  /// Chat does. An agent of asynchronous messaging is freed between messages; the reply goes to the same agent
  /// where that agent is free, and to any other where not.
  public var keepsSession: Bool

  /// Creates a conversation.
  public init(turns: Double, thinking: Seconds, keepsSession: Bool = true) {
    self.turns = turns
    self.thinking = thinking
    self.keepsSession = keepsSession
  }
}
