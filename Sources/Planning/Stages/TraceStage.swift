public import ContactCenter
public import Simulation

/// Everything that happens in one replication of a plan's simulation.
public enum TraceStage {
  /// The events of a replication.
  public struct Result: Sendable {
    /// The events, in order.
    public var events: [TraceEvent]
    /// The instant from which their seconds count: the start of the warm-up, where there is one.
    public var start: Instant
    /// The first instant that the outcome reports.
    public var reportedFrom: Instant
  }

  /// Traces one replication of the simulation that ``SimulateStage`` runs with the same arguments.
  ///
  /// - Parameters:
  ///   - options: how the simulation is run; replication `replication` of it is traced.
  /// *Throws*: `SimulationError`; `PlanError` where staffing and forecast share no day.
  public static func run(
    plan: Plan, forecast: DemandForecast, staffing: PlannedStaffing,
    paths: [SamplePathPoint] = [], contacts: [ContactRecord] = [],
    calendar: BusinessCalendar = BusinessCalendar(), options: SimulationOptions,
    replication: Int = 0
  ) throws -> Result {
    let model = try SimulateStage.model(
      plan: plan, forecast: forecast, staffing: staffing, paths: paths, contacts: contacts,
      calendar: calendar
    ).model
    let events = try traceOnce(model, options: options, replication: replication)
    let start = model.intervals.first?.start ?? Instant(secondsSinceEpoch: 0)
    let reported = model.intervals.dropFirst(model.firstReportedInterval).first?.start
    return Result(events: events, start: start, reportedFrom: reported ?? start)
  }
}
