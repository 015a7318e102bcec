import ContactCenter
import Simulation
import TestSupport

/// Random centers with any mixture of behaviors, small enough to be run by the hundred.
enum RandomCenter {
  /// How wild the mixture is.
  enum Mixture {
    /// Waiting, patience, skills, sessions, busyness, preference, balking, steps that only open groups: whatever leaves
    /// patience lazy.
    case lazy
    /// Everything.
    case everything
  }

  static let intervals = 4
  static let seconds = 900

  static func model(_ mixture: Mixture, seed: UInt64, number: Int) -> SimulationModel {
    var dice = ModelDice(seed: seed, number: number)
    let names = (0..<dice.whole(1...4)).map { "queue\($0)" }
    let groupNames = (0..<dice.whole(1...3)).map { "group\($0)" }
    let groups = groupNames.map { name in
      let served = Array(dice.shuffled(names).prefix(dice.whole(1...names.count)))
      return GroupModel(
        name: name, queues: served,
        proficiencies: Dictionary(
          served.map { ($0, dice.pick([0.8, 1, 1.25])) }, uniquingKeysWith: { one, _ in one }),
        queueChoice: mixture == .lazy
          ? dice.pick([.priority, .oldest, .weightedWait, .nearestDeadline, .score])
          : dice.pick(QueueChoice.allCases),
        costPerHour: dice.pick([10, 20]))
    }
    let queues = names.map { queue($0, names, groups, mixture, &dice) }
    var counts: [String: [Int]] = [:]
    for name in groupNames { counts[name] = (0..<intervals).map { _ in dice.whole(0...5) } }
    var model = SimulationModel(
      intervals: TestModels.intervals(intervals, seconds: seconds), days: [0..<2, 2..<4],
      queues: queues, groups: groups, staffing: .counts(counts))
    if dice.chance(0.5) { model.staffing = .roster(roster(groupNames, &dice)) }
    if mixture == .everything {
      model.attendance.shiftEnd = dice.pick([.finish, .handOver])
      if case .roster = model.staffing {
        model.absence = 0.2
        model.attendance.lateShare = 0.3
      }
      if dice.chance(0.4) {
        model.lineGroups.append(
          LineGroup(name: "trunks", queues: names, kind: .trunk, places: dice.whole(2...20)))
      }
      if dice.chance(0.3) {
        model.lineGroups.append(
          LineGroup(
            name: "room", queues: [names[0]], kind: .waitingRoom, places: dice.whole(0...6)))
      }
    }
    return model
  }

  private static func roster(_ groups: [String], _ dice: inout ModelDice) -> [WorkSpan] {
    (0..<dice.whole(1...8)).flatMap { agent -> [WorkSpan] in
      let group = dice.pick(groups)
      let start = dice.between(0, 1800)
      let pause = dice.between(300, 900)
      let middle = start + dice.between(300, 1200)
      return [(start, middle), (middle + pause, middle + pause + dice.between(300, 1500))].map {
        WorkSpan(
          agent: "agent\(agent)", group: group, start: $0.0, end: $0.1,
          speed: dice.pick([0.8, 1]))
      }
    }
  }

  private static func queue(
    _ name: String, _ names: [String], _ groups: [GroupModel], _ mixture: Mixture,
    _ dice: inout ModelDice
  ) -> QueueModel {
    let serving = groups.filter { $0.queues.contains(name) }.map(\.name)
    var queue = QueueModel(
      name: name, channel: dice.pick(["voice", "chat"]),
      expectedContacts: (0..<intervals).map { _ in dice.between(0, 25) },
      meanHandleSeconds: (0..<intervals).map { _ in dice.between(60, 400) },
      handleTimeVariation: dice.pick([0, 0.6, 1]),
      meanPatienceSeconds: dice.chance(0.75) ? dice.between(20, 300) : nil,
      busynessVariation: dice.pick([0, 0.2]),
      target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(dice.pick([0, 20, 60]))),
      sessions: dice.pick([1, 1, 2, 3]), initialBacklog: dice.pick([0, 0, 5]))
    queue.handleTimeShape = dice.pick([
      nil, .gamma(variation: 0.8), .erlang(stages: 3), .hyperexponential(share: 0.3, factor: 4),
      .empirical([30, 60, 200]),
    ])
    queue.patienceShape = dice.pick([
      .exponential, .weibull(shape: 0.7), .lognormal(variation: 1.2), .uniform, .constant,
    ])
    queue.rank = QueueRank(
      weight: dice.between(0.5, 2), base: dice.between(0, 60), slope: dice.between(0.5, 2))
    queue.behavior.intervalVariation = dice.pick([0, 0.1])
    if !serving.isEmpty, dice.chance(0.4) { queue.groupTiers = dice.shuffled(serving).map { [$0] } }
    guard dice.chance(0.8) else { return queue }
    queue.agentChoice = dice.pick(AgentChoice.allCases)
    if dice.chance(0.3) { queue.behavior.balking = Share(dice.between(0, 0.5)) }
    if dice.chance(0.3) {
      queue.behavior.preferred = QueueBehavior.Preference(share: Share(0.3), patience: 2)
    }
    if dice.chance(0.3) { queue.behavior.wrapUp = Share(0.3) }
    if let last = serving.last, serving.count > 1, dice.chance(0.3) {
      queue.steps.append(RoutingStep(after: Seconds(30), action: .open(groups: [last])))
    }
    if mixture == .everything { addEverything(to: &queue, names, serving, &dice) }
    return queue
  }

  private static func addEverything(
    to queue: inout QueueModel, _ names: [String], _ serving: [String], _ dice: inout ModelDice
  ) {
    if dice.chance(0.3) { queue.behavior.maximumWaiting = dice.whole(0...5) }
    if dice.chance(0.3) {
      queue.behavior.redial = Redial(
        afterAbandonment: Share(0.6), afterBlock: Share(0.8), delay: Seconds(120),
        maximumAttempts: dice.pick([nil, 3]), queue: dice.pick([nil, names[0]]))
    }
    if dice.chance(0.3) {
      queue.behavior.transfers = [Transfer(share: Share(0.2), queue: dice.pick(names))]
    }
    if dice.chance(0.3) {
      queue.behavior.recontact = Recontact(share: Share(0.2), delay: Seconds(600))
    }
    if dice.chance(0.3) {
      queue.behavior.selfService = SelfService(
        time: Seconds(40), containment: Share(0.3), leakage: Share(0.1),
        ports: dice.pick([nil, 4]),
        outages: [
          SelfService.Outage(
            start: Instant(secondsSinceEpoch: 1000), end: Instant(secondsSinceEpoch: 1500))
        ])
    }
    if dice.chance(0.3) {
      queue.behavior.callback = CallbackOffer(
        kind: dice.pick([.virtualHold, .scheduled(after: Seconds(600))]), expectedWait: Seconds(30),
        acceptance: Share(0.5), reached: Share(0.8), declinedPatience: 1.5)
    }
    if queue.sessions > 1 {
      queue.behavior.handleTimeByLevel = dice.pick([[], [1, 1.3, 1.6]])
      if dice.chance(0.4) {
        queue.behavior.conversation = Conversation(
          turns: 4, thinking: Seconds(40), keepsSession: dice.chance(0.5))
      }
    }
    if dice.chance(0.2) { queue.behavior.isInterruptible = true }
    if dice.chance(0.3) {
      queue.openSeconds = [0..<2400.0]
      queue.behavior.closing = dice.pick([.serve, .dismiss])
      queue.behavior.clock = dice.pick([.always, .openHours])
    }
    if dice.chance(0.2) {
      queue.steps.append(
        RoutingStep(
          after: Seconds(60), conditions: [.waitingAtLeast(2)],
          action: dice.pick([.move(queue: dice.pick(names)), .dismiss])))
    }
    if let group = serving.first, dice.chance(0.3) { queue.reserves = [group: 1] }
    if dice.chance(0.2) { queue.behavior.prefersLastAgent = true }
    if dice.chance(0.15) {
      queue.behavior.outbound = OutboundCampaign(
        pacing: dice.pick(OutboundCampaign.Pacing.allCases), connected: Share(0.4),
        rightParty: Share(0.7), attempt: Seconds(25))
    }
  }
}
