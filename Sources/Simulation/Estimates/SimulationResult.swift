public import ContactCenter

/// What a simulation found.
public struct SimulationResult: Sendable {
  /// The SLA projection, with the record's decimals.
  public let outcome: Outcome
  /// All contacts of all replications, warm-up and backlog included; without a backlog, which is a state.
  public let total: QueueTally
  /// How many replications were run: the most allowed, or fewer where the precision asked for was reached.
  public let replications: Int
  /// The 95 % half-width of the center's service level over the run; nil where there is none, as with one replication.
  public let halfWidth: Double?
  /// Whether ``halfWidth`` is as small as `SimulationOptions.precision` asked for; nil where nothing was asked.
  public let isPrecise: Bool?
  /// The run's service level of center, channels and queues under every definition.
  public let serviceLevels: [ServiceLevelEstimate]
  /// The run of every subject, replication by replication.
  let runs: [Run]
  /// How many neighboring replications belong together.
  let unitSize: Int

  /// One subject's run.
  struct Run: Sendable {
    var level: OutcomeRow.Level
    var name: String
    /// In order of replication.
    var sums: [RunSums]
  }

  init(_ estimates: OutcomeEstimates, _ stopping: SequentialStopping) {
    var estimates = estimates
    estimates.finish()
    outcome = estimates.outcome()
    total = estimates.total
    replications = estimates.replications
    halfWidth = estimates.halfWidth
    isPrecise = stopping.isReached(estimates.halfWidth)
    serviceLevels = estimates.serviceLevels
    runs = zip(estimates.subjects, estimates.runs).map { subject, sums in
      Run(level: subject.level, name: subject.name, sums: sums)
    }
    unitSize = estimates.unitSize
  }

  /// The run's service level of one subject under one definition; nil where there is no such subject.
  public func serviceLevel(
    _ level: OutcomeRow.Level, _ name: String, _ definition: ServiceLevelDefinition
  ) -> ServiceLevelEstimate? {
    serviceLevels.first { $0.level == level && $0.name == name && $0.definition == definition }
  }
}
