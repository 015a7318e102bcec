public import ContactCenter

/// How hard a roster is searched for, and what counts how much.
public struct RosterOptions: Hashable, Sendable {
  /// Stop a group when its cost is provably within this share of its best.
  public var relativeGap: Double
  /// The most times new lines are looked for in the linear program over all lines of a group.
  public var pricingRounds: Int
  /// The most neighborhoods of agents that are solved anew.
  public var neighborhoods: Int
  /// Billions of steps through the days' states that the search of one group may take; about a second each.
  public var effort: Double
  /// The most exchanges that even out the shares of the agents of one contract.
  public var fairnessSteps: Int
  /// Paid hours that one paid hour nobody works is worth.
  public var uncoveredPrice: Double
  /// What it costs where agents of one contract do not share alike.
  public var fairness: FairnessPrices
  /// Seed of the search's own random choices.
  public var randomSeed: Int
  /// Agents and groups that are worked on at the same time; the roster does not depend on it.
  public var threads: Int

  /// Creates options.
  public init(
    relativeGap: Double = 0.001, pricingRounds: Int = 400, neighborhoods: Int = 200,
    effort: Double = 10, fairnessSteps: Int = 400, uncoveredPrice: Double = 40,
    fairness: FairnessPrices = FairnessPrices(), randomSeed: Int = 1,
    threads: Int = 1
  ) {
    self.relativeGap = relativeGap
    self.pricingRounds = pricingRounds
    self.neighborhoods = neighborhoods
    self.effort = effort
    self.fairnessSteps = fairnessSteps
    self.uncoveredPrice = uncoveredPrice
    self.fairness = fairness
    self.randomSeed = randomSeed
    self.threads = threads
  }
}
