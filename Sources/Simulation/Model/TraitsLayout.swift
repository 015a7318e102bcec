internal import ContactCenter

/// Behaviors checked and put into the engine's words.
enum TraitsLayout {
  /// What the engine must know about each queue, and how many lines there are.
  static func traits(
    _ queues: [QueueModel], _ groups: [GroupModel], _ lineGroups: [LineGroup],
    _ model: SimulationModel, end: Double
  ) throws(SimulationError) -> (traits: [QueueTraits], lineCount: Int) {
    var traits: [QueueTraits] = []
    var lineCount = queues.count
    let handsOver = model.attendance.shiftEnd == .handOver
    for (index, queue) in queues.enumerated() {
      try BehaviorCheck.queue(queue, queues, end: end)
      let isAlone = !handsOver && !lineGroups.contains { $0.queues.contains(queue.name) }
      var own = QueueTraits(queue, index: index, isAlone: isAlone)
      let behavior = queue.behavior
      if behavior.preferred != nil || own.isPredictive {
        own.preferredLine = Int32(lineCount)
        lineCount += 1
      }
      func position(of name: String?) -> Int32 {
        Int32(queues.firstIndex { $0.name == name } ?? index)
      }
      own.redialQueue = position(of: behavior.redial?.queue ?? queue.name)
      own.recontactQueue = position(of: behavior.recontact?.queue ?? queue.name)
      var share = 0.0
      for transfer in behavior.transfers.sorted(by: { $0.queue < $1.queue }) {
        share += transfer.share.value
        own.transfers.append((share, position(of: transfer.queue)))
      }
      let open = queue.openSeconds.map { merged($0, end: end) }
      if behavior.closing == .dismiss, let open {
        own.closings = open.map(\.upperBound).filter { $0 < end }
      }
      if behavior.clock == .openHours, let open { own.openSeconds = OpenClock(open) }
      if let origin = model.intervals.first?.start {
        own.outages = merged(
          (behavior.selfService?.outages ?? []).compactMap { outage in
            let start = Double(outage.start.seconds(since: origin))
            let end = Double(outage.end.seconds(since: origin))
            return start < end ? start..<end : nil
          }, end: .infinity)
      }
      if case .trace(let contacts) = queue.arrivals {
        own.trace = ContiguousArray(
          contacts.filter { $0.seconds >= 0 && $0.seconds < end }.sorted { first, second in
            (first.seconds, first.handleSeconds ?? 0, first.patienceSeconds ?? 0)
              < (second.seconds, second.handleSeconds ?? 0, second.patienceSeconds ?? 0)
          })
      }
      traits.append(own)
    }
    try addLineGroups(&traits, queues, lineGroups)
    addConnections(&traits, queues, groups)
    return (traits, lineCount)
  }

  private static func addLineGroups(
    _ traits: inout [QueueTraits], _ queues: [QueueModel], _ lineGroups: [LineGroup]
  ) throws(SimulationError) {
    for (index, group) in lineGroups.enumerated() {
      guard group.places >= 0 else {
        throw SimulationError(
          "the number of places is \(group.places)", place: group.name,
          advice: "Maybe leave the line group out where there is no limit.")
      }
      for name in Set(group.queues).sorted() {
        guard let queue = queues.firstIndex(where: { $0.name == name }) else {
          throw SimulationError(
            "the queue \(name) is not in the model", place: group.name,
            advice: "Maybe the name is misspelled.")
        }
        let isTaken =
          group.kind == .trunk ? traits[queue].trunk >= 0 : traits[queue].room >= 0
        guard !isTaken else {
          throw SimulationError(
            "the queue \(name) is in two line groups of the kind \(group.kind.rawValue)",
            place: group.name, advice: "Maybe put it into one of them.")
        }
        if group.kind == .trunk {
          traits[queue].trunk = Int32(index)
        } else {
          traits[queue].room = Int32(index)
        }
        traits[queue].hasTimers = true
        traits[queue].hasWrapPhase =
          traits[queue].trunk >= 0 && queues[queue].behavior.wrapUp.value > 0
      }
    }
  }

  /// Contacts that come from another queue keep their record, and live work interrupts what shares its agents.
  private static func addConnections(
    _ traits: inout [QueueTraits], _ queues: [QueueModel], _ groups: [GroupModel]
  ) {
    for index in traits.indices {
      for target in traits[index].transfers { traits[Int(target.queue)].isPlain = false }
      traits[Int(traits[index].redialQueue)].isPlain =
        traits[Int(traits[index].redialQueue)].isPlain && queues[index].behavior.redial == nil
      traits[Int(traits[index].recontactQueue)].isPlain =
        traits[Int(traits[index].recontactQueue)].isPlain && queues[index].behavior.recontact == nil
      for step in queues[index].steps {
        if case .move(let name) = step.action,
          let target = queues.firstIndex(where: { $0.name == name })
        {
          traits[target].isPlain = false
        }
      }
      traits[index].interrupts =
        !traits[index].isInterruptible && queues[index].behavior.outbound == nil
        && groups.contains { group in
          group.queues.contains(queues[index].name)
            && group.queues.contains { name in
              queues.contains { $0.name == name && $0.behavior.isInterruptible }
            }
        }
    }
  }

  /// Timers for queues whose length some group's choice reads.
  static func addTimers(
    _ traits: inout [QueueTraits], _ queues: [QueueModel], _ groups: [GroupModel]
  ) {
    for group in groups where group.queueChoice == .longestQueue {
      for name in group.queues {
        if let queue = queues.firstIndex(where: { $0.name == name }) {
          traits[queue].hasTimers = true
          traits[queue].hasWrapPhase =
            traits[queue].trunk >= 0 && queues[queue].behavior.wrapUp.value > 0
        }
      }
    }
  }

  /// Stretches inside the run in order, those that touch joined.
  private static func merged(_ stretches: [Range<Double>], end: Double) -> [Range<Double>] {
    var result: [Range<Double>] = []
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let own = stretch.clamped(to: 0..<max(end, 0))
      guard !own.isEmpty else { continue }
      if let last = result.last, own.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, own.upperBound)
      } else {
        result.append(own)
      }
    }
    return result
  }
}
