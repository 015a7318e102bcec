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
  /// The most agents, whatever the target asks for; nil without limit.
  public var maximumAgents: Int?
  /// How handle times spread; nil for the shape that ``handleTimeVariation`` stands for.
  public var handleTimeShape: DurationShape?
  /// How patience spreads around its mean.
  public var patienceShape = DurationShape.exponential
  /// Standard deviation over mean of the day's busyness; nil for as much as the forecast's quantiles say.
  public var busynessVariation: Double?
  /// What contacts do beyond arriving, waiting and being handled.
  public var behavior = QueueBehavior()
  /// How a contact chooses among the free agents of the groups open to it.
  public var agentChoice = AgentChoice.longestIdle
  /// How the queue ranks where agents choose by weight or score.
  public var rank = QueueRank()
  /// What happens to contacts that still wait after a while, in order of time.
  public var steps: [RoutingStep] = []
  /// Idle agents of a group, by name, that this queue's contacts leave alone.
  public var reserves: [String: Int] = [:]
  /// The site that contacts belong to, where there are several.
  public var site: String?

  /// Where its customers are: entries of the calendar with a region concern it where it is one of these.
  public var regions: [String] = []

  /// Creates a queue whose contacts arrive, wait and are handled; behavior and routing are set afterwards.
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
