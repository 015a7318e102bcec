public import ContactCenter

/// A contact center as the simulation sees it: time, queues, groups and who is there.
///
/// A value without behavior. Queues and groups may be listed in any order: they are sorted by name before
/// anything happens, and every random stream is keyed by a name.
///
/// ```swift
/// let day = Interval(start: Instant(secondsSinceEpoch: 0), end: Instant(secondsSinceEpoch: 3600))
/// let model = SimulationModel(
///   intervals: [day],
///   queues: [QueueModel(name: "q", expectedContacts: [960], meanHandleSeconds: [180],
///     meanPatienceSeconds: 120)],
///   groups: [GroupModel(name: "g", queues: ["q"])],
///   staffing: .counts(["g": [50]]))
/// let result = try await simulate(model, options: SimulationOptions(seed: 1, replications: 100))
/// ```
public struct SimulationModel: Hashable, Sendable {
  /// The intervals, ascending, each beginning where the last ends.
  public var intervals: [Interval]
  /// The indices of the intervals of each day that is to be reported.
  public var days: [Range<Int>]
  /// The indices of the intervals of each week that is to be reported.
  public var weeks: [Range<Int>]
  /// The first interval that is reported; those before it are simulated to warm up.
  public var firstReportedInterval: Int
  /// The queues, in any order.
  public var queues: [QueueModel]
  /// The groups, in any order.
  public var groups: [GroupModel]
  /// Who is there.
  public var staffing: StaffingInput
  /// The share of rostered shifts that are not worked, 0 up to but not including 1; counts have no absence.
  ///
  /// In each replication every agent misses each shift with this probability, independently of all others. The
  /// spans of one agent are one shift where less than 4 hours lie between them, as at a break.
  public var absence: Double
  /// Lateness, the end of shifts and outages of sites.
  public var attendance: AttendanceModel
  /// Places that queues share: trunk lines and waiting rooms.
  public var lineGroups: [LineGroup]

  /// Creates a model that starts empty, without day and week rows.
  public init(
    intervals: [Interval], days: [Range<Int>] = [], weeks: [Range<Int>] = [],
    firstReportedInterval: Int = 0, queues: [QueueModel], groups: [GroupModel],
    staffing: StaffingInput, absence: Double = 0,
    attendance: AttendanceModel = AttendanceModel(), lineGroups: [LineGroup] = []
  ) {
    self.intervals = intervals
    self.days = days
    self.weeks = weeks
    self.firstReportedInterval = firstReportedInterval
    self.queues = queues
    self.groups = groups
    self.staffing = staffing
    self.absence = absence
    self.attendance = attendance
    self.lineGroups = lineGroups
  }

  /// A single stationary interval with constant rates, for studies and benchmarks.
  ///
  /// `seconds` long, starting at the epoch; the numbers in queues and staffing are those of the one interval.
  public static func stationary(
    seconds: Int, queues: [QueueModel], groups: [GroupModel], agents: [String: Int]
  ) -> SimulationModel {
    SimulationModel(
      intervals: [
        Interval(
          start: Instant(secondsSinceEpoch: 0), end: Instant(secondsSinceEpoch: max(1, seconds)))
      ],
      queues: queues, groups: groups, staffing: .counts(agents.mapValues { [$0] }))
  }
}
