internal import ContactCenter
internal import Simulation

/// The one queue and its agents as the simulation sees them, with a reported stretch per block.
struct IterationModel {
  let model: SimulationModel
  /// The start of each block's stretch.
  private let starts: [Instant]

  /// Builds the model: the steps in their order, gaps without contacts, and a first day before them where the queue is open
  /// around the clock.
  ///
  /// While the queue is closed the agents of its last block stay for those who still wait.
  init(
    _ loads: WaitingLoads, _ sizing: WaitingSizing, agents: [Int], scale: [Double],
    options: StaffingOptions
  ) {
    let profile = loads.profile
    var builder = Builder(profile: profile, agents: agents, scale: scale)
    if let day = profile.warmUp { for step in day { builder.add(step) } }
    builder.firstReported = builder.intervals.count
    for step in profile.steps.indices { builder.add(step, isReported: true) }
    let queue = sizing.queue
    let own = QueueModel(
      name: queue.name, channel: queue.channel.name, expectedContacts: builder.contacts,
      meanHandleSeconds: builder.handles, handleTimeVariation: queue.handleTimeVariation,
      meanPatienceSeconds: queue.patience?.value, target: queue.target,
      shortAbandonSeconds: options.shortAbandon.value, sessions: queue.sessions,
      handleTimeShape: queue.handleTimeShape, patienceShape: queue.patienceShape)
    model = SimulationModel(
      intervals: builder.intervals, days: builder.stretches,
      firstReportedInterval: builder.firstReported, queues: [own],
      groups: [GroupModel(name: "agents", queues: [queue.name])],
      staffing: .counts(["agents": builder.staff]))
    starts = builder.stretches.map { builder.intervals[$0.lowerBound].start }
  }

  /// The simulated service of each block; nil where nobody came.
  func rows(_ outcome: Outcome) -> [IterativeStaffing.Row?] {
    var queues: [Instant: OutcomeRow] = [:]
    var groups: [Instant: OutcomeRow] = [:]
    for row in outcome.rows where row.period == .day {
      if row.level == .queue { queues[row.start] = row }
      if row.level == .group { groups[row.start] = row }
    }
    return starts.map { start in
      guard let row = queues[start], let level = row.serviceLevel else { return nil }
      return IterativeStaffing.Row(
        serviceLevel: level, error: row.serviceLevelError ?? 0, asaSeconds: row.asaSeconds,
        abandonment: row.abandonment, occupancy: groups[start]?.occupancy)
    }
  }

  private struct Builder {
    let profile: RateProfile
    let agents: [Int]
    let scale: [Double]
    var intervals: [Interval] = []
    var contacts: [Double] = []
    var handles: [Double] = []
    var staff: [Int] = []
    var stretches: [Range<Int>] = []
    var firstReported = 0
    private let blockOf: [Int?]

    init(profile: RateProfile, agents: [Int], scale: [Double]) {
      self.profile = profile
      self.agents = agents
      self.scale = scale
      var blockOf = [Int?](repeating: nil, count: profile.steps.count)
      for (index, block) in profile.blocks.enumerated() {
        for step in block.steps { blockOf[step] = index }
      }
      self.blockOf = blockOf
    }

    mutating func add(_ step: Int, isReported: Bool = false) {
      let own = profile.steps[step]
      if own.gapSeconds > 0, !intervals.isEmpty {
        append(seconds: own.gapSeconds, contacts: 0, own.handleSeconds, staff: staff.last ?? 0)
      }
      guard let block = blockOf[step] else {
        append(seconds: own.seconds, contacts: 0, own.handleSeconds, staff: staff.last ?? 0)
        return
      }
      append(
        seconds: own.seconds, contacts: profile.contacts[step] * scale[block], own.handleSeconds,
        staff: agents[block])
      guard isReported else { return }
      let index = intervals.count - 1
      if profile.blocks[block].steps.lowerBound == step {
        stretches.append(index..<(index + 1))
      } else if let last = stretches.indices.last {
        stretches[last] = stretches[last].lowerBound..<(index + 1)
      }
    }

    private mutating func append(
      seconds: Double, contacts: Double, _ handle: Double, staff: Int
    ) {
      let start = intervals.last?.end ?? Instant(secondsSinceEpoch: 0)
      intervals.append(Interval(start: start, end: start.advanced(by: max(1, Int(seconds)))))
      self.contacts.append(contacts)
      handles.append(handle)
      self.staff.append(staff)
    }
  }
}
