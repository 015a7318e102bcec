/// What happened to the contacts of one queue that arrived in one interval of one replication.
public struct QueueTally: Hashable, Sendable {
  /// Contacts that arrived.
  public var offered = 0
  /// Contacts that reached an agent, those still with one at the end included.
  public var answered = 0
  /// Contacts that gave up.
  public var abandoned = 0
  /// Answered after at most the threshold.
  public var answeredInThreshold = 0
  /// Abandoned after at most the threshold.
  public var abandonedInThreshold = 0
  /// Abandoned after at most the short-abandon threshold.
  public var abandonedShort = 0
  /// Contacts who would have been answered within the threshold had they never given up.
  public var virtualInThreshold = 0
  /// Contacts still waiting when the run ended.
  public var waiting = 0
  /// Of those, the ones that have already waited longer than the threshold.
  public var waitingLate = 0
  /// Contacts that found no line, no place to wait or no port.
  public var blocked = 0
  /// Contacts that an IVR or a bot settled.
  public var contained = 0
  /// Contacts still with an IVR or a bot, or ringing, when the run ended.
  public var inSelfService = 0
  /// Customers called back, or dialed, who were not reached.
  public var unreached = 0
  /// Of the offered, those who had tried before.
  public var redialed = 0
  /// Of the offered, those who came back with an unsettled matter.
  public var recontacted = 0
  /// Of the offered, those handed on by an agent or moved from another queue.
  public var transferredIn = 0
  /// Waiting contacts that left for another queue; they count as offered there.
  public var movedOut = 0
  /// Of the offered, those who chose to be called back.
  public var callbacks = 0
  /// Of the answered, those who were called back; their wait is in ``callbackWaitSeconds`` and no service level.
  public var answeredCallbacks = 0
  /// Of the abandoned, those the center had dialed; they are in no service level.
  public var abandonedDialed = 0
  /// Times a contact in progress was put aside for another or handed over.
  public var interrupted = 0
  /// Seconds from the first call until the agent called back.
  public var callbackWaitSeconds = 0.0
  /// Contacts waiting at the end of the interval, whenever they came.
  public var backlog = 0
  /// Seconds the oldest of them had waited.
  public var backlogAgeSeconds = 0.0
  /// Seconds that answered contacts waited.
  public var answeredWaitSeconds = 0.0
  /// Of the answered, those who gave up after they had been handed over.
  public var lostInProgress = 0
  /// 2⁻²⁰ seconds that abandoned contacts waited: whole numbers, so that the order in which they are booked, which
  /// differs between lazy patience and timers, cannot change the sum.
  private var abandonedWaitTicks: Int64 = 0

  /// Seconds that abandoned contacts waited.
  public var abandonedWaitSeconds: Double {
    get { Double(abandonedWaitTicks) * 0x1p-20 }
    set { abandonedWaitTicks = Self.ticks(newValue) }
  }

  @inline(__always)
  private static func ticks(_ seconds: Double) -> Int64 {
    Int64((min(seconds, 4e12) * 0x1p20).rounded())
  }

  /// The tally of nothing.
  public init() {}

  /// Whether every contact offered is accounted for.
  public var isConserved: Bool {
    offered == answered + abandoned + blocked + contained + unreached + movedOut + waiting
      + inSelfService
  }

  /// Counts a contact that was answered on arrival.
  @inline(__always)
  mutating func answerAtOnce() {
    offered &+= 1
    answered &+= 1
    answeredInThreshold &+= 1
    virtualInThreshold &+= 1
  }

  /// Counts a contact that was answered after a wait, of which `counted` seconds count toward the threshold.
  @inline(__always)
  mutating func answer(after wait: Double, counted: Double, threshold: Double) {
    answered &+= 1
    answeredWaitSeconds += wait
    if counted <= threshold {
      answeredInThreshold &+= 1
      virtualInThreshold &+= 1
    }
  }

  /// Counts a contact that gave up after `wait`, and would have been answered after `virtualWait`.
  @inline(__always)
  mutating func abandon(
    after wait: Double, counted: Double, virtualWait: Double, threshold: Double,
    shortThreshold: Double
  ) {
    abandoned &+= 1
    abandonedWaitTicks &+= QueueTally.ticks(wait)
    if counted <= threshold { abandonedInThreshold &+= 1 }
    if wait <= shortThreshold { abandonedShort &+= 1 }
    if virtualWait <= threshold { virtualInThreshold &+= 1 }
  }

  /// Adds another tally to this one.
  public static func += (sum: inout QueueTally, other: QueueTally) {
    sum.offered += other.offered
    sum.answered += other.answered
    sum.abandoned += other.abandoned
    sum.answeredInThreshold += other.answeredInThreshold
    sum.abandonedInThreshold += other.abandonedInThreshold
    sum.abandonedShort += other.abandonedShort
    sum.virtualInThreshold += other.virtualInThreshold
    sum.waiting += other.waiting
    sum.waitingLate += other.waitingLate
    sum.blocked += other.blocked
    sum.contained += other.contained
    sum.inSelfService += other.inSelfService
    sum.unreached += other.unreached
    sum.redialed += other.redialed
    sum.recontacted += other.recontacted
    sum.transferredIn += other.transferredIn
    sum.movedOut += other.movedOut
    sum.callbacks += other.callbacks
    sum.answeredCallbacks += other.answeredCallbacks
    sum.abandonedDialed += other.abandonedDialed
    sum.interrupted += other.interrupted
    sum.callbackWaitSeconds += other.callbackWaitSeconds
    // A backlog is a state and no flow: of several intervals the last one's, of several queues the sum.
    sum.backlog += other.backlog
    sum.backlogAgeSeconds = max(sum.backlogAgeSeconds, other.backlogAgeSeconds)
    sum.answeredWaitSeconds += other.answeredWaitSeconds
    sum.abandonedWaitTicks &+= other.abandonedWaitTicks
    sum.lostInProgress += other.lostInProgress
  }
}

/// The time the agents of one group spent in one interval of one replication.
public struct GroupTally: Hashable, Sendable {
  /// Agent-seconds with at least one contact.
  public var busySeconds = 0.0
  /// Agent-seconds present, those of agents finishing after their time included.
  public var staffedSeconds = 0.0
  /// Contact-seconds in progress: two at once count twice, and thinking customers not at all.
  public var sessionSeconds = 0.0
  /// Agent-seconds that the roster says and an absent agent did not work.
  public var absentSeconds = 0.0

  /// The tally of nothing.
  public init() {}

  /// Adds another tally to this one.
  public static func += (sum: inout GroupTally, other: GroupTally) {
    sum.busySeconds += other.busySeconds
    sum.staffedSeconds += other.staffedSeconds
    sum.absentSeconds += other.absentSeconds
    sum.sessionSeconds += other.sessionSeconds
  }
}

/// What one agent of a roster did in one replication.
public struct AgentTally: Hashable, Sendable {
  /// Seconds with at least one contact.
  public var busySeconds = 0.0
  /// Seconds present.
  public var presentSeconds = 0.0
  /// Contacts begun.
  public var contacts = 0

  /// The tally of nothing.
  public init() {}
}
