public import ContactCenter
public import Staffing

/// From forecast to the agents that each queue needs.
public enum StaffStage {
  /// Staffs every interval of a forecast, as the plan says unless `options` are given.
  ///
  /// *Throws*: `StaffingError`.
  public static func run(
    plan: Plan, forecast: DemandForecast, calendar: BusinessCalendar,
    options: StaffingOptions? = nil, paths: [SamplePathPoint] = []
  ) throws -> StaffingResult {
    var result = try Staffer.requirement(
      for: forecast,
      request: request(plan: plan, calendar: calendar, options: options, paths: paths))
    result.findings += SeatCheck.findings(result.requirement, plan: plan)
    return result
  }

  /// What the plan asks of staffing.
  public static func request(
    plan: Plan, calendar: BusinessCalendar, options: StaffingOptions? = nil,
    paths: [SamplePathPoint] = []
  ) -> StaffingRequest {
    StaffingRequest(
      queues: plan.queues, grid: plan.grid, shrinkage: plan.requirementLedger, calendar: calendar,
      options: options ?? self.options(plan: plan), paths: paths)
  }

  /// How a plan is staffed.
  public static func options(plan: Plan) -> StaffingOptions {
    StaffingOptions(
      method: plan.staffing.formula, risk: plan.staffing.risk, overTime: plan.staffing.overTime,
      staffingInterval: plan.staffing.interval, replications: plan.staffing.replications,
      seed: plan.simulation.seed)
  }
}
