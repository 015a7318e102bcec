import ContactCenter

@testable import Simulation

/// Tallies made by hand, for estimates whose answer is known without a simulation.
enum HandMade {
  /// Two queues ("a" on voice, "b" on chat) and two groups ("g" at 30 an hour, "h" at no cost) over two days of two
  /// half-hours each.
  static var model: SimulationModel {
    func queue(_ name: String, _ channel: String) -> QueueModel {
      QueueModel(
        name: name, channel: channel, expectedContacts: [10, 10, 10, 10],
        meanHandleSeconds: [60, 60, 60, 60])
    }
    return SimulationModel(
      intervals: TestModels.intervals(4, seconds: 1800), days: [0..<2, 2..<4],
      queues: [queue("a", "voice"), queue("b", "chat")],
      groups: [
        GroupModel(name: "g", queues: ["a"], costPerHour: 30), GroupModel(name: "h", queues: ["b"]),
      ],
      staffing: .counts(["g": [2, 2, 2, 2], "h": [1, 1, 1, 1]]))
  }

  /// A replication of ``model``: what `fill` writes at interval and queue, or interval and group.
  static func tally(
    intervals: Int = 4, queues queueCount: Int = 2, groups groupCount: Int = 2,
    agents: [AgentTally] = [], waits: WaitHistograms = HandMade.waits(days: 2) { _ in },
    group fillGroup: (Int, Int) -> GroupTally = { _, _ in GroupTally() },
    queue fillQueue: (Int, Int) -> QueueTally
  ) -> ReplicationTally {
    var queues = ContiguousArray<QueueTally>()
    var groups = ContiguousArray<GroupTally>()
    for interval in 0..<intervals {
      for queue in 0..<queueCount { queues.append(fillQueue(interval, queue)) }
      for group in 0..<groupCount { groups.append(fillGroup(interval, group)) }
    }
    for _ in 0..<queueCount { queues.append(QueueTally()) }
    return ReplicationTally(
      queueCount: queueCount, groupCount: groupCount, intervalCount: intervals, queues: queues,
      groups: groups, agents: ContiguousArray(agents), waits: waits)
  }

  /// Histograms of two queues: what `fill` writes at `(day * 2 + queue) * WaitHistograms.size + bucket`.
  static func waits(
    days: Int, _ fill: (inout ContiguousArray<UInt32>) -> Void
  ) -> WaitHistograms {
    var counts = ContiguousArray<UInt32>(repeating: 0, count: days * 2 * WaitHistograms.size)
    fill(&counts)
    return WaitHistograms(counts, queueCount: 2)
  }

  /// Contacts of which `met` are answered at once, `late` after 100 s, and `abandoned` give up.
  static func contacts(met: Int, late: Int = 0, abandoned: Int = 0) -> QueueTally {
    var tally = QueueTally()
    tally.offered = met + late + abandoned
    tally.answered = met + late
    tally.abandoned = abandoned
    tally.answeredInThreshold = met
    tally.answeredWaitSeconds = 100 * Double(late)
    return tally
  }

  /// The result of taking in replications of a model.
  static func result(
    _ tallies: [ReplicationTally], of model: SimulationModel = model,
    options: SimulationOptions = SimulationOptions()
  ) throws -> SimulationResult {
    var estimates = OutcomeEstimates(model, try ModelLayout(model), options)
    for tally in tallies { try estimates.add(tally) }
    return SimulationResult(estimates, SequentialStopping(options))
  }
}

extension Outcome {
  /// The row of a period that begins at `start`.
  func row(
    _ period: OutcomeRow.Period, _ level: OutcomeRow.Level, _ name: String, start: Int
  ) -> OutcomeRow? {
    rows.first {
      $0.period == period && $0.level == level && $0.name == name
        && $0.start.secondsSinceEpoch == start
    }
  }
}
