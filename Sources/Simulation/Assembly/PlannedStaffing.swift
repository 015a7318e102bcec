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
  /// The share of rostered shifts that are not worked, drawn per agent and shift; a requirement has no absence.
  ///
  /// An agent's stretches of work are one shift where less than 4 hours lie between them, as at a break.
  public var absence: Share
  /// Lateness, the end of shifts and outages of sites.
  public var attendance: Attendance
  /// How new hires grow into full speed; nil where all work at theirs from the first day.
  public var rampUp: RampUp?
  /// Places that queues share: trunk lines and waiting rooms.
  public var lineGroups: [LineGroup]
  /// Sample paths of the forecast; queues that have some take their volumes from them.
  public var paths: [SamplePathPoint]
  /// Contacts as they were recorded; queues that have some see these come in place of random ones.
  public var contacts: [ContactRecord]

  /// Creates options.
  public init(
    initialBacklog: [String: Int] = [:], warmUpDays: Int = 0, usesForecastUncertainty: Bool = true,
    absence: Share = Share(0), attendance: Attendance = Attendance(), rampUp: RampUp? = nil,
    lineGroups: [LineGroup] = [], paths: [SamplePathPoint] = [],
    contacts: [ContactRecord] = []
  ) {
    self.initialBacklog = initialBacklog
    self.warmUpDays = warmUpDays
    self.usesForecastUncertainty = usesForecastUncertainty
    self.absence = absence
    self.attendance = attendance
    self.rampUp = rampUp
    self.lineGroups = lineGroups
    self.paths = paths
    self.contacts = contacts
  }
}

/// A model made from the nouns, with what was noticed on the way.
public struct AssembledModel: Hashable, Sendable {
  /// The model.
  public var model: SimulationModel
  /// What was noticed.
  public var findings: [Finding]
}
