public import ContactCenter
public import Forecasting
public import Scheduling
internal import Simulation
internal import Staffing

/// The data of a plan, read.
public struct PlanData: Sendable {
  /// What happened.
  public var history: DemandHistory
  /// Holidays, closed days and events.
  public var calendar: BusinessCalendar
  /// What drives demand, future values included.
  public var regressors: [RegressorValue] = []
  /// The planner's own changes.
  public var adjustments: [Adjustment]
  /// The people; nil to schedule seats.
  public var agents: [Agent]?
  /// When people can and cannot work.
  public var availability: [Availability]
  /// Sample paths of the forecast; empty for volumes by the forecast's own spread.
  public var paths: [SamplePathPoint]

  /// Creates data.
  public init(
    history: DemandHistory, calendar: BusinessCalendar, adjustments: [Adjustment] = [],
    agents: [Agent]? = nil, availability: [Availability] = [], paths: [SamplePathPoint] = []
  ) {
    self.history = history
    self.calendar = calendar
    self.adjustments = adjustments
    self.agents = agents
    self.availability = availability
    self.paths = paths
  }
}

/// All four stages, one after the other: what `muster run` computes.
public enum RunStages {
  /// The results of the stages.
  public struct Result: Sendable {
    /// How many contacts will come.
    public var forecast: ForecastResult
    /// How many agents that takes, as it was scheduled.
    public var requirement: StaffingRequirement
    /// Who works when.
    public var schedule: ScheduleStage.Result
    /// What customers will get.
    public var outcome: Outcome
    /// The rounds in which the requirement was corrected; one where the plan asks for none.
    public var rounds: [CorrectedSchedule.Round]
    /// Which of them this is.
    public var bestRound: Int
    /// What was noticed in all stages, in their order.
    public var findings: [Finding]
  }

  /// Runs the stages of a plan.
  ///
  /// *Throws*: whatever a stage throws.
  public static func run(
    plan: Plan, data: PlanData, firstDay: CivilDate? = nil, library: ScheduleSolver,
    threads: Int = 1, progress: (@Sendable (_ stage: String) -> Void)? = nil
  ) async throws -> Result {
    progress?("forecasting")
    let forecast = try await ForecastStage.run(
      plan: plan, history: data.history, calendar: data.calendar, regressors: data.regressors,
      adjustments: data.adjustments, firstDay: firstDay, threads: threads)
    progress?("staffing")
    let staffing = try StaffStage.run(
      plan: plan, forecast: forecast.forecast, calendar: data.calendar, paths: data.paths)
    let corrected = try await CorrectedSchedule.run(
      CorrectedSchedule.Input(
        plan: plan, forecast: forecast.forecast, calendar: data.calendar, agents: data.agents,
        availability: data.availability, paths: data.paths),
      requirement: staffing.requirement, library: library, threads: threads, progress: progress)
    let told = Set(staffing.findings)
    return Result(
      forecast: forecast, requirement: corrected.requirement, schedule: corrected.schedule,
      outcome: corrected.simulated.outcome, rounds: corrected.rounds, bestRound: corrected.best,
      findings: forecast.findings + staffing.findings + corrected.schedule.findings
        + corrected.simulated.findings.filter { !told.contains($0) } + corrected.findings)
  }
}
