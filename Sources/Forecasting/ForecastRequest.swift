public import ContactCenter

/// What is asked of the forecaster beside the history itself.
public struct ForecastRequest: Sendable {
  /// The grid of the forecast; the history may be finer but not coarser.
  public var grid: TimeGrid
  /// Holidays, closed days and events, past and future.
  public var calendar: BusinessCalendar
  /// What drives demand, by name and date, future dates included; a value holds until the next date of its name.
  public var regressors: [RegressorValue]
  /// Opening hours by queue; a queue without them is open where its history shows contacts.
  public var openingHours: [String: OpeningHours]
  /// Mean handle time by queue, for queues whose history has none.
  public var handleTimes: [String: Seconds]
  /// The first day to forecast; nil for the day after the last one with data in any queue.
  ///
  /// History from that day on is not used.
  public var firstDay: CivilDate?
  /// The number of days.
  public var days: Int
  /// The model's name.
  public var model: String
  /// The instant up to which contacts of the first day are known; nil for a forecast of whole days.
  ///
  /// The first day is then the one of this instant. Its intervals that have ended by then keep what came, and the rest
  /// of it and the days after are updated (``IntradayUpdate``).
  public var actualsUntil: Instant?
  /// Whether to learn how the errors of each queue hang together, for sample paths and totals.
  public var learnsDependence = false

  /// Creates a request.
  public init(
    grid: TimeGrid, calendar: BusinessCalendar = BusinessCalendar(),
    openingHours: [String: OpeningHours] = [:], handleTimes: [String: Seconds] = [:],
    firstDay: CivilDate? = nil, days: Int = 28, model: String = "auto",
    regressors: [RegressorValue] = []
  ) {
    self.grid = grid
    self.calendar = calendar
    self.regressors = regressors
    self.openingHours = openingHours
    self.handleTimes = handleTimes
    self.firstDay = firstDay
    self.days = days
    self.model = model
  }
}

/// What a model says about itself after it was fitted to one queue.
public struct ModelDescription: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// The channel's name.
  public var channel: String
  /// The model that was used, which may be simpler than the one asked for.
  public var model: String
  /// What it learned.
  public var parameters: [ModelRow]
  /// How well it fits.
  public var fit: [ModelRow]
}

/// A forecast and what is to be said about it.
public struct ForecastResult: Sendable {
  /// The forecast, with the record's decimals.
  public var forecast: DemandForecast
  /// What was noticed, in order of queue name.
  public var findings: [Finding]
  /// The models, in order of queue name.
  public var models: [ModelDescription]
  /// Queues that could not be forecast; each has a finding of severity error.
  public var failedQueues: [String]
  /// What the models said before the planner's own changes; nil where there were none.
  public var unadjusted: DemandForecast?
  /// The planner's own changes that had an effect, in their order.
  public var adjustments: [Adjustment] = []
  /// How errors hang together, by queue; empty unless ``ForecastRequest/learnsDependence`` asked for it.
  public var dependence: [String: DayDependence] = [:]
}
