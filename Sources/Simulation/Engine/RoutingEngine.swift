internal import ContactCenter
internal import Probability

/// The routing simulation: one replication after another of one model.
///
/// *Implementation goals*, in order: results that depend on nothing but model, seed and replication number; memory
/// in proportion to agents and waiting contacts, never to contacts simulated; speed.
///
/// All state lies in this one struct and is changed by mutating methods: in a class every access to an array would
/// pay for a dynamic exclusivity check (measured: 2.8 times the whole loop).
///
/// Time runs through all intervals without a break, so that queues and contacts in progress cross midnight. The
/// methods stand in files by what happens: the loop here, arrivals, lines, service, staff and absence beside it.
struct RoutingEngine: ~Copyable {
  let layout: ModelLayout
  let options: SimulationOptions
  let exponential = ExponentialZiggurat.standard
  let normal = NormalZiggurat.standard
  let queueCount: Int
  let intervalCount: Int
  /// One more than the largest number of contacts a desk can have and still take another.
  let levels: Int
  /// The end of the simulated time.
  let endSeconds: Double

  var heap: EventHeap
  var lines: ContiguousArray<WaitingLine>
  var groups: ContiguousArray<DeskGroup>
  var desks: ContiguousArray<Desk>
  /// At `group * levels + contacts in progress`.
  var freeLists: ContiguousArray<FreeList>
  /// Records of waiting contacts, chained into lines and into a list of free ones.
  var contacts: ContiguousArray<WaitingContact> = []
  var freeContact = WaitingLine.none
  /// The layout's rates times this replication's busyness.
  var rates: ContiguousArray<Double>

  var interval = 0
  var intervalEnd = 0.0
  var nextChange = 0
  /// Whether each shift of the roster is not worked in this replication; empty without absence.
  var isAbsent: ContiguousArray<Bool>
  var sequence: UInt64 = 0
  /// The handle time of the contact answered last.
  var answeredHandleSeconds = 0.0
  /// At `interval * queueCount + queue`; past the last interval the backlog of the start.
  var queueTallies: ContiguousArray<QueueTally>
  /// At `interval * groups + group`.
  var groupTallies: ContiguousArray<GroupTally>
  var agentTallies: ContiguousArray<AgentTally> = []
  var waits = WaitHistograms(days: 0, queueCount: 0)
  /// Whether ``trace`` is written.
  var isTracing = false
  /// Everything that happened, where it is asked for.
  var trace: [TraceEvent] = []

  init(_ layout: ModelLayout, _ options: SimulationOptions) {
    self.layout = layout
    self.options = options
    queueCount = layout.queues.count
    intervalCount = layout.intervalCount
    endSeconds = layout.boundaries[layout.intervalCount]
    levels = max(1, layout.queues.map(\.sessions).max() ?? 1)
    heap = EventHeap(capacity: layout.agentGroup.count + layout.queues.count + 8)
    lines = []
    groups = []
    desks = ContiguousArray(layout.agentGroup.map { Desk(group: $0) })
    freeLists = ContiguousArray(repeating: FreeList(), count: layout.groups.count * levels)
    rates = layout.rates
    isAbsent = ContiguousArray(
      repeating: false, count: layout.agentShifts.last?.shifts.upperBound ?? 0)
    queueTallies = ContiguousArray(repeating: QueueTally(), count: 0)
    groupTallies = ContiguousArray(repeating: GroupTally(), count: 0)
  }

  /// Simulates one replication and returns its tallies.
  mutating func run(replication: Int) -> ReplicationTally {
    prepare(replication)
    enqueueBacklog()
    for queue in 0..<queueCount { scheduleFirstArrival(queue) }
    scheduleStaffChange()
    heap.push(Event(.boundary, at: intervalEnd, sequence: 0, subject: 0))
    loop()
    for queue in 0..<queueCount { closeLine(queue) }
    return ReplicationTally(
      queueCount: queueCount, groupCount: groups.count, intervalCount: intervalCount,
      queues: queueTallies, groups: groupTallies, agents: agentTallies, waits: waits)
  }

  private mutating func loop() {
    while true {
      let event = heap.top
      let seconds = event.seconds
      switch event.kind {
      case EventKind.serviceEnd.rawValue:
        endService(at: event.subject, seconds)
      case EventKind.arrival.rawValue:
        arrive(event.subject, seconds)
      case EventKind.boundary.rawValue:
        beginInterval()
        if interval == intervalCount { return }
        heap.replaceTop(with: Event(.boundary, at: intervalEnd, sequence: 0, subject: 0))
      default:
        heap.removeTop()
        changeStaff(seconds)
        scheduleStaffChange()
      }
    }
  }

  /// Closes the books of the interval and opens those of the next.
  private mutating func beginInterval() {
    let first = interval * groups.count
    interval += 1
    let length =
      interval < intervalCount
      ? layout.boundaries[interval + 1] - layout.boundaries[interval] : 0
    intervalEnd += length
    for group in groups.indices {
      groupTallies[first + group].busySeconds = groups[group].busySeconds
      groupTallies[first + group].staffedSeconds = groups[group].presentSeconds
      groupTallies[first + group].absentSeconds = groups[group].missedSeconds
      groups[group].busySeconds = Double(groups[group].busy) * length
      groups[group].presentSeconds = Double(groups[group].present) * length
      groups[group].missedSeconds = Double(groups[group].missed) * length
    }
  }

  /// Empties the center and starts the streams of a replication.
  private mutating func prepare(_ replication: Int) {
    heap.removeAll()
    interval = 0
    intervalEnd = layout.boundaries[1]
    nextChange = 0
    sequence = 0
    contacts.removeAll(keepingCapacity: true)
    freeContact = WaitingLine.none
    queueTallies = ContiguousArray(
      repeating: QueueTally(), count: (intervalCount + 1) * queueCount)
    groupTallies = ContiguousArray(
      repeating: GroupTally(), count: intervalCount * layout.groups.count)
    prepareLines(replication)
    prepareDesks()
    drawAbsence(replication)
  }

  private mutating func prepareLines(_ replication: Int) {
    lines.removeAll(keepingCapacity: true)
    for (index, queue) in layout.queues.enumerated() {
      func stream(_ purpose: String) -> Xoshiro256 {
        Xoshiro256(
          StreamKey(
            seed: options.seed, replication: replication, name: queue.name, purpose: purpose))
      }
      let variation = queue.handleTimeVariation
      lines.append(
        WaitingLine(
          arrivals: stream("arrival"), handleTimes: stream("handle time"),
          patiences: stream("patience"),
          thresholdSeconds: queue.target.threshold.value,
          shortAbandonSeconds: queue.shortAbandonSeconds,
          meanPatienceSeconds: queue.meanPatienceSeconds ?? .infinity,
          shape: variation == 0 ? .constant : variation == 1 ? .exponential : .lognormal,
          logDeviation: Lognormal(mean: 1, coefficientOfVariation: variation).logDeviation,
          sessions: Int32(queue.sessions), firstRoute: layout.routeStarts[index],
          endRoute: layout.routeStarts[index + 1]))
      if queue.busynessVariation > 0 {
        applyBusyness(of: index, queue.busynessVariation, stream("busyness"))
      }
    }
  }

  /// Multiplies the queue's rates by a gamma factor for each day.
  private mutating func applyBusyness(
    of queue: Int, _ variation: Double, _ stream: Xoshiro256
  ) {
    var stream = stream
    let distribution = Gamma(mean: 1, coefficientOfVariation: variation)
    var day: Int?
    var factor = 1.0
    for interval in 0..<intervalCount {
      if layout.dayOfInterval[interval] != day {
        day = layout.dayOfInterval[interval]
        factor = distribution.sample(using: &stream)
      }
      let cell = queue * intervalCount + interval
      rates[cell] = layout.rates[cell] * factor
    }
  }

  private mutating func prepareDesks() {
    groups.removeAll(keepingCapacity: true)
    for cell in freeLists.indices { freeLists[cell] = FreeList() }
    var desk = 0
    for group in layout.groups.indices {
      let firstDesk = desk
      while desk < desks.count, desks[desk].group == Int32(group) {
        desks[desk] = Desk(group: Int32(group))
        desks[desk].next = desk > firstDesk ? Int32(desk - 1) : Desk.none
        desk += 1
      }
      groups.append(
        DeskGroup(
          firstChoice: layout.choiceStarts[group], endChoice: layout.choiceStarts[group + 1],
          firstDesk: firstDesk, endDesk: desk))
      if desk > firstDesk { groups[group].absent = Int32(desk - 1) }
    }
  }
}
