/// Contacts the center makes itself, in the time that inbound work leaves idle.
///
/// The queue's volumes are the numbers to dial as they are loaded; what is not dialed stays on the list.
public struct OutboundCampaign: Hashable, Sendable {
  /// How numbers are dialed.
  public enum Pacing: String, Hashable, Sendable, CaseIterable {
    /// An agent looks at the record, dials and waits for the answer.
    case preview
    /// One line is dialed for each idle agent, who is held for it.
    case progressive
    /// More lines are dialed than agents are idle, as far as the cap on abandoned calls allows.
    case predictive
  }

  /// How numbers are dialed.
  public var pacing: Pacing
  /// The share of attempts that someone answers.
  public var connected: Share
  /// The share of connected calls that reach the right person; the others take `wrongParty`.
  public var rightParty: Share
  /// Mean time from dialing to an answer or its lack; in preview the time to look at the record included.
  public var attempt: Seconds
  /// The agent's time with a wrong person.
  public var wrongParty: Seconds
  /// The largest share of connected calls without an agent within ``patience``, by which predictive dialing paces itself.
  public var abandonmentCap: Share
  /// How long a connected customer waits for an agent.
  public var patience: Seconds
  /// Idle agents of a group that dialing leaves alone, for inbound work.
  public var reserve: Int

  /// Creates a campaign.
  public init(
    pacing: Pacing, connected: Share, rightParty: Share = Share(1), attempt: Seconds,
    wrongParty: Seconds = Seconds(20), abandonmentCap: Share = Share(0.03),
    patience: Seconds = Seconds(2), reserve: Int = 0
  ) {
    self.pacing = pacing
    self.connected = connected
    self.rightParty = rightParty
    self.attempt = attempt
    self.wrongParty = wrongParty
    self.abandonmentCap = abandonmentCap
    self.patience = patience
    self.reserve = reserve
  }
}
