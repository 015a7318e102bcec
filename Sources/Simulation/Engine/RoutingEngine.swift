internal import ContactCenter
internal import Probability

/// The routing simulation: one replication after another of one model.
///
/// *Implementation goals*, in order: results that depend on nothing but model, seed and replication number; memory
/// in proportion to agents and contacts in the system, never to contacts simulated; speed.
///
/// All state lies in this one struct and is changed by mutating methods: in a class every access to an array would
/// pay for a dynamic exclusivity check (measured: 2.8 times the whole loop).
///
/// Contacts of a *plain* queue, to which nothing can happen but waiting, abandonment and service, take a short way: no
/// record while they are served, no event for their patience. All others have a record (``ContactDetail``) from
/// arrival to the end. Both ways give the same numbers to the last bit.
///
/// Time runs through all intervals without a break, so that queues and contacts in progress cross midnight. The
/// methods stand in files by what happens: the loop here, everything else beside it.
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
  /// Whether any contact has a record.
  let hasDetails: Bool
  /// Whether any line's patience has events.
  let hasTimers: Bool
  /// Whether agents have books of their own: in a roster, or where a policy asks how busy they are.
  let hasBooks: Bool
  /// The queues dialed predictively.
  let predictiveQueues: [Int]

  var heap: EventHeap
  var sources: OwnedArray<QueueSource>
  var lines: OwnedArray<WaitingLine>
  var groups: OwnedArray<DeskGroup>
  var desks: OwnedArray<Desk>
  var books: OwnedArray<DeskBook>
  /// At `group * levels + contacts in progress`.
  var freeLists: OwnedArray<FreeList>
  /// Records of contacts, chained into lines and into a list of free ones.
  var contacts = OwnedArray<Contact>()
  /// The rest of those records; empty where all queues are plain.
  var details = OwnedArray<ContactDetail>()
  /// The pending event of each contact's patience, 0 for none; empty where patience has no events.
  var timers = OwnedArray<UInt64>()
  var freeContact = WaitingLine.none
  /// The layout's rates times this replication's busyness.
  var rates: OwnedArray<Double>
  /// The keys of this replication's streams at `queue * purposes + purpose`.
  var keys = OwnedArray<UInt64>()
  /// All ones in the second of an antithetic pair.
  var flip: UInt64 = 0
  /// Places taken of each line group.
  var placesTaken = OwnedArray<Int>()
  /// Ports of self-service taken by queue.
  var portsTaken = OwnedArray<Int>()
  /// How predictive dialing has fared, by queue.
  var dialers = OwnedArray<Dialer>()
  /// The desk chosen last, for taking turns.
  var lastDesk = -1

  var interval = 0
  var intervalEnd = 0.0
  var nextChange = 0
  var nextClosing = 0
  /// The replication's number in the keys of its streams.
  var stream = 0
  /// Whether each shift of the roster is not worked in this replication; empty without absence.
  var isAbsent: OwnedArray<Bool>
  /// How late each shift begins, in seconds.
  var lateSeconds: OwnedArray<Double>
  var sequence: UInt64 = 0
  /// The handle time of the contact answered last, and its record; none for a plain one.
  var answeredHandleSeconds = 0.0
  var answeredContact = WaitingLine.none
  /// At `interval * queueCount + queue`; past the last interval the backlog of the start.
  var queueTallies: OwnedArray<QueueTally>
  /// At `interval * groups + group`.
  var groupTallies: OwnedArray<GroupTally>
  /// The counts of ``WaitHistograms``.
  var waitCounts = OwnedArray<UInt32>()
  /// Where the waits of each cell of `queueTallies` are counted.
  let waitCells: ContiguousArray<Int32>
  #if DEBUG
    /// The time of the event, the time each record joined its line, and each line's own account.
    var now = 0.0
    var joined = OwnedArray<Double>()
    var laws = OwnedArray<LengthLaw>()
  #endif
  /// Whether ``trace`` is written.
  let isTracing: Bool
  /// Everything that happened, where it is asked for.
  var trace: [TraceEvent] = []

  init(_ layout: ModelLayout, _ options: SimulationOptions, isTracing: Bool = false) {
    self.layout = layout
    self.options = options
    self.isTracing = isTracing
    queueCount = layout.queues.count
    intervalCount = layout.intervalCount
    endSeconds = layout.boundaries[layout.intervalCount]
    levels = max(1, layout.queues.map(\.sessions).max() ?? 1)
    hasDetails = isTracing || layout.traits.contains { !$0.isPlain }
    hasTimers =
      isTracing || options.usesPatienceTimers || layout.traits.contains(where: \.hasTimers)
    hasBooks = layout.isRoster || layout.queues.contains { $0.agentChoice == .leastOccupied }
    predictiveQueues = layout.traits.indices.filter { layout.traits[$0].isPredictive }
    heap = EventHeap(capacity: layout.agentGroup.count + layout.queues.count + 8)
    sources = OwnedArray()
    lines = OwnedArray()
    groups = OwnedArray()
    desks = OwnedArray(layout.agentGroup.map { Desk(group: $0) })
    books = OwnedArray()
    freeLists = OwnedArray(repeating: FreeList(), count: layout.groups.count * levels)
    rates = OwnedArray(layout.rates)
    isAbsent = OwnedArray(repeating: false, count: layout.shiftStarts.count)
    lateSeconds = OwnedArray(repeating: 0, count: layout.shiftStarts.count)
    queueTallies = OwnedArray()
    groupTallies = OwnedArray()
    waitCells = Self.waitCells(layout)
  }

  /// Waits are counted by day and queue; those of the backlog behind all days.
  private static func waitCells(_ layout: ModelLayout) -> ContiguousArray<Int32> {
    ContiguousArray(
      (0...layout.intervalCount).flatMap { interval -> [Int32] in
        let day = interval < layout.intervalCount ? layout.dayNumbers[interval] : layout.dayCount
        return layout.queues.indices.map { queue in
          Int32(clamping: (day * layout.queues.count + queue) * WaitHistograms.size)
        }
      })
  }

  /// Simulates one replication and returns its tallies.
  mutating func run(replication: Int) -> ReplicationTally {
    prepare(replication)
    enqueueBacklog()
    for queue in 0..<queueCount { scheduleFirstArrival(queue) }
    scheduleStaffChange()
    scheduleClosing()
    heap.push(Event(.boundary, at: intervalEnd, sequence: 0, subject: 0))
    loop()
    for line in lines.indices { closeLine(line) }
    closeRecords()
    countImmediateAnswers()
    checkLaws()
    return ReplicationTally(
      queueCount: queueCount, groupCount: groups.count, intervalCount: intervalCount,
      queues: queueTallies.elements, groups: groupTallies.elements, agents: agentTallies(),
      waits: WaitHistograms(waitCounts.elements, queueCount: queueCount))
  }

  private mutating func loop() {
    while true {
      let event = heap.top
      let seconds = event.seconds
      #if DEBUG
        now = seconds
      #endif
      switch event.kind {
      case EventKind.serviceEnd.rawValue:
        endService(at: event.subject, seconds)
      case EventKind.arrival.rawValue:
        arrive(event.subject, seconds)
      case EventKind.boundary.rawValue:
        beginInterval()
        if interval == intervalCount { return }
        heap.replaceTop(with: Event(.boundary, at: intervalEnd, sequence: 0, subject: 0))
        if !predictiveQueues.isEmpty { dialAll(seconds) }
      default:
        heap.removeTop()
        happen(event, seconds)
      }
    }
  }

  /// The rarer events; the event is off the list.
  @inline(never)
  private mutating func happen(_ event: Event, _ seconds: Double) {
    switch event.kind {
    case EventKind.staffChange.rawValue:
      if event.subject == 0 {
        changeStaff(seconds)
        scheduleStaffChange()
      } else {
        comeLate(event.subject - 1, seconds)
      }
      if !predictiveQueues.isEmpty { dialAll(seconds) }
    case EventKind.closing.rawValue:
      closeQueues(seconds)
    case EventKind.contactEnd.rawValue:
      if details[event.subject].event == event.sequence { endPhase(of: event.subject, seconds) }
    case EventKind.contactReturn.rawValue:
      if details[event.subject].event == event.sequence { comeBack(event.subject, seconds) }
    default:
      if timers[event.subject] == event.sequence { giveUp(event.subject, seconds) }
    }
  }

  /// The next sequence number; never 0.
  @inline(__always)
  mutating func nextSequence() -> UInt64 {
    sequence &+= 1
    return sequence
  }

  /// Closes the books of the interval and opens those of the next.
  private mutating func beginInterval() {
    countBacklog()
    let first = interval * groups.count
    interval += 1
    let length =
      interval < intervalCount
      ? layout.boundaries[interval + 1] - layout.boundaries[interval] : 0
    intervalEnd += length
    for group in groups.indices {
      groupTallies[first + group].busySeconds = groups[group].busySeconds
      groupTallies[first + group].staffedSeconds = groups[group].presentSeconds
      groupTallies[first + group].sessionSeconds = groups[group].sessionSeconds
      groupTallies[first + group].absentSeconds = groups[group].missedSeconds
      groups[group].busySeconds = Double(groups[group].busy) * length
      groups[group].presentSeconds = Double(groups[group].present) * length
      groups[group].sessionSeconds = Double(groups[group].sessions) * length
      groups[group].missedSeconds = Double(groups[group].missed) * length
    }
  }
}
