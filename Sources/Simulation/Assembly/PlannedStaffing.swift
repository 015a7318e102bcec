public import ContactCenter

/// Where the agents of a simulation come from, in the nouns of the plan.
public enum PlannedStaffing: Hashable, Sendable {
  /// The agents each queue needs, each queue with a group of its own that bears its name.
  case requirement(StaffingRequirement)
  /// The agents each group needs.
  case groupRequirement([GroupRequirementInterval])
  /// Who works when; agents without an entry in `agents` serve all queues of the group in their roster entries.
  case roster(Roster, agents: [Agent])
}

/// How the nouns become a model.
public struct AssemblyOptions: Hashable, Sendable {
  /// Contacts waiting at the start, by queue.
  public var initialBacklog: [String: Int]
  /// How often the first day is simulated before the run, unreported, so that it does not start empty.
  public var warmUpDays: Int
  /// Whether days vary in busyness as much as the forecast's quantiles say.
  public var usesForecastUncertainty: Bool

  /// Creates options.
  public init(
    initialBacklog: [String: Int] = [:], warmUpDays: Int = 0, usesForecastUncertainty: Bool = true
  ) {
    self.initialBacklog = initialBacklog
    self.warmUpDays = warmUpDays
    self.usesForecastUncertainty = usesForecastUncertainty
  }
}

/// A model made from the nouns, with what was noticed on the way.
public struct AssembledModel: Hashable, Sendable {
  /// The model.
  public var model: SimulationModel
  /// What was noticed.
  public var findings: [Finding]
}
