internal import ContactCenter
internal import Simulation

/// A past period ready to be replayed: the model, and what really happened in each of its intervals.
struct ReplayPeriod {
  private(set) var model: SimulationModel
  /// The intervals of the period, without those that only warm the model up.
  let intervals: [Interval]
  /// The days as ranges of intervals.
  private(set) var days: [Range<Int>] = []
  /// By queue; only queues that are replayed.
  private(set) var actual: [String: ActualService] = [:]
  /// The handle time replayed, by queue and interval.
  private(set) var handleSeconds: [String: [Double]] = [:]
  /// Queues whose handle times stand in the history.
  private(set) var handleTimesKnown: Set<String> = []
  private(set) var findings: [Finding] = []

  /// Where the agents come from.
  enum Source {
    /// The column `agents` of the history.
    case history
    /// A roster.
    case roster(Roster, agents: [Agent])
  }

  /// Makes the model of a period.
  ///
  /// Contacts come as many as were recorded in each interval, at random times inside it; handle times have the mean
  /// that ``ReplayHandleTimes`` finds for the interval. Nobody is absent: the agents given are those who were there.
  ///
  /// *Throws*: `PlanError` where nothing is left to replay, `SimulationError`.
  init(
    plan: Plan, history: DemandHistory, dates: ClosedRange<CivilDate>, source: Source
  ) throws {
    let grid = TimeGrid(zone: plan.grid.zone, length: history.length)
    intervals = grid.intervals(
      from: dates.lowerBound, days: dates.upperBound.days(since: dates.lowerBound) + 1)
    let indexOf = Dictionary(
      intervals.enumerated().map { ($1.start, $0) }, uniquingKeysWith: { first, _ in first })
    var queues: [Queue] = []
    var demand: [QueueForecast] = []
    model = SimulationModel(intervals: [], queues: [], groups: [], staffing: .counts([:]))
    for series in history.queues {
      guard let queue = plan.queue(named: series.queue) else { continue }
      let service = ActualService(
        series, queue: queue, indexOf: indexOf, count: intervals.count)
      guard service.offered.contains(where: { $0 > 0 }) else { continue }
      if case .history = source, !service.agents.contains(where: { ($0 ?? 0) > 0 }) {
        findings.append(Self.withoutAgents(series.queue))
        continue
      }
      findings += service.findings
      actual[series.queue] = service
      guard let times = ReplayHandleTimes(service, of: queue) else {
        actual[series.queue] = nil
        findings.append(Self.withoutHandleTime(series.queue))
        continue
      }
      if times.isKnown { handleTimesKnown.insert(series.queue) }
      handleSeconds[series.queue] = times.means
      queues.append(replayed(queue, service, source))
      demand.append(
        QueueForecast(
          queue: series.queue, channel: series.channel,
          intervals: intervals.indices.map {
            ForecastInterval(
              start: intervals[$0].start, offered: service.offered[$0],
              handleSecondsMean: times.means[$0])
          }))
    }
    guard !queues.isEmpty else { return }
    let names = Set(queues.map(\.name))
    var groups = plan.groups
    let staffing: PlannedStaffing
    switch source {
    case .history:
      let recorded = ReplayStaffing(plan: plan, intervals: intervals, actual: actual)
      (groups, staffing) = (recorded.groups, recorded.staffing)
      findings += recorded.findings
    case .roster(let roster, let agents):
      groups = plan.groups.map {
        var group = $0
        group.queues = $0.queues.filter(names.contains)
        return group
      }
      staffing = .roster(roster, agents: agents)
    }
    var lines = plan.lines
    for index in lines.indices { lines[index].queues.removeAll { !names.contains($0) } }
    lines.removeAll { $0.queues.isEmpty }
    // The roster says who was there: nobody comes late, and no site is out of order, a second time.
    var attendance = plan.attendance
    (attendance.late, attendance.siteOutages) = (Share(0), [])
    let assembled = try SimulationModel.assemble(
      queues: queues, groups: groups, forecast: DemandForecast(queues: demand), staffing: staffing,
      grid: grid,
      options: AssemblyOptions(
        warmUpDays: plan.simulation.start == .warmUp ? 1 : 0, usesForecastUncertainty: false,
        attendance: attendance, lineGroups: lines))
    model = assembled.model
    findings += assembled.findings
    // The counts are known: what is random is when inside its interval a contact comes.
    for index in model.queues.indices {
      model.queues[index].arrivals = .paths([model.queues[index].expectedContacts])
    }
    days = model.days.map {
      ($0.lowerBound - model.firstReportedInterval)..<($0.upperBound - model.firstReportedInterval)
    }
  }

  private static func withoutAgents(_ queue: String) -> Finding {
    Finding(
      .error, code: "validate.no-agents",
      "the history does not say how many agents took the contacts of \(queue): it cannot be replayed",
      place: queue,
      advice: "Maybe add a column agents, or name a roster with --agents-from roster.csv.")
  }

  /// The queue as it can be replayed, with the definition and threshold that the history can be counted by.
  ///
  /// Contacts that came again, or came from another queue, are among those recorded: to let the simulation add its own
  /// would count them twice. Steps and reserves name groups, and agents recorded by queue have none.
  private mutating func replayed(
    _ queue: Queue, _ service: ActualService, _ source: Source
  ) -> Queue {
    var copy = queue
    copy.target.definition = service.definition
    copy.target.threshold = Seconds(service.thresholdSeconds)
    var behavior = queue.behavior
    (behavior.redial, behavior.recontact, behavior.transfers) = (nil, nil, [])
    if behavior != queue.behavior {
      findings.append(
        Finding(
          .note, code: "validate.returning",
          "contacts that come again or are handed on are among those recorded: redials, recontacts and transfers are not simulated",
          place: queue.name))
      copy.behavior = behavior
    }
    if case .history = source {
      copy.steps.removeAll { if case .open = $0.action { true } else { false } }
      copy.reserves = [:]
      if copy.steps != queue.steps || copy.reserves != queue.reserves {
        findings.append(
          Finding(
            .note, code: "validate.group-routing",
            "agents are recorded by queue: steps that open groups and reserves are not simulated",
            place: queue.name, advice: "Maybe name a roster with --agents-from."))
      }
    }
    return copy
  }

  private static func withoutHandleTime(_ queue: String) -> Finding {
    Finding(
      .error, code: "validate.no-handle-time",
      "neither history nor plan knows the handle time of \(queue): it cannot be replayed",
      place: queue,
      advice: "Maybe add a column handle_seconds, or a handle_time to the plan.")
  }
}
