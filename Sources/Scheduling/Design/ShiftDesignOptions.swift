public import ContactCenter

/// How hard a design is searched for, and what being short costs.
public struct ShiftDesignOptions: Hashable, Sendable {
  /// Stop when the plan as a whole is provably within this share of the best under its daily caps; 0.01 is 1 %.
  public var relativeGap: Double
  /// Stop a day after so many nodes of the search tree; nil is no limit.
  ///
  /// One, the root, is enough for hundreds of agents. Where one or two are needed, whole people leave gaps of several
  /// per cent that more nodes prove at great expense and rarely close.
  public var nodeLimit: Int?
  /// Stop a day after so many seconds of wall clock: a last resort, because another machine may then find another plan.
  public var timeLimitSeconds: Double?
  /// What is weighed against paid hours.
  public var prices = SchedulePrices()
  /// Paid hours that one agent-hour short is worth.
  public var shortagePrice: Double {
    get { prices.short }
    set { prices.short = newValue }
  }
  /// Days that are solved at the same time; the plan does not depend on it.
  public var threads: Int

  /// Creates options; the defaults suit a center of up to a few hundred agents.
  public init(
    relativeGap: Double = 0.01, nodeLimit: Int? = 1, timeLimitSeconds: Double? = nil,
    shortagePrice: Double = 20, threads: Int = 1
  ) {
    self.relativeGap = relativeGap
    self.nodeLimit = nodeLimit
    self.timeLimitSeconds = timeLimitSeconds
    self.threads = threads
    prices.short = shortagePrice
  }
}
