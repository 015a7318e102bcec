public import ContactCenter
internal import Simulation
public import Staffing

/// From forecast to the agents that each group needs, and what they make of the whole period.
public enum GroupStaffStage {
  /// The requirement with its reasons, and the period simulated with it.
  public struct Result: Sendable {
    /// The requirement by group.
    public var staffing: GroupStaffingResult
    /// What `muster simulate --group-requirement` says of it.
    public var outcome: Outcome
    /// What was noticed.
    public var findings: [Finding]
  }

  /// Staffs every interval of a forecast by group, then simulates the period from beginning to end.
  ///
  /// The search holds each interval's rates in steady state, as the formulas do. In the period intervals follow one
  /// another and what was not answered in one is left to the next: a finding counts those that then fall short.
  /// Both see what campaigns bring, the search in its sample paths too.
  ///
  /// *Throws*: `PlanError` for a plan without groups; `StaffingError`, `SimulationError`, or the solver's error.
  public static func run(
    plan: Plan, forecast: DemandForecast, calendar: BusinessCalendar,
    options: StaffingOptions? = nil, paths: [SamplePathPoint] = [],
    library: @autoclosure () throws -> StaffingSolver,
    threads: Int = 1,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) async throws -> Result {
    guard !plan.groups.isEmpty else {
      throw PlanError(
        "the plan has no groups to staff",
        hint: "Maybe add groups: { frontline: { queues: [billing, support] } }.")
    }
    let demand = StaffStage.demand(forecast, plan: plan, calendar: calendar, paths: paths)
    var request = StaffStage.request(
      plan: plan, calendar: calendar, options: options, paths: demand.paths)
    // Whole agents of several groups: those who do not show up are in the share to schedule.
    request.options.absence = nil
    request.shrinkage = plan.requirementLedger
    let staffing = try GroupStaffer.requirement(
      for: demand.forecast,
      request: GroupStaffingRequest(
        staffing: request, groups: plan.groups, lines: plan.lines,
        sites: plan.sites,
        options: GroupStaffingOptions(seed: plan.simulation.seed, threads: threads),
        library: try library()), progress: progress)
    let period = try await SimulateStage.run(
      plan: plan, forecast: forecast, staffing: .groupRequirement(staffing.requirement),
      calendar: calendar, threads: threads)
    let known = Set(demand.findings + staffing.findings)
    return Result(
      staffing: staffing, outcome: period.outcome,
      findings: demand.findings + staffing.findings + shortInPeriod(period.outcome, plan)
        + period.findings.filter { !known.contains($0) && !$0.code.hasSuffix("without-agents") })
  }

  /// Intervals that keep their target in steady state and not in the period; of work that may wait, the clock of the
  /// period runs through the night and that of its requirement does not, so it is left out.
  private static func shortInPeriod(_ outcome: Outcome, _ plan: Plan) -> [Finding] {
    plan.queues.sorted { $0.name < $1.name }.compactMap { queue in
      guard let target = queue.target.serviceLevel?.value, queue.channel.mode != .deferred else {
        return nil
      }
      let rows = outcome.rows.filter {
        $0.period == .interval && $0.level == .queue && $0.name == queue.name
          && ($0.offered ?? 0) > 0
      }
      let short = rows.filter {
        guard let level = $0.serviceLevel, let error = $0.serviceLevelError else { return false }
        return level + error < target
      }
      guard let first = short.first else { return nil }
      return Finding(
        .note, code: "staffing.group-period-short",
        "in \(short.count) of \(rows.count) intervals the period as a whole falls short of the target: what the interval before left over, forecast errors, or closing time",
        place: "\(queue.name) \(TimestampText.text(first.start, in: plan.grid.zone))",
        advice: "Maybe read the outcome of muster simulate --group-requirement.")
    }
  }
}
