public import ContactCenter

/// Where a simulated roster keeps less than was promised, and how the requirement is to change.
///
/// A queue is judged over the period of its promise: by the week where it is a week's, by the day otherwise (the
/// requirement of a single interval is a matter of staffing). It misses where the service level is below the target by
/// more than the 95 % half-width of its estimate; it exceeds where it is above by more than that and `margin`.
///
/// *Formula*: in a period that misses, every interval below the target by d needs r = max(1, d × agents) agents more, at
/// most a quarter of them: near the target a tenth more agents win about as many points. Where customers may wait longer
/// than an interval lasts, who is missing in one interval may come in the next: there all intervals of the period get the
/// period's d. In a period that exceeds, intervals above target and margin by d lose d / 2 of their agents, at most a
/// tenth; what was raised once is not lowered again, nor what staffing has other reasons for: a limit beside the service level
/// (occupancy, average wait, abandonment), a risk, the queue's fewest agents.
public struct RequirementCorrection: Sendable {
  /// A queue in a period of its promise.
  public struct Period: Hashable, Sendable {
    /// The queue.
    public var queue: String
    /// The day, or the first simulated day of the week.
    public var date: CivilDate
    /// Contacts.
    public var offered: Double
    /// The target.
    public var target: Double
    /// The simulated service level.
    public var level: Double
    /// The 95 % half-width of its estimate.
    public var error: Double

    /// Contacts that miss the promise beyond doubt.
    public var missedContacts: Double { offered * max(0, target - level - error) }
    /// Whether the promise is broken beyond doubt.
    public var misses: Bool { level + error < target - 1e-9 }
  }

  /// How far above its target a period must be before its requirement is lowered.
  public static let margin = 0.05

  private let plan: Plan
  /// Intervals that were raised.
  private var raised: [String: Set<Instant>] = [:]

  /// Begins with nothing raised.
  public init(plan: Plan) { self.plan = plan }

  /// Every queue in every period of its promise, by queue, then time.
  public func periods(of outcome: Outcome) -> [Period] {
    plan.queues.flatMap { queue -> [Period] in
      guard let target = queue.target.serviceLevel?.value else { return [] }
      let span: OutcomeRow.Period = queue.target.span == .week ? .week : .day
      return outcome.rows.filter {
        $0.period == span && $0.level == .queue && $0.name == queue.name
      }.compactMap { row in
        guard let level = row.serviceLevel, let offered = row.offered, offered > 0 else {
          return nil
        }
        return Period(
          queue: queue.name, date: plan.grid.date(of: row.start), offered: offered, target: target,
          level: level, error: row.serviceLevelError ?? 0)
      }
    }
  }

  /// A requirement as the outcome asks for it, with the record's decimals; the same one where nothing is to change.
  public mutating func corrected(
    _ requirement: StaffingRequirement, by outcome: Outcome
  ) -> StaffingRequirement {
    var copy = requirement
    let periods = Dictionary(grouping: periods(of: outcome), by: \.queue)
    for q in copy.queues.indices {
      let name = copy.queues[q].queue
      guard let queue = plan.queue(named: name), let own = periods[name] else { continue }
      let levels = Dictionary(
        outcome.rows.filter { $0.period == .interval && $0.level == .queue && $0.name == name }
          .compactMap { row in row.serviceLevel.map { (row.start, $0) } },
        uniquingKeysWith: { first, _ in first })
      let mayWait = queue.target.threshold.value > Double(plan.grid.length.seconds)
      for i in copy.queues[q].intervals.indices {
        let row = copy.queues[q].intervals[i]
        let agents = row.scheduledAgents ?? Double(row.agents)
        guard agents > 0, let period = period(of: row.start, in: own, queue.target.span) else {
          continue
        }
        let level = mayWait ? period.level : levels[row.start]
        var change = change(period, level: level, agents: agents, at: row.start)
        if change < 0 {
          let onContacts = row.agents > 0 ? agents / Double(row.agents) : 1
          let least = Double(queue.minimumAgents) * onContacts
          change = mayLower(queue) ? min(0, max(change, least - agents)) : 0
        }
        guard change != 0 else { continue }
        if change > 0 { raised[name, default: []].insert(row.start) }
        copy.queues[q].intervals[i].scheduledAgents = agents + change
      }
    }
    return copy.rounded()
  }

  private func mayLower(_ queue: Queue) -> Bool {
    let target = queue.target
    let hasLimits =
      target.maximumASA != nil || target.maximumAbandonment != nil
      || target.maximumOccupancy != nil
    return !hasLimits && plan.staffing.risk == nil
  }

  /// Agents more or less in an interval.
  private func change(
    _ period: Period, level: Double?, agents: Double, at start: Instant
  ) -> Double {
    guard let level else { return 0 }
    if period.misses {
      let missing = period.target - level
      return missing > 0 ? min(max(1, missing * agents), max(1, agents / 4)) : 0
    }
    let ceiling = period.target + Self.margin
    let isOver = period.level - period.error > ceiling && level > ceiling
    guard isOver, raised[period.queue]?.contains(start) != true else { return 0 }
    return -min((level - ceiling) / 2, 0.1) * agents
  }

  private func period(
    of start: Instant, in periods: [Period], _ span: TargetSpan
  ) -> Period? {
    let date = plan.grid.date(of: start)
    guard span == .week else { return periods.first { $0.date == date } }
    return periods.last { $0.date <= date && date.days(since: $0.date) < 7 }
  }
}
