/// Customers who try again after they gave up or found the lines busy.
public struct Redial: Hashable, Sendable {
  /// The share of abandoned contacts that try again.
  public var afterAbandonment: Share
  /// The share of blocked contacts that try again.
  public var afterBlock: Share
  /// The mean of the exponential time until the next attempt.
  public var delay: Seconds
  /// The most attempts of one customer, the first included; nil without limit.
  public var maximumAttempts: Int?
  /// The queue of the next attempt; nil for the same.
  public var queue: String?

  /// Creates redials.
  public init(
    afterAbandonment: Share, afterBlock: Share, delay: Seconds, maximumAttempts: Int? = nil,
    queue: String? = nil
  ) {
    self.afterAbandonment = afterAbandonment
    self.afterBlock = afterBlock
    self.delay = delay
    self.maximumAttempts = maximumAttempts
    self.queue = queue
  }
}

/// Contacts that an agent hands to another queue when done with them.
public struct Transfer: Hashable, Sendable {
  /// The share of answered contacts.
  public var share: Share
  /// The queue they are handed to.
  public var queue: String

  /// Creates a transfer.
  public init(share: Share, queue: String) {
    self.share = share
    self.queue = queue
  }
}

/// Answered contacts whose matter was not settled and who come back.
public struct Recontact: Hashable, Sendable {
  /// The share of answered contacts that come back.
  public var share: Share
  /// The mean of the exponential time until they do.
  public var delay: Seconds
  /// The queue they come back to; nil for the same.
  public var queue: String?

  /// Creates recontacts.
  public init(share: Share, delay: Seconds, queue: String? = nil) {
    self.share = share
    self.delay = delay
    self.queue = queue
  }
}
