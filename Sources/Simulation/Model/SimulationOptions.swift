/// How a simulation is run.
public struct SimulationOptions: Hashable, Sendable {
  /// How random numbers are drawn over replications.
  public enum Sampling: String, Hashable, Sendable, CaseIterable {
    /// Independently.
    case independent
    /// In pairs: every second replication takes one minus each uniform number of the one before.
    case antithetic
    /// With the busyness of days spread evenly over the replications.
    case stratified
  }

  /// The seed of all streams.
  public var seed: UInt64
  /// How many independent replications; at least 1, and errors need two.
  public var replications: Int
  /// How many replications run at the same time; the result does not depend on it.
  public var threads: Int
  /// How random numbers are drawn over replications.
  public var sampling: Sampling
  /// The 95 % half-width of the center's service level at which to stop early; nil to run all replications.
  ///
  /// Looked at after 10, 20, 40, … replications whatever the threads are.
  public var precision: Double?
  /// Whether the known mean of arrivals is used to sharpen service levels (control variates).
  public var usesControlVariates: Bool
  /// Whether every customer's patience has an event of its own, also where nothing depends on it.
  ///
  /// For tests: the result is the same to the last bit.
  public var usesPatienceTimers: Bool

  /// Creates options.
  public init(
    seed: UInt64 = 1, replications: Int = 100, threads: Int = 1,
    sampling: Sampling = .independent, precision: Double? = nil, usesControlVariates: Bool = false,
    usesPatienceTimers: Bool = false
  ) {
    self.seed = seed
    self.replications = replications
    self.threads = threads
    self.sampling = sampling
    self.precision = precision
    self.usesControlVariates = usesControlVariates
    self.usesPatienceTimers = usesPatienceTimers
  }
}
