public import ContactCenter

/// The agents of one group in one interval, and why.
public struct GroupAgents: Hashable, Sendable {
  /// The group.
  public var group: String
  /// Agents needed on contacts.
  public var agents: Int
  /// Why not one fewer.
  public var reason: GroupReason
}

/// What a simulation says of one promise of one queue.
public struct GroupPromise: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// What is promised.
  public var measure: GroupMeasure
  /// The least service level, or the largest value of the others.
  public var limit: Double
  /// The simulated value; nil where nothing was counted.
  public var estimate: Double?
  /// Its 95 % half-width.
  public var halfWidth: Double?
  /// Whether the promise is kept by the estimate.
  public var isMet: Bool
  /// Whether that holds with the confidence asked for.
  public var isCertain: Bool
}

/// The answer for one interval.
public struct GroupStaffingInterval: Hashable, Sendable {
  /// The start of the interval.
  public var start: Instant
  /// Every group of the plan, by name.
  public var groups: [GroupAgents]
  /// Every promise of every queue with contacts, by queue.
  public var promises: [GroupPromise]
  /// What the agents cost in an hour; a group without cost counts 1.
  public var costPerHour: Double
  /// No answer that meets the targets costs less, as far as `PooledBound` can prove.
  public var leastCostPerHour: Double
  /// What agents dedicated to one queue each would cost.
  public var dedicatedCostPerHour: Double
  /// How many staffings were simulated.
  public var simulated: Int

  /// Limits of the plan that cannot be kept together.
  var conflicts: [LimitConflict] = []
  /// Sites with fewer agents than their minimum.
  var shortSites: [String] = []

  /// Whether every promise is kept.
  public var isMet: Bool { promises.allSatisfy(\.isMet) }
}

/// A requirement by group and what was noticed while making it.
public struct GroupStaffingResult: Sendable {
  /// The agents of every group in every interval, in the record's order and with its decimals.
  public var requirement: [GroupRequirementInterval]
  /// The same with reasons and simulated promises, by start.
  public var intervals: [GroupStaffingInterval]
  /// What was noticed.
  public var findings: [Finding]
}
