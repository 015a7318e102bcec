public import ContactCenter

/// How many agents each queue needs in each interval of a horizon: what shifts are designed for and rosters are
/// audited against.
///
/// The numbers are agents on contacts plus whatever shrinkage is *not* scheduled explicitly. Breaks are: their share
/// must have left the ledger before the numbers come here.
public struct CoverageNeed: Hashable, Sendable {
  /// The need of one queue.
  public struct QueueNeed: Hashable, Sendable {
    /// The queue.
    public var queue: String
    /// Agents needed in each interval of the horizon; fractions are allowed and priced as such.
    public var agents: [Double]
    /// Whether the queue is open in each interval: shifts lie between a day's first and last open interval.
    public var isOpen: [Bool]
    /// A service level promised over days or weeks: `agents` are then the fewest, and more come where they serve it best.
    public var promise: ServicePromise?

    /// Creates a need; without opening hours, the queue is open where it needs anyone.
    public init(queue: String, agents: [Double], isOpen: [Bool]? = nil) {
      self.queue = queue
      self.agents = agents
      self.isOpen = isOpen ?? agents.map { $0 > 0 }
    }
  }

  /// The grid that cuts the horizon into intervals.
  public let grid: TimeGrid
  /// The first day of the horizon.
  public let firstDate: CivilDate
  /// Number of days.
  public let days: Int
  /// The intervals of the horizon, in order: 92, 96 or 100 quarter hours a day.
  public let intervals: [Interval]
  /// The queues, in order of name.
  public let queues: [QueueNeed]

  /// Creates a need from arrays with one number per interval of `grid.intervals(from: firstDate, days: days)`.
  ///
  /// - Throws: `SchedulingError.wrongIntervalCount` or `.badNeed`.
  public init(
    grid: TimeGrid, firstDate: CivilDate, days: Int, queues: [QueueNeed]
  ) throws(SchedulingError) {
    self.grid = grid
    self.firstDate = firstDate
    self.days = days
    intervals = grid.intervals(from: firstDate, days: days)
    self.queues = queues.sorted { $0.queue < $1.queue }
    for need in queues {
      let tables = need.promise?.tables.count ?? intervals.count
      for count in [need.agents.count, need.isOpen.count, tables] where count != intervals.count {
        throw .wrongIntervalCount(queue: need.queue, found: count, expected: intervals.count)
      }
      if let bad = need.agents.firstIndex(where: { !($0 >= 0 && $0 <= 1e6) }) {
        throw .badNeed(queue: need.queue, interval: bad, value: need.agents[bad])
      }
    }
  }

  /// Creates a need from a requirement; its first and last interval span the horizon.
  ///
  /// An interval without a row needs nobody and is closed.
  ///
  /// - Parameters:
  ///   - requirement: agents per queue and interval.
  ///   - grid: the grid the requirement was computed on.
  ///   - isOpen: whether a queue is open at an instant; without it, an interval is open where it needs anyone.
  ///   - agents: the number to cover, from a row.
  /// - Throws: `SchedulingError.badNeed` where `agents` gives a negative number or none.
  public init(
    _ requirement: StaffingRequirement, grid: TimeGrid,
    isOpen: ((String, Instant) -> Bool)? = nil,
    agents: (RequirementInterval) -> Double = { $0.scheduledAgents ?? Double($0.agents) }
  ) throws(SchedulingError) {
    let starts = requirement.queues.flatMap { queue in
      [queue.intervals.first, queue.intervals.last].compactMap { $0?.start }
    }
    guard let first = starts.min(), let last = starts.max() else {
      try self.init(grid: grid, firstDate: CivilDate(daysSinceEpoch: 0), days: 0, queues: [])
      return
    }
    let firstDate = grid.date(of: first)
    let days = grid.date(of: last).days(since: firstDate) + 1
    let intervals = grid.intervals(from: firstDate, days: days)
    var position: [Instant: Int] = [:]
    for (index, interval) in intervals.enumerated() { position[interval.start] = index }
    let queues = requirement.queues.map { queue in
      var numbers = [Double](repeating: 0, count: intervals.count)
      for row in queue.intervals {
        if let index = position[row.start] { numbers[index] = agents(row) }
      }
      let open = isOpen.map { isOpen in intervals.map { isOpen(queue.queue, $0.start) } }
      return QueueNeed(queue: queue.queue, agents: numbers, isOpen: open)
    }
    try self.init(grid: grid, firstDate: firstDate, days: days, queues: queues)
  }
}
