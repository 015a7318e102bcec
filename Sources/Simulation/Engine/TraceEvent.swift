/// One thing that happened in a replication, for those who want to see how a number came about.
public struct TraceEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A contact came, for the first time or again.
    case arrived
    /// An IVR or a bot took it.
    case selfService = "self-service"
    /// The IVR or bot settled it.
    case contained
    /// There was no line, place or port for it.
    case blocked
    /// It waits.
    case waiting
    /// An agent took it.
    case answered
    /// An agent took it up again where it had stopped.
    case resumed
    /// It was put aside for another contact, or handed over at the end of a shift.
    case interrupted
    /// Its customer thinks.
    case thinking
    /// The agent was done with it.
    case ended
    /// Its customer gave up, or was sent away.
    case abandoned
    /// Its customer will try again, or come back.
    case returning
    /// It left for another queue.
    case moved
    /// Its customer chose to be called back.
    case callback
    /// Its customer was called and not reached.
    case unreached
    /// More groups may take it.
    case opened
    /// An agent came.
    case agentCame = "agent-came"
    /// An agent left.
    case agentLeft = "agent-left"
  }

  /// Seconds from the start of the model.
  public var seconds: Double
  /// What happened.
  public var kind: Kind
  /// The queue, where a contact is concerned.
  public var queue: String?
  /// The number of the contact in its first queue, from 0, with that queue's name: `billing#17`.
  public var contact: String?
  /// The group, where an agent is concerned.
  public var group: String?
  /// The agent: its name in a roster, its number in the group else.
  public var agent: String?
  /// Seconds waited in this queue, where the wait just ended.
  public var waitSeconds: Double?

  init(
    seconds: Double, kind: Kind, queue: String? = nil, contact: String? = nil,
    waitSeconds: Double? = nil
  ) {
    self.seconds = seconds
    self.kind = kind
    self.queue = queue
    self.contact = contact
    self.waitSeconds = waitSeconds
  }
}
