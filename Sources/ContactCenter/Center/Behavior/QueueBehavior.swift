/// What the contacts of a queue do beyond arriving, waiting and being handled.
///
/// Behaviors are attributes: a queue has those that are said and no others, on any channel.
public struct QueueBehavior: Hashable, Sendable {
  /// What happens to those who still wait when the queue closes.
  public enum Closing: String, Hashable, Sendable, CaseIterable {
    /// They are served as long as agents are there, and carried over the night.
    case serve
    /// They are sent away and count as abandoned.
    case dismiss
  }

  /// Which hours count toward the answer-time threshold.
  public enum Clock: String, Hashable, Sendable, CaseIterable {
    /// All.
    case always
    /// Those in which the queue is open.
    case openHours = "open-hours"
  }

  /// A class of contacts served before the others of the queue: VIP.
  public struct Preference: Hashable, Sendable {
    /// The share of contacts that belong to it.
    public var share: Share
    /// What their patience is multiplied by.
    public var patience: Double

    /// Creates a class.
    public init(share: Share, patience: Double = 1) {
      self.share = share
      self.patience = patience
    }
  }

  /// The share that leaves at once where nobody is free.
  public var balking = Share(0)
  /// The most contacts that may wait, further ones being blocked; nil without limit.
  public var maximumWaiting: Int?
  /// Customers served before the others.
  public var preferred: Preference?
  /// Who tries again.
  public var redial: Redial?
  /// Who is handed on.
  public var transfers: [Transfer] = []
  /// Who comes back.
  public var recontact: Recontact?
  /// What stands in front.
  public var selfService: SelfService?
  /// The offer to be called back.
  public var callback: CallbackOffer?
  /// What handle time is multiplied by at 1, 2, … sessions in work at once; the last holds for more.
  public var handleTimeByLevel: [Double] = []
  /// Turns and thinking.
  public var conversation: Conversation?
  /// Whether live work takes an agent away from these contacts, which go on later where they stopped.
  public var isInterruptible = false
  /// Which hours count toward the threshold.
  public var clock = Clock.always
  /// What happens at closing time.
  public var closing = Closing.serve
  /// The share of handle time that is work after the customer has gone: it holds the agent and no line.
  public var wrapUp = Share(0)
  /// Contacts the center makes itself.
  public var outbound: OutboundCampaign?
  /// Whether a customer who is back goes to the agent of last time where that agent is free.
  public var prefersLastAgent = false
  /// Standard deviation over mean of each interval's own busyness, a gamma factor beside the day's.
  public var intervalVariation = 0.0
  /// The correlation of the day's busyness with that of all other queues that have one.
  public var busynessCorrelation = Share(0)

  /// Pushes and surveys that bring contacts beside the forecast.
  public var campaigns: [ResponseCampaign] = []
  /// Contacts that wait when the forecast begins.
  public var startingBacklog = 0

  /// Creates contacts that arrive, wait and are handled.
  public init() {}
}
