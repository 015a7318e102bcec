public import ContactCenter
public import Simulation
public import Staffing

/// One interval of a plan held constant for long: what its rates and agents mean in steady state.
public enum StationaryStage {
  /// What the queueing formula says of a queue.
  public struct Formula: Sendable {
    /// The one group that serves the queue, and nothing else.
    public var group: String
    /// The answer.
    public var answer: ErlangAnswer
  }

  /// The steady state, and the formula's answer beside it.
  public struct Result: Sendable {
    /// The interval whose rates and agents are held.
    public var interval: Interval
    /// What the long run found.
    public var stationary: StationaryResult
    /// The formula's answer for each queue that has one group of its own, by queue.
    public var formula: [String: Formula]
    /// Agents of each group, by name.
    public var agents: [String: Int]
    /// What was noticed.
    public var findings: [Finding]
  }

  /// Holds the interval at `time` constant for `hours` and measures by batch means.
  ///
  /// Busyness, sample paths, opening hours and the backlog of the start are left out: they change over time. Of a
  /// roster those count who work at `time`, less the ledger's share, rounded.
  ///
  /// *Throws*: `PlanError` where `time` lies outside forecast and staffing; `SimulationError` where the center does not
  /// settle, as with too few agents for customers who never give up.
  public static func run(
    plan: Plan, forecast: DemandForecast, staffing: PlannedStaffing, at time: Instant,
    hours: Double, options: SimulationOptions
  ) throws -> Result {
    let assembled = try SimulateStage.model(plan: plan, forecast: forecast, staffing: staffing)
    var model = assembled.model
    let reported = model.firstReportedInterval..<model.intervals.count
    guard let index = reported.first(where: { model.intervals[$0].contains(time) }) else {
      throw outside(time, model.intervals[reported], plan.grid.zone)
    }
    let interval = model.intervals[index]
    let seconds = Int(min(max(1, hours), 1e6) * 3600)
    let agents = self.agents(of: model, in: index, at: time)
    var findings = assembled.findings
    for queue in model.queues.indices {
      let contacts = model.queues[queue].expectedContacts[index]
      model.queues[queue].expectedContacts = [
        contacts / Double(interval.seconds) * Double(seconds)
      ]
      model.queues[queue].meanHandleSeconds = [model.queues[queue].meanHandleSeconds[index]]
      model.queues[queue].busynessVariation = 0
      model.queues[queue].behavior.intervalVariation = 0
      model.queues[queue].arrivals = .rates
      model.queues[queue].openSeconds = nil
      model.queues[queue].initialBacklog = 0
    }
    guard model.queues.contains(where: { $0.expectedContacts[0] > 0 }) else {
      throw PlanError(
        "nobody is forecast at \(TimestampText.text(time, in: plan.grid.zone))",
        hint: "Maybe the center is closed then.")
    }
    var constant = SimulationModel.stationary(
      seconds: seconds, queues: model.queues, groups: model.groups, agents: agents)
    constant.lineGroups = model.lineGroups
    let stationary = try simulateStationary(constant, options: options)
    if stationary.batchCorrelation > 0.3 {
      findings.append(
        Finding(
          .warning, code: "stationary.correlated",
          "the waits of neighboring batches hang together (correlation \(roundedToDecimals(stationary.batchCorrelation, 2))): half-widths are too small",
          place: "stationary", advice: "Maybe a longer run: --hours \(Int(min(1e6, hours * 4)))."))
    }
    return Result(
      interval: interval, stationary: stationary, formula: formula(constant, agents),
      agents: agents, findings: findings)
  }

  private static func outside(
    _ time: Instant, _ intervals: ArraySlice<Interval>, _ zone: ZoneRules
  ) -> PlanError {
    let ends = [intervals.first?.start, intervals.last?.end]
      .compactMap { $0.map { TimestampText.text($0, in: zone) } }
    return PlanError(
      "\(TimestampText.text(time, in: zone)) lies outside what is staffed and forecast, which is \(ends.joined(separator: " to "))",
      hint: "Maybe another day is meant.")
  }

  /// Who works at a time: the count of the interval, or the agents of a roster then.
  private static func agents(
    of model: SimulationModel, in interval: Int, at time: Instant
  ) -> [String: Int] {
    switch model.staffing {
    case .counts(let counts): return counts.mapValues { $0[interval] }
    case .roster(let spans):
      let origin = model.intervals.first?.start ?? time
      let second = Double(time.seconds(since: origin))
      var present: [String: Int] = [:]
      for span in spans where span.start <= second && second < span.end {
        present[span.group, default: 0] += 1
      }
      return present.mapValues { Int((Double($0) * (1 - model.absence)).rounded()) }
    }
  }

  /// The formula's answer for queues whose group serves nothing else.
  ///
  /// Queues of which the formula cannot speak, such as overloaded ones without abandonment, have none.
  private static func formula(
    _ model: SimulationModel, _ agents: [String: Int]
  ) -> [String: Formula] {
    var answers: [String: Formula] = [:]
    for queue in model.queues where queue.expectedContacts[0] > 0 && queue.sessions == 1 {
      let groups = model.groups.filter {
        $0.queues.contains(queue.name) && (agents[$0.name] ?? 0) > 0
      }
      guard groups.count == 1, let group = groups.first, group.queues == [queue.name],
        let interval = model.intervals.first
      else { continue }
      var question = ErlangCase(
        contactsPerHour: queue.expectedContacts[0] / Double(interval.seconds) * 3600,
        handleSeconds: queue.meanHandleSeconds[0] / (group.proficiencies[queue.name] ?? 1))
      question.agents = Double(agents[group.name] ?? 0)
      question.patienceSeconds = queue.meanPatienceSeconds
      question.set(queue.target, shortAbandonSeconds: queue.shortAbandonSeconds)
      if let answer = try? question.answer() {
        answers[queue.name] = Formula(group: group.name, answer: answer)
      }
    }
    return answers
  }
}
