/// How hard a roster is searched for, and what counts how much.
public struct RosterOptions: Hashable, Sendable {
  /// Stop a group when its cost is provably within this share of its best.
  public var relativeGap: Double
  /// Stop a group after so many nodes of the search tree; nil is no limit.
  public var nodeLimit: Int?
  /// Stop a group after so many seconds of wall clock; a last resort, see `ShiftDesignOptions.timeLimitSeconds`.
  public var timeLimitSeconds: Double?
  /// Paid hours that one paid hour nobody works is worth.
  public var uncoveredPrice: Double
  /// Whether hours are evened out between agents of one contract once the shifts are covered.
  public var isFair: Bool
  /// Groups that are solved at the same time; the roster does not depend on it.
  public var threads: Int

  /// Creates options.
  public init(
    relativeGap: Double = 0.01, nodeLimit: Int? = 500, timeLimitSeconds: Double? = nil,
    uncoveredPrice: Double = 40, isFair: Bool = true, threads: Int = 1
  ) {
    self.relativeGap = relativeGap
    self.nodeLimit = nodeLimit
    self.timeLimitSeconds = timeLimitSeconds
    self.uncoveredPrice = uncoveredPrice
    self.isFair = isFair
    self.threads = threads
  }
}
