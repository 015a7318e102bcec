internal import ContactCenter

/// A change of who is there: the new number of agents of a group, or one named agent coming (1) or going (0).
struct StaffChange: Sendable {
  var seconds: Double
  var subject: Int32
  var value: Int32
  /// The shift a named agent's change belongs to; none for a group.
  var shift: Int32 = -1
}

/// One group in a queue's order of choice; the tier it belongs to ends at `tierEnd`.
struct Route: Sendable {
  var group: Int32
  var tierEnd: Int32
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
  /// Each queue's groups in order of choice.
  var routes: ContiguousArray<Route>
  /// Where each queue's routes begin, and the end of the last.
  var routeStarts: [Int]
  /// Each group's queues in order of choice.
  var choices: ContiguousArray<Int32>
  /// Where each group's choices begin, and the end of the last.
  var choiceStarts: [Int]
  /// What a handle time is multiplied by at `group * queues + queue`: one over proficiency.
  var slowness: ContiguousArray<Double>
  /// The group of each agent; agents of a group are neighbors.
  var agentGroup: ContiguousArray<Int32>
  /// The name of the agent at each desk; empty where agents have no names.
  var agentNames: [String] = []
  /// All changes of staff in order of time.
  var changes: ContiguousArray<StaffChange>
  /// Whether a change names an agent.
  var isRoster: Bool
  /// The share of shifts that are not worked; 0 where agents have no names.
  var absence: Double
  /// Each agent's shifts; empty without absence.
  var agentShifts: [RosterShifts.Agent]

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
    (choices, choiceStarts) = try Self.choices(groups, queues)
    (routes, routeStarts) = try Self.routes(queues, groups)
    slowness = []
    for group in groups {
      try ModelCheck.group(group)
      for queue in queues { slowness.append(1 / (group.proficiencies[queue.name] ?? 1)) }
    }
    switch model.staffing {
    case .counts(let counts):
      isRoster = false
      absence = 0
      agentShifts = []
      (agentGroup, changes) = try StaffLayout.counts(counts, groups, boundaries)
    case .roster(let spans):
      isRoster = true
      absence = model.absence
      let shifts = try StaffLayout.shifts(spans, groups, end: boundaries[intervals])
      agentShifts = absence > 0 ? shifts.agents : []
      (agentGroup, changes) = try StaffLayout.roster(shifts.spans, groups)
    }
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

  private static func choices(
    _ groups: [GroupModel], _ queues: [QueueModel]
  ) throws(SimulationError) -> (ContiguousArray<Int32>, [Int]) {
    var choices: ContiguousArray<Int32> = []
    var starts = [0]
    for group in groups {
      var seen = Set<String>()
      for name in group.queues where seen.insert(name).inserted {
        guard let queue = queues.firstIndex(where: { $0.name == name }) else {
          throw SimulationError(
            "group \(group.name) serves the queue \(name), which is not in the model",
            place: group.name, advice: "Maybe the queue has no forecast, or its name is misspelled."
          )
        }
        choices.append(Int32(queue))
      }
      starts.append(choices.count)
    }
    return (choices, starts)
  }

  private static func routes(
    _ queues: [QueueModel], _ groups: [GroupModel]
  ) throws(SimulationError) -> (ContiguousArray<Route>, [Int]) {
    var routes: ContiguousArray<Route> = []
    var starts = [0]
    for queue in queues {
      let serving = groups.indices.filter { groups[$0].queues.contains(queue.name) }
      var left = Set(serving)
      var tiers: [[Int]] = []
      for tier in queue.groupTiers ?? [] {
        var members: [Int] = []
        for name in tier {
          guard let group = serving.first(where: { groups[$0].name == name }) else {
            throw SimulationError(
              "the routing of \(queue.name) names the group \(name), which does not serve it",
              place: queue.name, advice: "Maybe the queue is missing from the group's list.")
          }
          if left.remove(group) != nil { members.append(group) }
        }
        if !members.isEmpty { tiers.append(members.sorted()) }
      }
      if !left.isEmpty { tiers.append(left.sorted()) }
      for tier in tiers {
        let end = Int32(routes.count + tier.count)
        routes.append(contentsOf: tier.map { Route(group: Int32($0), tierEnd: end) })
      }
      starts.append(routes.count)
    }
    return (routes, starts)
  }
}
