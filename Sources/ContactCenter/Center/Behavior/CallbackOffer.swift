/// The offer to be called back in place of waiting.
public struct CallbackOffer: Hashable, Sendable {
  /// When the customer is called.
  public enum Kind: Hashable, Sendable {
    /// When the contact's place in line comes up: virtual hold.
    case virtualHold
    /// After this time: a scheduled callback, which then joins the end of the line.
    case scheduled(after: Seconds)
  }

  /// When the customer is called.
  public var kind: Kind
  /// The offer is made where the expected wait on arrival is longer than this.
  public var expectedWait: Seconds
  /// The share of those asked who accept.
  public var acceptance: Share
  /// The share of calls that reach the customer.
  public var reached: Share
  /// The agent's time spent on a call that does not.
  public var attempt: Seconds
  /// What the patience of those who decline is multiplied by.
  public var declinedPatience: Double

  /// Creates an offer.
  public init(
    kind: Kind = .virtualHold, expectedWait: Seconds, acceptance: Share, reached: Share = Share(1),
    attempt: Seconds = Seconds(30), declinedPatience: Double = 1
  ) {
    self.kind = kind
    self.expectedWait = expectedWait
    self.acceptance = acceptance
    self.reached = reached
    self.attempt = attempt
    self.declinedPatience = declinedPatience
  }
}
