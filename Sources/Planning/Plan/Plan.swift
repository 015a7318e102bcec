public import ContactCenter
public import Forecasting
public import Simulation

/// One center and what is asked about it: the plan file as a value.
public struct Plan: Sendable {
  /// The name of the center.
  public var center: String
  /// Intervals by the center's wall clock.
  public var grid: TimeGrid
  /// The files that hold the data, as the plan writes them.
  public var inputs: PlanInputs
  /// How naive local times that come twice or never are read.
  public var localTime: LocalTimePolicy
  /// The queues, in order of name.
  public var queues: [Queue]
  /// The agent groups, in order of name.
  public var groups: [AgentGroup]
  /// Where agents sit, in order of name; only those with limits.
  public var sites: [Site] = []
  /// Places that queues share, in order of name.
  public var lines: [LineGroup] = []
  /// Lateness, the end of shifts and sites out of order.
  public var attendance = Attendance()
  /// How new hires grow into full speed; nil where all work at theirs from the first day.
  public var rampUp: RampUp?
  /// The contracts, in order of name.
  public var contracts: [Contract]
  /// Time lost before agents reach contacts; breaks that shifts hold are not in it.
  public var shrinkage: ShrinkageLedger
  /// When shifts start and which breaks they have.
  public var shiftRules: ShiftRules
  /// Agents wanted in shifts of a type, in place of a requirement by interval; empty without.
  public var cover: [CoverRule] = []
  /// Meetings, training and coaching to place in a roster, in order of name.
  public var activities: [ActivityRequest] = []
  /// What to forecast.
  public var forecast: ForecastSettings
  /// How to staff.
  public var staffing = StaffingSettings()
  /// What to schedule.
  public var schedule: ScheduleSettings
  /// How to simulate.
  public var simulation: SimulationSettings
  /// The folder for what a run writes, as the plan writes it.
  public var outputDirectory: String
  /// What was noticed while reading.
  public var findings: [Finding]

  /// Creates a plan of queues with usual settings; groups default to one per queue.
  public init(
    center: String, grid: TimeGrid, queues: [Queue], groups: [AgentGroup]? = nil,
    contracts: [Contract] = Plan.usualContracts, findings: [Finding] = []
  ) {
    self.center = center
    self.grid = grid
    self.inputs = PlanInputs()
    self.localTime = LocalTimePolicy()
    self.queues = queues.sorted { $0.name < $1.name }
    self.groups = (groups ?? queues.map { AgentGroup(name: $0.name, queues: [$0.name]) })
      .sorted { $0.name < $1.name }
    self.contracts = contracts.sorted { $0.name < $1.name }
    self.shrinkage = ShrinkageLedger()
    self.shiftRules = .usual
    self.forecast = ForecastSettings()
    self.schedule = ScheduleSettings()
    self.simulation = SimulationSettings()
    self.outputDirectory = "out"
    self.findings = findings
  }

  /// Full-time (40 hours a week in shifts of 8 or 9 hours) and part-time (25 hours, 4 or 5).
  public static let usualContracts = [
    Contract(
      name: "full-time", hoursPerWeek: 40, daysPerWeek: 5,
      shiftMinutes: [480, 540], restMinutes: 660),
    Contract(
      name: "part-time", hoursPerWeek: 25, daysPerWeek: 5, shiftMinutes: [240, 300],
      restMinutes: 660),
  ]

  /// The queue of a name.
  public func queue(named name: String) -> Queue? { queues.first { $0.name == name } }

  /// The ledger without what shifts already hold: where there are break patterns, breaks are scheduled.
  public var requirementLedger: ShrinkageLedger {
    shiftRules.patterns.contains { !$0.breaks.isEmpty } ? shrinkage.leavingOutBreaks() : shrinkage
  }

  /// The group of a name.
  public func group(named name: String) -> AgentGroup? { groups.first { $0.name == name } }
}

/// The data files of a plan, relative to the plan's own folder.
public struct PlanInputs: Hashable, Sendable {
  /// The history record.
  public var history: String?
  /// The calendar: a record, or an iCalendar file.
  public var calendar: String?
  /// The regressors record.
  public var regressors: String?
  /// The agents record.
  public var agents: String?
  /// The availability record.
  public var availability: String?
  /// The roster before the period.
  public var previousRoster: String?
  /// The adjustments record.
  public var adjustments: String?
  /// The paths record.
  public var paths: String?

  /// Creates inputs that name no file.
  public init() {}
}

/// What to forecast.
public struct ForecastSettings: Hashable, Sendable {
  /// Days ahead.
  public var horizonDays = 28
  /// The model's name, or `auto`.
  public var model = "auto"
  /// How forecasts of queues, channels and the center are brought to agree.
  public var reconciliation = ReconciliationMethod.bottomUp

  /// The folder in which forecasts are kept, as the plan writes it; nil for the usual one, `none` for nowhere.
  public var archive: String?

  /// Creates the usual settings: 28 days by `auto`.
  public init() {}
}

/// What to schedule.
public struct ScheduleSettings: Hashable, Sendable {
  /// The first day where no requirement says it.
  public var from: CivilDate?
  /// Days, from the first day of the forecast.
  public var days = 7
  /// The gap to the bound at which the search for shifts stops.
  public var gap = 0.01
  /// How long the search for a roster of a group may go on, in billions of steps; about a second each.
  public var effort = 10.0
  /// What it costs where agents do not share alike.
  public var fairness = FairnessPrices()
  /// What shifts keep the queues' service levels over.
  public var targetSpan = TargetSpan.interval
  /// What hours short, superfluous and at odd times cost.
  public var prices = SchedulePrices()
  /// The most rounds in which the requirement is corrected by simulation of the roster; 0 for none.
  public var corrections = 0

  /// Creates the usual settings: one week within 1 %.
  public init() {}
}

/// How to simulate.
public struct SimulationSettings: Hashable, Sendable {
  /// What the first simulated day begins with.
  public enum Start: String, Hashable, Sendable, CaseIterable {
    /// Nobody waits and nobody is served at the first instant.
    case empty
    /// The first day is simulated once before, and what it leaves behind is carried over midnight.
    case warmUp = "warm-up"
  }

  /// Independent repetitions of the period.
  public var replications = 200
  /// The seed of all random streams.
  public var seed: UInt64 = 1
  /// What the first day begins with.
  public var start = Start.warmUp
  /// How random numbers are drawn over replications.
  public var sampling = SimulationOptions.Sampling.independent
  /// The 95 % half-width of the center's service level at which to stop early; nil to run all replications.
  public var precision: Share?
  /// Whether the known mean of arrivals sharpens service levels.
  public var usesControlVariates = false

  /// Creates the usual settings: 200 replications from seed 1 after a warm-up day.
  public init() {}
}
