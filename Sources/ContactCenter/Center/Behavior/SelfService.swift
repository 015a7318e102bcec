/// An IVR or a bot that contacts meet before the queue.
public struct SelfService: Hashable, Sendable {
  /// A stretch of time in which the stage is out of order and contacts go straight to the queue.
  public struct Outage: Hashable, Sendable {
    /// The first second.
    public var start: Instant
    /// The first second after.
    public var end: Instant

    /// Creates an outage.
    public init(start: Instant, end: Instant) {
      self.start = start
      self.end = end
    }
  }

  /// Mean time spent with it.
  public var time: Seconds
  /// How that time spreads.
  public var shape: DurationShape
  /// The share of those who go through it and need no agent afterwards.
  public var containment: Share
  /// The share of contacts that ask for an agent at once and spend no time with it.
  public var leakage: Share
  /// Contacts it can serve at once, further ones being blocked; nil without limit.
  public var ports: Int?
  /// When it is out of order.
  public var outages: [Outage]
  /// What is added to the handle time of those who went through it and need an agent all the same.
  public var extraHandleTime: Seconds

  /// Creates a stage that is never out of order.
  public init(
    time: Seconds, shape: DurationShape = .exponential, containment: Share,
    leakage: Share = Share(0), ports: Int? = nil, outages: [Outage] = [],
    extraHandleTime: Seconds = Seconds(0)
  ) {
    self.time = time
    self.shape = shape
    self.containment = containment
    self.leakage = leakage
    self.ports = ports
    self.outages = outages
    self.extraHandleTime = extraHandleTime
  }
}
