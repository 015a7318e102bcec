public import ContactCenter
public import Staffing

/// From forecast to the agents that each queue needs.
public enum StaffStage {
  /// Staffs every interval of a forecast, as the plan says unless `options` are given; with a tool, as that tool would.
  ///
  /// Of `levers` only the agents count here: the others change plan and forecast before they come.
  ///
  /// *Throws*: `StaffingError`.
  public static func run(
    plan: Plan, forecast: DemandForecast, calendar: BusinessCalendar,
    options: StaffingOptions? = nil, paths: [SamplePathPoint] = [], levers: Levers = Levers(),
    as tool: OtherTool? = nil
  ) throws -> StaffingResult {
    let demand = demand(forecast, plan: plan, calendar: calendar, paths: paths)
    var own = request(plan: plan, calendar: calendar, options: options, paths: demand.paths)
    if levers.agents != nil { own.changedAgents = { levers.changed(agents: $0) } }
    var result = try Staffer.requirement(
      forArriving: demand.forecast, request: tool?.request(own) ?? own)
    result.findings += demand.findings
    if let tool {
      let difference = try Staffer.requirement(forArriving: demand.forecast, request: own)
        .requirement
      result.findings.append(tool.finding(result.requirement, beside: difference, plan.grid))
    }
    result.findings += SeatCheck.findings(result.requirement, plan: plan)
    return result
  }

  /// The forecast and its sample paths with what the plan's campaigns bring.
  public static func demand(
    _ forecast: DemandForecast, plan: Plan, calendar: BusinessCalendar,
    paths: [SamplePathPoint] = []
  ) -> (forecast: DemandForecast, paths: [SamplePathPoint], findings: [Finding]) {
    CampaignDemand.added(
      to: forecast, queues: plan.queues, grid: plan.grid, calendar: calendar, paths: paths)
  }

  /// What the plan asks of staffing.
  public static func request(
    plan: Plan, calendar: BusinessCalendar, options: StaffingOptions? = nil,
    paths: [SamplePathPoint] = []
  ) -> StaffingRequest {
    var options = options ?? self.options(plan: plan)
    var ledger = plan.requirementLedger
    if plan.staffing.absence == .perAgent {
      options.absence = ledger.lost(of: .scheduled, where: \.isAbsence)
      ledger.categories.removeAll(where: \.isAbsence)
      if ledger.mode == .additive, let absence = options.absence, absence.value < 1 {
        // Shares of all scheduled time are larger ones of the time of those who come.
        for i in ledger.categories.indices where ledger.categories[i].base == .scheduled {
          ledger.categories[i].share = Share(
            min(1, ledger.categories[i].share.value / (1 - absence.value)))
        }
      }
    }
    return StaffingRequest(
      queues: plan.queues, grid: plan.grid, shrinkage: ledger, calendar: calendar,
      options: options, paths: paths)
  }

  /// How a plan is staffed.
  public static func options(plan: Plan) -> StaffingOptions {
    StaffingOptions(
      method: plan.staffing.formula, risk: plan.staffing.risk, overTime: plan.staffing.overTime,
      staffingInterval: plan.staffing.interval, replications: plan.staffing.replications,
      seed: plan.simulation.seed)
  }

  /// A requirement under every definition of service level; with a tool, as that tool would staff.
  ///
  /// *Throws*: `StaffingError`.
  public static func definitions(
    of requirement: StaffingRequirement, plan: Plan, forecast: DemandForecast,
    calendar: BusinessCalendar, options: StaffingOptions? = nil, paths: [SamplePathPoint] = [],
    levers: Levers = Levers(), as tool: OtherTool? = nil
  ) throws -> [DefinitionComparison] {
    let (demand, future, _) = demand(forecast, plan: plan, calendar: calendar, paths: paths)
    let own = request(plan: plan, calendar: calendar, options: options, paths: future)
    let asked = tool?.request(own) ?? own
    let inflow = try Staffer.inflow(of: demand, request: asked)
    var arriving = inflow?.request ?? asked
    if levers.agents != nil { arriving.changedAgents = { levers.changed(agents: $0) } }
    return try Staffer.definitions(
      for: inflow?.forecast ?? demand, request: arriving, requirement: requirement)
  }

  /// Takes the requirement of one interval apart: `Staffer.explain`, then its hours and money.
  ///
  /// *Throws*: `StaffingError`.
  public static func explain(
    plan: Plan, forecast: DemandForecast, queue: String, at start: Instant,
    calendar: BusinessCalendar, options: StaffingOptions? = nil, paths: [SamplePathPoint] = [],
    as tool: OtherTool? = nil
  ) throws -> StaffingExplanation {
    let (demand, future, _) = demand(forecast, plan: plan, calendar: calendar, paths: paths)
    let own = request(plan: plan, calendar: calendar, options: options, paths: future)
    let inflow = try Staffer.inflow(of: demand, request: own)
    var explanation = try Staffer.explain(
      inflow?.forecast ?? demand, queue: queue, at: start, request: inflow?.request ?? own,
      as: tool)
    if let section = inflow?.section(queue: queue, at: start, forecast: forecast) {
      explanation.sections.insert(section, at: 0)
    }
    guard let scheduled = explanation.scheduledAgents else { return explanation }
    let hours = Double(plan.grid.interval(containing: start).seconds) / 3600
    let paid = scheduled * hours * (plan.shrinkage.paidPerScheduled ?? 1)
    let lost = plan.shrinkage.lost(of: .paid).value
    var steps: [StaffingExplanation.Step] = [
      .init(
        "paid hours", paid, "hours",
        source: "scheduled agents x \(plan.grid.length.minutes) min"
          + (lost > 0 ? " / (1 - \(Share(lost).text) of paid time)" : ""))
    ]
    let week = plan.contracts.map(\.hoursPerWeek).max() ?? 40
    steps.append(
      .init(
        "full-time equivalents", paid / week, "FTE",
        source: "paid hours / \(PlanText.number(week)), for such an interval every week"))
    let cost = StaffingTotals.costPerHour(of: queue, plan: plan)
    if cost > 0 {
      steps.append(
        .init("cost", paid * cost, "", source: "paid hours x \(cost) an hour in its groups"))
    }
    explanation.sections.append(.init("Hours and money of this interval", steps))
    return explanation
  }
}

extension ShrinkageLedger.Category {
  /// Whether it is a scheduled shift missed without notice.
  fileprivate var isAbsence: Bool { base == .scheduled && place == .away && !isPlanned }
}

extension OtherTool {
  /// How many agent-hours the tool asks for beside the plan, and what it does otherwise.
  fileprivate func finding(
    _ requirement: StaffingRequirement, beside plan: StaffingRequirement, _ grid: TimeGrid
  ) -> Finding {
    func hours(_ requirement: StaffingRequirement) -> Double {
      requirement.queues.reduce(0) { sum, queue in
        sum
          + queue.intervals.reduce(0) {
            $0 + Double($1.agents) * Double(grid.interval(containing: $1.start).seconds) / 3600
          }
      }
    }
    return Finding(
      .note, code: "staffing.as-tool",
      "as \(title): \(roundedToDecimals(hours(requirement), 1)) agent-hours, this plan "
        + "\(roundedToDecimals(hours(plan), 1))",
      advice: claims.joined(separator: "\n  "))
  }
}
