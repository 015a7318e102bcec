/// A key of the plan file: the reader accepts exactly these, and the reference page is made from them.
public struct PlanKey: Hashable, Sendable {
  /// The key.
  public var name: String
  /// The form of its value, such as `duration`.
  public var form: String
  /// What it means, with its default.
  public var meaning: String

  init(_ name: String, _ form: String, _ meaning: String) {
    self.name = name
    self.form = form
    self.meaning = meaning
  }
}

/// Every section of the plan file with its keys.
///
/// `*` in a section's path stands for a name of one's own.
public enum PlanKeyCatalog {
  /// The sections in the order of the reference page.
  public static let sections: [(path: String, keys: [PlanKey])] =
    [
      ("", top), ("inputs", inputs), ("time", time), ("queues.*", queue),
    ] + queueSections + [
      ("groups.*", group), ("sites.*", site), ("lines.*", line), ("attendance", attendance),
      ("attendance.late", late), ("attendance.site_outages", siteOutage), ("ramp_up", rampUp),
      ("shrinkage", shrinkage), ("shrinkage.categories.*", shrinkageCategory),
      ("shift_types.*", shiftType), ("contracts.*", contract),
      ("contracts.*.hours_per_week", contractHours), ("contracts.*.rules", contractRule),
      ("contracts.*.overtime", overtime), ("contracts.*.split_shifts", splitShift),
      ("shifts", shifts),
      ("shifts.breaks", pattern), ("shifts.breaks.breaks", rule), ("shifts.limits", shiftLimit),
      ("cover", cover), ("activities.*", activity),
      ("forecast", forecast),
      ("staffing", staffing), ("schedule", schedule), ("schedule.fairness", fairness),
      ("schedule.prices", prices), ("schedule.prices.premiums.*", premium),
      ("simulation", simulation),
      ("outputs", outputs),
    ]

  /// The keys of a queue: what it is, what its customers do, how it is worked, who takes it.
  static let queue = queueBasics + queueCustomers + queueWork + queueRouting

  static let top = [
    PlanKey("center", "text", "The name of the center. Default: center."),
    PlanKey(
      "timezone", "IANA zone", "Whose wall clock cuts the day, such as America/Chicago. Required."),
    PlanKey(
      "interval", "duration",
      "Length of a planning interval: 5m, 10m, 15m, 30m or 60m. Default: 15m."),
    PlanKey("inputs", "section", "The data files."),
    PlanKey("time", "section", "How local times without offset are read."),
    PlanKey("queues", "section", "One entry per queue, by name. Required."),
    PlanKey(
      "groups", "section", "One entry per agent group, by name. Default: one group per queue."),
    PlanKey("sites", "section", "Where agents sit, by name: seats and fewest agents."),
    PlanKey(
      "lines", "section", "Places that queues share: trunk lines and waiting rooms, by name."),
    PlanKey("attendance", "section", "Lateness, the end of shifts, sites out of order."),
    PlanKey("ramp_up", "section", "How new hires grow into full speed. Default: at once."),
    PlanKey("shrinkage", "section", "Time lost before agents reach contacts."),
    PlanKey(
      "contracts", "section", "One entry per contract, by name. Default: full-time and part-time."),
    PlanKey(
      "shift_types", "section",
      "Kinds of shift that rules, wishes and cover speak of, by name. Default: none."),
    PlanKey("shifts", "section", "When shifts start and which breaks they have."),
    PlanKey(
      "cover", "list",
      "Agents wanted by group, shift type and day, in place of a requirement by interval."),
    PlanKey(
      "activities", "section",
      "Meetings, training and coaching to place in the shifts of named agents, by name."),
    PlanKey("forecast", "section", "What to forecast."),
    PlanKey("staffing", "section", "How to staff."),
    PlanKey("schedule", "section", "What to schedule."),
    PlanKey("simulation", "section", "How to simulate."),
    PlanKey("outputs", "section", "Where results go."),
  ]
  static let inputs = [
    PlanKey(
      "history", "path", "The history record, relative to the plan. Required by forecast and run."),
    PlanKey(
      "calendar", "path", "Holidays, closed days and events: a record, or an iCalendar file (.ics)."
    ),
    PlanKey("regressors", "path", "What drives demand, by date, future values included."),
    PlanKey("agents", "path", "The agents record. Required by a roster of named agents."),
    PlanKey("availability", "path", "Leave, requests, wishes and pinned shifts."),
    PlanKey(
      "roster", "path",
      "The roster before the period: rest, stretches and counts go on across the border. Default: nothing is known."
    ),
    PlanKey("adjustments", "path", "The planner's own changes of the forecast, applied last."),
    PlanKey(
      "paths", "path",
      "Sample paths of the forecast; a simulation takes volumes from them where there are some."),
  ]
  static let time = [
    PlanKey(
      "overlap", "error | first | second | by-order",
      "The local hour that comes twice. Default: error."),
    PlanKey("gap", "error | shift | drop", "The local hour that never comes. Default: error."),
  ]
  static let queueBasics = [
    PlanKey("channel", "channel", "voice, chat, email, messaging, … Default: voice."),
    PlanKey(
      "open", "hours",
      "\"24h\", or days with stretches: { mon-fri: \"07:00-21:00\" }. Default: learned from history."
    ),
    PlanKey(
      "regions", "list of names",
      "Where its customers are: calendar entries of other regions do not concern it. Default: none."
    ),
    PlanKey("handle_time", "duration", "Mean handle time where the history has none."),
    PlanKey(
      "handle_time_cv", "number",
      "Standard deviation of handle time over its mean: 0.8 is lognormal 0.8. Default: 1 (exponential)."
    ),
    PlanKey(
      "patience", "duration", "Mean patience of a waiting customer. Default: nobody gives up."),
    PlanKey(
      "target", "target", "80/20 (seconds) or 90%/4h. Default: 80/20; 90%/4h for deferred channels."
    ),
    PlanKey("service_level", "definition", "How it is counted. Default: offered."),
    PlanKey(
      "target_over", "interval | day | week",
      "The period over which the service level is promised. Default: staffing.target_over."),
    PlanKey("max_asa", "duration", "The longest average speed of answer."),
    PlanKey("max_abandonment", "share", "The largest share that may abandon."),
    PlanKey("max_occupancy", "share", "The largest occupancy of agents."),
    PlanKey("priority", "whole number", "1 is served first. Default: 1."),
    PlanKey(
      "sessions", "whole number", "Contacts one agent takes at a time. Default: the channel's."),
    PlanKey("minimum_agents", "whole number", "The fewest agents while open. Default: 0."),
    PlanKey(
      "maximum_agents", "whole number",
      "The most agents, whatever the target asks for. Default: no limit."),
  ]
  static let forecast = [
    PlanKey("horizon", "duration in days", "How far ahead. Default: 28d."),
    PlanKey("model", "model", "A model's name, or auto. Default: auto."),
    PlanKey(
      "archive", "path | none",
      "The folder in which every forecast is kept, for muster accuracy, relative to the plan. Default: archive in the folder of results, by muster run."
    ),
    PlanKey(
      "reconcile", "bottom-up | top-down | mint",
      "How queues agree with forecasts of their channels and the center: their sums count, the whole counts, or each level by how sure it is. Default: bottom-up."
    ),
  ]
  static let simulation = [
    PlanKey("replications", "whole number", "Independent repetitions of the period. Default: 200."),
    PlanKey("seed", "whole number", "The seed of all random streams. Default: 1."),
    PlanKey("start", "empty | warm-up", "What the first day begins with. Default: warm-up."),
    PlanKey(
      "sampling", "independent | antithetic | stratified",
      "How random numbers are drawn over replications. Default: independent."),
    PlanKey(
      "precision", "share",
      "Half-width of the center's service level, 95 %, at which to stop before all replications are run. Default: never."
    ),
    PlanKey(
      "control_variates", "true | false",
      "Whether the known mean of arrivals sharpens service levels. Default: false."),
  ]
  static let outputs = [
    PlanKey("directory", "path", "The folder of results, relative to the plan. Default: out.")
  ]
}
