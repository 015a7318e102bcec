/// How a simulation is run.
public struct SimulationOptions: Hashable, Sendable {
  /// The seed of all streams.
  public var seed: UInt64
  /// How many independent replications; at least 1, and errors need two.
  public var replications: Int
  /// How many replications run at the same time; the result does not depend on it.
  public var threads: Int

  /// Creates options.
  public init(seed: UInt64 = 1, replications: Int = 100, threads: Int = 1) {
    self.seed = seed
    self.replications = replications
    self.threads = threads
  }
}
