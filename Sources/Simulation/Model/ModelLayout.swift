internal import ContactCenter

/// A change of who is there: the new number of agents of a group, or one named agent coming (1) or going (0).
struct StaffChange: Sendable {
  var seconds: Double
  var subject: Int32
  var value: Int32
  /// The shift a named agent's change belongs to; none for a group.
  var shift: Int32 = -1
  /// What the handle times of a named agent who comes are multiplied by.
  var slowness = 1.0
}

/// A model checked, sorted by name and flattened into arrays that the engine can walk.
///
/// Sorting here is what makes the order of the lists in a plan meaningless.
struct ModelLayout: Sendable {
  /// Sorted by name.
  var queues: [QueueModel]
  /// Sorted by name.
  var groups: [GroupModel]
  /// Seconds from the start at which intervals begin, and the end of the last.
  var boundaries: ContiguousArray<Double>
  /// The day of each interval, for busyness; days that are not stated are cut every 24 hours.
  var dayOfInterval: [Int]
  /// The number of each interval's day, from 0 without gaps: where its waits are counted.
  var dayNumbers: [Int] = []
  /// Contacts a second at `queue * intervals + interval`.
  var rates: ContiguousArray<Double>
  /// Mean handle seconds at `queue * intervals + interval`.
  var handleSeconds: ContiguousArray<Double>
  /// What the engine must know about each queue.
  var traits: [QueueTraits]
  /// Who may serve whom, in order of choice.
  var routing: RoutingLayout
  /// One line to a queue, and one more where it has preferred or connected customers.
  var lineCount: Int
  /// Places shared by queues, in order of name.
  var lineGroups: [LineGroup]
  /// What a handle time is multiplied by at `group * queues + queue`: one over proficiency.
  var slowness: ContiguousArray<Double>
  /// The group of each agent; agents of a group are neighbors.
  var agentGroup: ContiguousArray<Int32>
  /// All changes of staff in order of time.
  var changes: ContiguousArray<StaffChange>
  /// Whether a change names an agent.
  var isRoster: Bool
  /// The share of shifts that are not worked; 0 where agents have no names.
  var absence: Double
  /// Each agent's shifts; empty without absence and lateness.
  var agentShifts: [RosterShifts.Agent]
  /// When each of those shifts begins.
  var shiftStarts: ContiguousArray<Double> = []
  /// The name of each agent of a roster; empty for counts.
  var agentNames: [String] = []
  /// Lateness and the end of shifts.
  var attendance: AttendanceModel
  /// Whether some agent's speed is not the group's.
  var hasSpeeds = false
  /// How handle times and patience of each queue spread.
  var handleSamplers: [DurationSampler]
  var patienceSamplers: [DurationSampler]
  /// Speed of each of so many sessions in work at `queue * maximumSessions + sessions − 1`; empty where it is always 1.
  var speedByLevel: ContiguousArray<Double> = []
  /// Times at which queues close, ascending, with the queue.
  var closings: [(seconds: Double, queue: Int)] = []

  var intervalCount: Int { boundaries.count - 1 }
  /// How many days waits are counted by.
  var dayCount: Int { (dayNumbers.last ?? 0) + 1 }

  init(_ model: SimulationModel) throws(SimulationError) {
    try ModelCheck.absence(model.absence)
    boundaries = try Self.boundaries(of: model)
    let intervals = boundaries.count - 1
    queues = model.queues.sorted { $0.name < $1.name }
    groups = model.groups.sorted { $0.name < $1.name }
    try ModelCheck.names(queues.map(\.name), kind: "queue")
    try ModelCheck.names(groups.map(\.name), kind: "group")
    rates = []
    handleSeconds = []
    var expected = 0.0
    for queue in queues {
      try ModelCheck.queue(queue, intervals: intervals)
      for interval in 0..<intervals {
        let length = boundaries[interval + 1] - boundaries[interval]
        rates.append(queue.expectedContacts[interval] / length)
        handleSeconds.append(queue.meanHandleSeconds[interval])
        expected += queue.expectedContacts[interval]
      }
      expected += Double(queue.initialBacklog)
    }
    try ModelCheck.volume(expected)
    dayOfInterval = Self.days(of: model, boundaries)
    for interval in 0..<intervals {
      let isNew = interval > 0 && dayOfInterval[interval] != dayOfInterval[interval - 1]
      dayNumbers.append((dayNumbers.last ?? 0) + (isNew ? 1 : 0))
    }
    lineGroups = model.lineGroups.sorted { $0.name < $1.name }
    try ModelCheck.names(lineGroups.map(\.name), kind: "line group")
    (traits, lineCount) = try TraitsLayout.traits(
      queues, groups, lineGroups, model, end: boundaries[intervals])
    routing = try RoutingLayout(queues, groups, &traits)
    TraitsLayout.addTimers(&traits, queues, groups)
    slowness = []
    for group in groups {
      try ModelCheck.group(group)
      for queue in queues { slowness.append(1 / (group.proficiencies[queue.name] ?? 1)) }
    }
    handleSamplers = queues.map {
      DurationSampler($0.handleTimeShape ?? .usual(variation: $0.handleTimeVariation))
    }
    patienceSamplers = queues.map { DurationSampler($0.patienceShape) }
    speedByLevel = Self.speedByLevel(queues)
    for queue in queues.indices {
      closings += traits[queue].closings.map { ($0, queue) }
    }
    closings.sort { ($0.seconds, $0.queue) < ($1.seconds, $1.queue) }
    try ModelCheck.attendance(model.attendance)
    attendance = model.attendance
    switch model.staffing {
    case .counts(let counts):
      isRoster = false
      absence = 0
      agentShifts = []
      (agentGroup, changes) = try StaffLayout.counts(counts, groups, boundaries)
    case .roster(let spans):
      isRoster = true
      absence = model.absence
      let shifts = try StaffLayout.shifts(
        spans, groups, model.attendance, end: boundaries[intervals])
      let isDrawn = absence > 0 || attendance.lateShare > 0
      agentShifts = isDrawn ? shifts.agents : []
      shiftStarts = isDrawn ? shifts.starts : []
      (agentGroup, agentNames, changes) = try StaffLayout.roster(shifts.spans, groups)
      hasSpeeds = changes.contains { $0.slowness != 1 }
    }
  }

  private static func speedByLevel(_ queues: [QueueModel]) -> ContiguousArray<Double> {
    guard queues.contains(where: { !$0.behavior.handleTimeByLevel.isEmpty }) else { return [] }
    return ContiguousArray(
      queues.flatMap { queue -> [Double] in
        let levels = queue.behavior.handleTimeByLevel
        return (0..<ModelCheck.maximumSessions).map { level in
          levels.isEmpty ? 1 : 1 / levels[min(level, levels.count - 1)]
        }
      })
  }

  private static func boundaries(
    of model: SimulationModel
  ) throws(SimulationError) -> ContiguousArray<Double> {
    guard let first = model.intervals.first else {
      throw SimulationError(
        "there is no interval to simulate", place: "intervals",
        advice: "Maybe the horizon is empty: --from and --to are the same day.")
    }
    var result: ContiguousArray<Double> = [0]
    var end = first.start
    for interval in model.intervals {
      guard interval.start == end, interval.end > interval.start else {
        throw SimulationError(
          "interval \(result.count) does not begin where the one before it ends",
          place: "intervals", advice: "Maybe a stretch of the forecast is missing.")
      }
      end = interval.end
      result.append(Double(end.seconds(since: first.start)))
    }
    return result
  }

  private static func days(
    of model: SimulationModel, _ boundaries: ContiguousArray<Double>
  ) -> [Int] {
    var result = (0..<(boundaries.count - 1)).map { Int(boundaries[$0] / 86_400) }
    // Stated days get numbers of their own, whatever their length.
    for (number, day) in model.days.enumerated() {
      for interval in day.clamped(to: 0..<result.count) { result[interval] = -1 - number }
    }
    return result
  }
}
