public import ContactCenter
public import Staffing

/// A requirement in hours, full-time equivalents and money.
///
/// *Formula*: agent-hours are agents × interval length; scheduled hours are `scheduled_agents` × length; paid hours are
/// scheduled hours / (1 − shrinkage of paid time). FTE = paid hours per week / weekly hours of the contract with most
/// hours; a period counts as the whole weeks it begins. Cost = paid hours × cost per hour of the groups that serve the queue (their mean where they differ).
public struct StaffingTotals: Hashable, Sendable {
  /// One queue, or all of them, over the whole period or one of its days.
  public struct Row: Hashable, Sendable {
    /// The day; nil for the whole period.
    public var day: CivilDate?
    /// The queue; nil for the center.
    public var queue: String?
    /// Contacts offered.
    public var contacts = 0.0
    /// The most agents at once.
    public var peakAgents = 0
    /// Hours on contacts or ready for them.
    public var agentHours = 0.0
    /// Hours to schedule.
    public var scheduledHours = 0.0
    /// Hours to pay.
    public var paidHours = 0.0
    /// Paid hours per week over the hours of a full-time contract.
    public var fullTimeEquivalents = 0.0
    /// What the paid hours cost; 0 where groups have no cost.
    public var cost = 0.0
    /// The expected service level, weighted by contacts; nil where no interval has one, or over several queues.
    public var serviceLevel: Double?
    /// The probability that a day's counted service level reaches the queue's target; nil beyond a day.
    public var probabilityOfTarget: Double?

    fileprivate var inTime = 0.0
    fileprivate var counted = 0.0
  }

  /// The rows: each day's queues, then the whole period's queues, then the center.
  public var rows: [Row]
  /// Weekly hours that count as one full-time equivalent.
  public var fullTimeHours: Double
  /// Days in the period.
  public var days: Int

  /// Adds up a requirement, with what is known of its days.
  public init(_ requirement: StaffingRequirement, plan: Plan, spans: [SpanService] = []) {
    fullTimeHours = plan.contracts.map(\.hoursPerWeek).max() ?? 40
    let grid = plan.grid
    let dates = requirement.queues.flatMap { $0.intervals.map { grid.date(of: $0.start) } }
    days =
      (dates.max() ?? CivilDate(daysSinceEpoch: 0)).days(
        since: dates.min() ?? CivilDate(daysSinceEpoch: 0)) + (dates.isEmpty ? 0 : 1)
    var daily: [Row] = []
    var whole: [Row] = []
    var center = Row()
    var peaks: [Instant: Int] = [:]
    let paid = plan.shrinkage.paidPerScheduled ?? 1
    for queue in requirement.queues {
      let cost = Self.costPerHour(of: queue.queue, plan: plan)
      var total = Row(queue: queue.queue)
      for interval in queue.intervals {
        let day = grid.date(of: interval.start)
        if daily.last?.queue != queue.queue || daily.last?.day != day {
          daily.append(Row(day: day, queue: queue.queue))
        }
        let hours = Double(grid.interval(containing: interval.start).seconds) / 3600
        let last = daily.count - 1
        daily[last].add(interval, hours: hours, paid: paid, cost: cost)
        total.add(interval, hours: hours, paid: paid, cost: cost)
        center.add(interval, hours: hours, paid: paid, cost: cost)
        peaks[interval.start, default: 0] += interval.agents
      }
      whole.append(total)
    }
    center.peakAgents = peaks.values.max() ?? 0
    rows = daily.sorted { ($0.day?.daysSinceEpoch ?? 0) < ($1.day?.daysSinceEpoch ?? 0) } + whole
    rows.append(center)
    for span in spans where span.span == .day {
      guard
        let row = rows.firstIndex(where: { $0.day == span.date && $0.queue == span.queue })
      else { continue }
      rows[row].probabilityOfTarget = span.probabilityOfTarget
    }
    for i in rows.indices {
      // Five days are a working week: a period counts as the whole weeks it begins.
      let weeks = rows[i].day == nil ? Double((days + 6) / 7) : 1.0 / 7
      rows[i].fullTimeEquivalents = weeks > 0 ? rows[i].paidHours / weeks / fullTimeHours : 0
      if rows[i].queue != nil, rows[i].counted > 0 {
        rows[i].serviceLevel = rows[i].inTime / rows[i].counted
      }
    }
  }

  /// The whole period, all queues.
  public var center: Row { rows[rows.count - 1] }

  /// The mean cost of an hour in the groups that serve a queue.
  public static func costPerHour(of queue: String, plan: Plan) -> Double {
    let serving = plan.groups.filter { $0.queues.contains(queue) }
    guard !serving.isEmpty else { return 0 }
    return serving.reduce(0) { $0 + $1.costPerHour } / Double(serving.count)
  }
}

extension StaffingTotals.Row {
  fileprivate mutating func add(
    _ interval: RequirementInterval, hours: Double, paid: Double, cost: Double
  ) {
    contacts += interval.offered ?? 0
    peakAgents = max(peakAgents, interval.agents)
    agentHours += Double(interval.agents) * hours
    let scheduled = (interval.scheduledAgents ?? Double(interval.agents)) * hours
    scheduledHours += scheduled
    paidHours += scheduled * paid
    self.cost += scheduled * paid * cost
    if let level = interval.serviceLevel, let offered = interval.offered, offered > 0 {
      inTime += level * offered
      counted += offered
    }
  }
}
