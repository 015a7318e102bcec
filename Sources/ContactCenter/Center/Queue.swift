/// A waiting line of contacts that want the same skill: what it is, when it is open, what it promises.
public struct Queue: Hashable, Sendable {
  /// The name in files and plans; also the skill an agent needs for it.
  public var name: String
  /// The channel its contacts come through.
  public var channel: Channel
  /// The ordinary week; nil to infer it from history.
  public var openingHours: OpeningHours?
  /// Mean handle time where the history has none.
  public var handleTime: Seconds?
  /// Standard deviation of handle time over its mean; 1 is exponential.
  public var handleTimeVariation: Double
  /// Mean patience of a waiting customer; nil for customers who never give up.
  public var patience: Seconds?
  /// What the queue promises.
  public var target: ServiceTarget
  /// Rank when an agent can choose: 1 is served first; ties go to the queue served first in its group.
  public var priority: Int
  /// Contacts that one agent takes at the same time.
  public var sessions: Int
  /// The fewest agents while open.
  public var minimumAgents: Int

  /// Creates a queue.
  public init(
    name: String, channel: Channel, openingHours: OpeningHours? = nil, handleTime: Seconds? = nil,
    handleTimeVariation: Double = 1, patience: Seconds? = nil, target: ServiceTarget,
    priority: Int = 1, sessions: Int? = nil, minimumAgents: Int = 0
  ) {
    self.name = name
    self.channel = channel
    self.openingHours = openingHours
    self.handleTime = handleTime
    self.handleTimeVariation = handleTimeVariation
    self.patience = patience
    self.target = target
    self.priority = priority
    self.sessions = sessions ?? channel.usualSessions
    self.minimumAgents = minimumAgents
  }
}
