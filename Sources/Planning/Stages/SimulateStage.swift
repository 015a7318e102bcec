public import ContactCenter
public import Simulation

/// From demand and staff to the service level to expect.
public enum SimulateStage {
  /// What a simulation found, and what was noticed.
  public struct Result: Sendable {
    /// The SLA projection, with the record's decimals.
    public var outcome: Outcome
    /// What was noticed.
    public var findings: [Finding]
    /// Replications run.
    public var replications: Int
  }

  /// Simulates a forecast with a requirement or a roster.
  ///
  /// A requirement is agents on contacts, and all of them are there. A roster is agents scheduled. What the shrinkage
  /// ledger has away (sickness) is the share of shifts that are not worked, drawn anew in each replication per
  /// agent and shift; what it has in the office (training) takes its share of each shift (`OfficeTime`). Breaks and
  /// whatever else the roster names come on top, as they do when rosters are made.
  ///
  /// Only the days that the staffing covers are simulated. They follow one another: queues, backlog and agents
  /// carry over midnight; the first day begins as the plan's `simulation: start` says.
  ///
  /// - Parameters:
  ///   - plan: queues, groups and settings.
  ///   - forecast: expected contacts and their spread.
  ///   - staffing: who answers.
  ///   - paths: sample paths of the forecast; queues that have some take their volumes from them.
  ///   - threads: replications run at the same time; the result does not depend on it.
  ///   - progress: told how many replications are done.
  /// *Throws*: `SimulationError`; `PlanError` where staffing and forecast share no day.
  public static func run(
    plan: Plan, forecast: DemandForecast, staffing: PlannedStaffing,
    paths: [SamplePathPoint] = [], calendar: BusinessCalendar = BusinessCalendar(),
    threads: Int = 1, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) async throws -> Result {
    let assembled = try model(
      plan: plan, forecast: forecast, staffing: staffing, paths: paths, calendar: calendar)
    let result = try await simulate(
      assembled.model, options: options(plan: plan, threads: threads), progress: progress)
    return Result(
      outcome: result.outcome, findings: assembled.findings, replications: result.replications)
  }

  /// The model that a plan, a forecast and staffing describe, on the days that the staffing covers.
  ///
  /// Queues with recorded `contacts` see these come, in place of random ones. On closed days of `calendar` nobody
  /// answers a campaign.
  ///
  /// *Throws*: `SimulationError`; `PlanError` where staffing and forecast share no day.
  public static func model(
    plan: Plan, forecast: DemandForecast, staffing: PlannedStaffing,
    paths: [SamplePathPoint] = [], contacts: [ContactRecord] = [],
    calendar: BusinessCalendar = BusinessCalendar()
  ) throws -> AssembledModel {
    let demand = StaffStage.demand(forecast, plan: plan, calendar: calendar, paths: paths)
    let covered = try restricted(demand.forecast, to: staffing, grid: plan.grid)
    let (attending, notes) = officeTime(staffing, plan: plan)
    // A backlog that is known takes the place of one that a day of warm-up would leave.
    let waiting = backlog(plan, of: covered)
    var assembled = try SimulationModel.assemble(
      queues: plan.queues, groups: plan.groups, forecast: covered, staffing: attending,
      grid: plan.grid,
      options: AssemblyOptions(
        initialBacklog: waiting,
        warmUpDays: plan.simulation.start == .warmUp && waiting.isEmpty ? 1 : 0,
        absence: absence(of: staffing, plan: plan), attendance: plan.attendance,
        rampUp: plan.rampUp, lineGroups: plan.lines, paths: demand.paths, contacts: contacts))
    assembled.findings += demand.findings + notes
    return assembled
  }

  /// What waits in each queue when the simulation begins, which is when the forecast does.
  private static func backlog(_ plan: Plan, of covered: DemandForecast) -> [String: Int] {
    var result: [String: Int] = [:]
    for queue in plan.queues where queue.behavior.startingBacklog > 0 {
      guard covered[queue: queue.name] != nil else { continue }
      result[queue.name] = queue.behavior.startingBacklog
    }
    return result
  }

  /// The staffing with the ledger's time in the office taken off a roster's shifts.
  private static func officeTime(
    _ staffing: PlannedStaffing, plan: Plan
  ) -> (PlannedStaffing, [Finding]) {
    guard case .roster(let roster, let agents) = staffing else { return (staffing, []) }
    let (attending, findings) = OfficeTime(plan: plan).added(to: roster)
    return (.roster(attending, agents: agents), findings)
  }

  /// How a plan is simulated.
  public static func options(plan: Plan, threads: Int = 1) -> SimulationOptions {
    SimulationOptions(
      seed: plan.simulation.seed, replications: plan.simulation.replications, threads: threads,
      sampling: plan.simulation.sampling, precision: plan.simulation.precision?.value,
      usesControlVariates: plan.simulation.usesControlVariates)
  }

  /// The share of shifts that are not worked: agents of a requirement are net of shrinkage already.
  ///
  /// A category of certain hours counts with the share of shifts that begin in them.
  static func absence(of staffing: PlannedStaffing, plan: Plan) -> Share {
    guard case .roster(let roster, _) = staffing else { return Share(0) }
    let ledger = plan.requirementLedger
    let starts = shiftStarts(roster)
    guard !starts.isEmpty else { return Share(0) }
    var sum = 0.0
    for start in starts {
      let local = plan.grid.zone.local(start)
      let scheduled = ledger.lost(of: .scheduled, at: local) { $0.place == .away }.value
      let loggedIn = ledger.lost(of: .loggedIn, at: local) { $0.place == .away }.value
      sum += 1 - (1 - scheduled) * (1 - loggedIn)
    }
    return Share(sum / Double(starts.count))
  }

  /// When shifts begin: stretches of an agent's work with less than four hours between them are one.
  private static func shiftStarts(_ roster: Roster) -> [Instant] {
    var starts: [Instant] = []
    var last: (agent: String, end: Instant)?
    // The roster is in order of agent, then start.
    for entry in roster.entries where entry.activity == .work {
      let isSame = last.map {
        $0.agent == entry.agent && entry.start.seconds(since: $0.end) < 4 * 3600
      }
      if isSame != true { starts.append(entry.start) }
      last = (entry.agent, entry.end)
    }
    return starts
  }

  /// The days of a forecast that the staffing covers.
  static func restricted(
    _ forecast: DemandForecast, to staffing: PlannedStaffing, grid: TimeGrid
  ) throws(PlanError) -> DemandForecast {
    let starts: [Instant] =
      switch staffing {
      case .requirement(let requirement): requirement.queues.flatMap { $0.intervals.map(\.start) }
      case .groupRequirement(let rows): rows.map(\.start)
      case .roster(let roster, _): roster.entries.map(\.start)
      }
    guard let first = starts.min(), let last = starts.max() else {
      throw PlanError("nobody is staffed: there is nothing to simulate")
    }
    let dates = grid.date(of: first)...grid.date(of: last)
    var copy = forecast
    for q in copy.queues.indices {
      copy.queues[q].intervals.removeAll { !dates.contains(grid.date(of: $0.start)) }
    }
    copy.queues.removeAll { $0.intervals.isEmpty }
    guard !copy.queues.isEmpty else {
      throw PlanError(
        "staffing (\(dates.lowerBound.text) to \(dates.upperBound.text)) and forecast share no day",
        hint: "Maybe one of the two files is of another period.")
    }
    return copy
  }
}
