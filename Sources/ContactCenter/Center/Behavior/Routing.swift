/// How a contact chooses among the free agents of the groups open to it.
///
/// Fewest contacts in progress comes first under every policy; ties go to the agent free for longest, then by name.
public enum AgentChoice: String, Hashable, Sendable, CaseIterable {
  /// The agent free for longest.
  case longestIdle = "longest-idle"
  /// An agent of the group with most idle agents.
  case mostIdleGroup = "most-idle-group"
  /// The agent with the smallest share of busy time so far.
  case leastOccupied = "least-occupied"
  /// The agents of the groups in turn.
  case roundRobin = "round-robin"
  /// The fastest agent for the queue.
  case bestProficiency = "best-proficiency"
  /// An agent of the group that costs least.
  case lowestCost = "lowest-cost"
  /// An agent of the group that serves the fewest queues.
  case fewestSkills = "fewest-skills"
}

/// How a free agent chooses among the queues in which someone waits.
///
/// Inside a queue the contact that waits longest comes first, preferred customers before others. Ties go to the queue
/// that comes first in the group's list.
public enum QueueChoice: String, Hashable, Sendable, CaseIterable {
  /// The first queue of the group's list.
  case priority
  /// The contact that waits longest.
  case oldest
  /// The contact whose wait times its queue's weight is largest.
  case weightedWait = "weighted-wait"
  /// The contact whose answer-time threshold comes, or came, first.
  case nearestDeadline = "nearest-deadline"
  /// The queue in which most contacts wait.
  case longestQueue = "longest-queue"
  /// The contact with the largest score: its queue's base plus slope times seconds waited.
  case score
}

/// How a queue ranks where agents choose by weight or score.
public struct QueueRank: Hashable, Sendable {
  /// What a wait is multiplied by under weighted wait.
  public var weight: Double
  /// The score of a contact that has just come.
  public var base: Double
  /// What a second of waiting adds to the score.
  public var slope: Double

  /// Creates a rank; all queues alike unless told.
  public init(weight: Double = 1, base: Double = 0, slope: Double = 1) {
    self.weight = weight
    self.base = base
    self.slope = slope
  }
}

/// What happens to a contact that still waits after a while: one line of a routing script.
public struct RoutingStep: Hashable, Sendable {
  /// What must hold at that moment; each contact is asked once.
  public enum Condition: Hashable, Sendable {
    /// At least so many contacts wait in the queue.
    case waitingAtLeast(Int)
    /// At most so many agents of the groups that serve the queue are idle.
    case idleAtMost(Int)
    /// A contact that came now would expect to wait at least so long.
    case expectedWaitAtLeast(Seconds)
  }

  /// What is done.
  public enum Action: Hashable, Sendable {
    /// These groups may take the contact as well: overflow, or the next ring of a bullseye.
    case open(groups: [String])
    /// The contact leaves for the end of another queue's line, where it counts as offered.
    case move(queue: String)
    /// The contact is sent away and counts as abandoned.
    case dismiss
  }

  /// Seconds waited; 0 for on arrival, before anything else is tried.
  public var after: Seconds
  /// All of these must hold.
  public var conditions: [Condition]
  /// What is done.
  public var action: Action

  /// Creates a step.
  public init(after: Seconds, conditions: [Condition] = [], action: Action) {
    self.after = after
    self.conditions = conditions
    self.action = action
  }
}
