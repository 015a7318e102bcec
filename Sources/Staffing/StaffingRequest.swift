public import ContactCenter
internal import Queueing

/// How to staff.
public struct StaffingOptions: Hashable, Sendable {
  /// The formula for queues where customers wait: `erlang-a` or `erlang-c`; nil for Erlang A where the
  /// queue has a patience and Erlang C elsewhere.
  public var method: String?
  /// The time below which an abandoned contact counts as short, for the definitions that ask.
  public var shortAbandon: Seconds
  /// The probability, given the forecast, with which the staff is to suffice; nil to staff for the mean.
  public var risk: Share?
  /// How rates that change over the day become requirements of intervals.
  public var overTime: OverTimeMethod
  /// The length of a staffing interval, over which the number of agents does not change; nil for the grid's.
  ///
  /// A multiple of the grid's: rows stay those of the grid, and all rows of one staffing interval repeat its agents.
  public var staffingInterval: IntervalLength?
  /// The share of scheduled agents who do not show up, each independently; nil where they all do.
  public var absence: Share?
  /// Replications of each round of `isa`.
  public var replications: Int
  /// The seed of `isa`.
  public var seed: UInt64

  /// Creates options.
  public init(
    method: String? = nil, shortAbandon: Seconds = Seconds(5), risk: Share? = nil,
    overTime: OverTimeMethod = .auto, staffingInterval: IntervalLength? = nil,
    absence: Share? = nil, replications: Int = 400, seed: UInt64 = 1
  ) {
    self.method = method
    self.shortAbandon = shortAbandon
    self.risk = risk
    self.overTime = overTime
    self.staffingInterval = staffingInterval
    self.absence = absence
    self.replications = replications
    self.seed = seed
  }
}

extension StaffingOptions {
  /// The names of the formulas that `method` may name.
  public static let formulas = QueueingCatalog.formulas.map { $0.name }
}

/// What to staff: everything but the forecast.
public struct StaffingRequest: Sendable {
  /// The queues with their targets.
  public var queues: [Queue]
  /// The grid whose intervals the forecast holds.
  public var grid: TimeGrid
  /// Time lost before agents reach contacts.
  public var shrinkage: ShrinkageLedger
  /// Closed days.
  public var calendar: BusinessCalendar
  /// How to staff.
  public var options: StaffingOptions
  /// Sample paths of the forecast; queues that have some take their uncertainty from them.
  public var paths: [SamplePathPoint]
  /// What becomes of each number of agents before it is told what they achieve; nil to leave the requirement alone.
  ///
  /// For the question what two agents fewer would mean: targets then decide nothing.
  public var changedAgents: (@Sendable (Int) -> Int)?

  /// Creates a request.
  public init(
    queues: [Queue], grid: TimeGrid, shrinkage: ShrinkageLedger = ShrinkageLedger(),
    calendar: BusinessCalendar = BusinessCalendar(), options: StaffingOptions = StaffingOptions(),
    paths: [SamplePathPoint] = []
  ) {
    self.queues = queues
    self.grid = grid
    self.shrinkage = shrinkage
    self.calendar = calendar
    self.options = options
    self.paths = paths
  }
}

/// A requirement and what was noticed while making it.
public struct StaffingResult: Sendable {
  /// The requirement, with the record's decimals.
  public var requirement: StaffingRequirement
  /// What was noticed.
  public var findings: [Finding]
  /// What each queue whose customers wait achieves over its days, and over weeks where these are promised.
  public var spans: [SpanService] = []
}
