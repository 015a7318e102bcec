public import ContactCenter

/// One queue as the simulation sees it.
public struct QueueModel: Hashable, Sendable {
  /// The name; the queue's random streams are keyed by it.
  public var name: String
  /// The name of the channel, for totals.
  public var channel: String
  /// Expected contacts in each interval; the rate is constant inside an interval.
  public var expectedContacts: [Double]
  /// Mean handle time of the contacts that arrive in each interval, in seconds.
  public var meanHandleSeconds: [Double]
  /// Standard deviation of handle time over its mean: 1 is exponential, 0 constant, anything else lognormal.
  public var handleTimeVariation: Double
  /// Mean of the exponential patience in seconds; nil for customers who never give up.
  public var meanPatienceSeconds: Double?
  /// Standard deviation over mean of the day's busyness, a gamma factor with mean 1 on all rates of a day.
  public var busynessVariation: Double
  /// The target; its threshold and definition decide what is counted.
  public var target: ServiceTarget
  /// An abandonment after at most this wait is a short one, in seconds.
  public var shortAbandonSeconds: Double
  /// Contacts of this queue that one agent takes at the same time.
  public var sessions: Int
  /// The groups tried by a new contact, tier by tier; inside a tier the agent who is idle longest.
  ///
  /// Nil puts all groups that serve the queue into one tier. Groups missing from the tiers are tried last.
  public var groupTiers: [[String]]?
  /// Contacts waiting when the run starts; they are served first and counted in no interval.
  public var initialBacklog: Int

  /// Creates a queue that nobody is waiting in.
  public init(
    name: String, channel: String = "voice", expectedContacts: [Double],
    meanHandleSeconds: [Double], handleTimeVariation: Double = 1,
    meanPatienceSeconds: Double? = nil, busynessVariation: Double = 0,
    target: ServiceTarget = ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20)),
    shortAbandonSeconds: Double = 5, sessions: Int = 1, groupTiers: [[String]]? = nil,
    initialBacklog: Int = 0
  ) {
    self.name = name
    self.channel = channel
    self.expectedContacts = expectedContacts
    self.meanHandleSeconds = meanHandleSeconds
    self.handleTimeVariation = handleTimeVariation
    self.meanPatienceSeconds = meanPatienceSeconds
    self.busynessVariation = busynessVariation
    self.target = target
    self.shortAbandonSeconds = shortAbandonSeconds
    self.sessions = sessions
    self.groupTiers = groupTiers
    self.initialBacklog = initialBacklog
  }
}
