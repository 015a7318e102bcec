public import ContactCenter
public import MathematicalProgramming

/// The solver of staffing programs, under a name that callers above need no other import for.
public typealias StaffingSolver = HiGHSLibrary

/// How the agents of groups are searched for.
public struct GroupStaffingOptions: Hashable, Sendable {
  /// The seed of the simulations.
  public var seed: UInt64
  /// Intervals worked on at the same time; the answer does not depend on it.
  public var threads: Int
  /// The confidence with which a simulation decides; one that never gets so far decides by its estimate.
  public var confidence: Double
  /// The most replications of some 2,000 contacts that one decision takes.
  public var mostReplications: Int

  /// Creates options.
  public init(
    seed: UInt64 = 1, threads: Int = 1, confidence: Double = 0.99, mostReplications: Int = 256
  ) {
    self.seed = seed
    self.threads = threads
    self.confidence = confidence
    self.mostReplications = mostReplications
  }
}

/// What to staff by group: everything but the forecast.
public struct GroupStaffingRequest: Sendable {
  /// Queues, grid, shrinkage and calendar, as for a requirement by queue.
  public var staffing: StaffingRequest
  /// The groups with the queues they serve.
  public var groups: [AgentGroup]
  /// Places that queues share: trunk lines and waiting rooms.
  public var lines: [LineGroup]
  /// Where groups sit, with their seats.
  public var sites: [Site]
  /// How the search goes.
  public var options: GroupStaffingOptions
  /// The solver of the staffing programs.
  public var library: StaffingSolver

  /// Creates a request.
  public init(
    staffing: StaffingRequest, groups: [AgentGroup], lines: [LineGroup] = [],
    sites: [Site] = [], options: GroupStaffingOptions = GroupStaffingOptions(),
    library: StaffingSolver
  ) {
    self.staffing = staffing
    self.groups = groups
    self.lines = lines
    self.sites = sites
    self.options = options
    self.library = library
  }
}
