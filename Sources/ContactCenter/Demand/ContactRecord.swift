/// One contact as a call-by-call log tells it.
public struct ContactRecord: Hashable, Sendable {
  /// How a contact ended.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case answered, abandoned, blocked, transferred, callback
    case selfServed = "self-served"
  }

  /// When it came to the queue.
  public var timestamp: Instant
  /// The queue.
  public var queue: String
  /// The channel's name.
  public var channel: String
  /// How it ended.
  public var outcome: Outcome
  /// Seconds waited for an agent.
  public var waitSeconds: Double?
  /// Seconds talked.
  public var talkSeconds: Double?
  /// Seconds on hold.
  public var holdSeconds: Double?
  /// Seconds of work after the contact.
  public var wrapSeconds: Double?
  /// Talk, hold and wrap together.
  public var handleSeconds: Double?
  /// Seconds with an IVR or bot.
  public var selfServiceSeconds: Double?
  /// The agent.
  public var agent: String?
  /// The customer.
  public var customer: String?
  /// The queue it was handed to.
  public var transferredTo: String?

  /// Creates a contact without its optional columns.
  public init(timestamp: Instant, queue: String, channel: String, outcome: Outcome) {
    self.timestamp = timestamp
    self.queue = queue
    self.channel = channel
    self.outcome = outcome
  }
}
