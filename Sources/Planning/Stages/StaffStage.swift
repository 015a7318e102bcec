public import ContactCenter
public import Staffing

/// From forecast to the agents that each queue needs.
public enum StaffStage {
  /// Staffs every interval of a forecast.
  ///
  /// *Throws*: `StaffingError`.
  public static func run(
    plan: Plan, forecast: DemandForecast, calendar: BusinessCalendar,
    options: StaffingOptions = StaffingOptions()
  ) throws -> StaffingResult {
    let demand = demand(forecast, plan: plan, calendar: calendar)
    var result = try Staffer.requirement(
      forArriving: demand.forecast,
      request: request(plan: plan, calendar: calendar, options: options))
    result.findings += demand.findings
    result.findings += SeatCheck.findings(result.requirement, plan: plan)
    return result
  }

  /// The forecast with what the plan's campaigns bring.
  public static func demand(
    _ forecast: DemandForecast, plan: Plan, calendar: BusinessCalendar
  ) -> (forecast: DemandForecast, findings: [Finding]) {
    CampaignDemand.added(to: forecast, queues: plan.queues, grid: plan.grid, calendar: calendar)
  }

  /// What the plan asks of staffing.
  public static func request(
    plan: Plan, calendar: BusinessCalendar, options: StaffingOptions = StaffingOptions()
  ) -> StaffingRequest {
    StaffingRequest(
      queues: plan.queues, grid: plan.grid, shrinkage: plan.requirementLedger, calendar: calendar,
      options: options)
  }
}
