public import ContactCenter

/// What a simulation found.
public struct SimulationResult: Sendable {
  /// The SLA projection, with the record's decimals.
  public let outcome: Outcome
  /// All contacts of all replications, warm-up and backlog included.
  public let total: QueueTally
  /// How many replications were run.
  public let replications: Int

  init(_ estimates: OutcomeEstimates, _ options: SimulationOptions) {
    outcome = estimates.outcome()
    total = estimates.total
    replications = max(1, options.replications)
  }
}
