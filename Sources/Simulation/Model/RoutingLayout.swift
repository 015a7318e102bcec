internal import ContactCenter

/// One group in a queue's order of choice; the tier it belongs to ends at `tierEnd`.
struct Route: Sendable {
  var group: Int32
  var tierEnd: Int32
  /// Idle agents of the group that the queue's contacts leave alone.
  var reserve: Int32
}

/// One line in a group's order of choice.
struct Choice: Sendable {
  var line: Int32
  /// The line's queue.
  var queue: Int32
  /// The step of the queue's script that must have opened the group to a contact; −1 where it is open at once.
  var step: Int32
  /// Idle agents of the group that the queue's contacts leave alone.
  var reserve: Int32
}

/// Who may serve whom, flattened: each queue's groups and each group's lines in order of choice.
struct RoutingLayout: Sendable {
  /// Each queue's groups in order of choice; after those open at once, those that its steps open.
  var routes: ContiguousArray<Route> = []
  /// Where each queue's routes begin, and where those open at once end.
  var routeRanges: [Range<Int>] = []
  /// Each group's lines in order of choice.
  var choices: ContiguousArray<Choice> = []
  /// Where each group's choices begin, and the end of the last.
  var choiceStarts = [0]

  init(
    _ queues: [QueueModel], _ groups: [GroupModel], _ traits: inout [QueueTraits]
  ) throws(SimulationError) {
    for index in queues.indices {
      try addRoutes(of: index, queues, groups, &traits)
    }
    for index in groups.indices { try addChoices(of: index, queues, groups, traits) }
  }

  private mutating func addRoutes(
    of index: Int, _ queues: [QueueModel], _ groups: [GroupModel], _ traits: inout [QueueTraits]
  ) throws(SimulationError) {
    let queue = queues[index]
    let serving = groups.indices.filter { groups[$0].queues.contains(queue.name) }
    func group(named name: String) throws(SimulationError) -> Int {
      guard let found = serving.first(where: { groups[$0].name == name }) else {
        throw SimulationError(
          "the routing of \(queue.name) names the group \(name), which does not serve it",
          place: queue.name, advice: "Maybe the queue is missing from the group's list.")
      }
      return found
    }
    for name in queue.reserves.keys.sorted() { _ = try group(named: name) }
    var left = Set(serving)
    var stepTiers: [[Int]] = []
    let steps = queue.steps.enumerated().sorted {
      ($0.element.after.value, $0.offset) < ($1.element.after.value, $1.offset)
    }
    .map(\.element)
    for step in steps {
      var members: [Int] = []
      if case .open(let names) = step.action {
        for name in names {
          let found = try group(named: name)
          if left.remove(found) != nil { members.append(found) }
        }
      }
      stepTiers.append(members.sorted())
    }
    var tiers: [[Int]] = []
    for tier in queue.groupTiers ?? [] {
      var members: [Int] = []
      for name in tier {
        let found = try group(named: name)
        if left.remove(found) != nil { members.append(found) }
      }
      if !members.isEmpty { tiers.append(members.sorted()) }
    }
    if !left.isEmpty { tiers.append(left.sorted()) }
    let start = routes.count
    for tier in tiers { append(tier, queue, groups) }
    routeRanges.append(start..<routes.count)
    for (step, members) in zip(steps, stepTiers) {
      let first = routes.count
      append(members, queue, groups)
      let action: RoutingStepLayout.Action
      switch step.action {
      case .open: action = .open(first..<routes.count)
      case .dismiss: action = .dismiss
      case .move(let name):
        guard let target = queues.firstIndex(where: { $0.name == name }) else {
          throw SimulationError(
            "the routing of \(queue.name) moves contacts to \(name), which is no queue",
            place: queue.name, advice: "Maybe the name is misspelled.")
        }
        action = .move(target)
      }
      traits[index].steps.append(
        RoutingStepLayout(
          after: step.after.value, conditions: step.conditions, action: action))
    }
  }

  private mutating func append(_ tier: [Int], _ queue: QueueModel, _ groups: [GroupModel]) {
    let end = Int32(routes.count + tier.count)
    for group in tier {
      let reserve =
        (queue.reserves[groups[group].name] ?? 0) + (queue.behavior.outbound?.reserve ?? 0)
      routes.append(Route(group: Int32(group), tierEnd: end, reserve: Int32(clamping: reserve)))
    }
  }

  private mutating func addChoices(
    of group: Int, _ queues: [QueueModel], _ groups: [GroupModel], _ traits: [QueueTraits]
  ) throws(SimulationError) {
    var seen = Set<String>()
    for name in groups[group].queues where seen.insert(name).inserted {
      guard let queue = queues.firstIndex(where: { $0.name == name }) else {
        throw SimulationError(
          "group \(groups[group].name) serves the queue \(name), which is not in the model",
          place: groups[group].name,
          advice: "Maybe the queue has no forecast, or its name is misspelled.")
      }
      let step = traits[queue].steps.firstIndex { step in
        guard case .open(let opened) = step.action else { return false }
        return routes[opened].contains { $0.group == Int32(group) }
      }
      let reserve =
        (queues[queue].reserves[groups[group].name] ?? 0)
        + (queues[queue].behavior.outbound?.reserve ?? 0)
      func add(_ line: Int32, reserve: Int) {
        choices.append(
          Choice(
            line: line, queue: Int32(queue), step: step.map(Int32.init) ?? -1,
            reserve: Int32(clamping: reserve)))
      }
      if traits[queue].preferredLine >= 0 {
        // A customer who has been dialed and has answered is not left waiting for the sake of a reserve.
        add(traits[queue].preferredLine, reserve: traits[queue].isPredictive ? 0 : reserve)
      }
      if !traits[queue].isPredictive { add(Int32(queue), reserve: reserve) }
    }
    choiceStarts.append(choices.count)
  }
}
