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
  /// How handle times spread; nil for the shape that ``handleTimeVariation`` stands for.
  public var handleTimeShape: DurationShape?
  /// Mean patience in seconds; nil for customers who never give up.
  public var meanPatienceSeconds: Double?
  /// How patience spreads.
  public var patienceShape: DurationShape
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
  /// Where contacts come from.
  public var arrivals: ArrivalSource
  /// What contacts do beyond arriving, waiting and being handled.
  public var behavior: QueueBehavior
  /// How a contact chooses among free agents of one tier.
  public var agentChoice: AgentChoice
  /// How the queue ranks where agents choose by weight or score.
  public var rank: QueueRank
  /// What happens to contacts that still wait after a while, in order of time.
  ///
  /// Groups that a step opens are closed to the queue's contacts before.
  public var steps: [RoutingStep]
  /// Idle agents of a group, by name, that this queue's contacts leave alone.
  ///
  /// A contact starts in the group only if more than so many of its agents are idle just before.
  public var reserves: [String: Int]
  /// The stretches in which the queue is open, in seconds from the start, ascending; nil for always.
  public var openSeconds: [Range<Double>]?
  /// The site the contacts belong to; agents of the same site are preferred inside a tier.
  public var site: String?

  /// Creates a queue that nobody is waiting in.
  public init(
    name: String, channel: String = "voice", expectedContacts: [Double],
    meanHandleSeconds: [Double], handleTimeVariation: Double = 1,
    meanPatienceSeconds: Double? = nil, busynessVariation: Double = 0,
    target: ServiceTarget = ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20)),
    shortAbandonSeconds: Double = 5, sessions: Int = 1, groupTiers: [[String]]? = nil,
    initialBacklog: Int = 0, handleTimeShape: DurationShape? = nil,
    patienceShape: DurationShape = .exponential, arrivals: ArrivalSource = .rates,
    behavior: QueueBehavior = QueueBehavior(), agentChoice: AgentChoice = .longestIdle,
    rank: QueueRank = QueueRank(), steps: [RoutingStep] = [], reserves: [String: Int] = [:],
    openSeconds: [Range<Double>]? = nil, site: String? = nil
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
    self.handleTimeShape = handleTimeShape
    self.patienceShape = patienceShape
    self.arrivals = arrivals
    self.behavior = behavior
    self.agentChoice = agentChoice
    self.rank = rank
    self.steps = steps
    self.reserves = reserves
    self.openSeconds = openSeconds
    self.site = site
  }
}
