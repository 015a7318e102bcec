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
  /// Seconds that answered contacts waited.
  public var answeredWaitSeconds = 0.0
  /// Seconds that abandoned contacts waited.
  public var abandonedWaitSeconds = 0.0

  /// The tally of nothing.
  public init() {}

  /// Whether every contact offered is accounted for.
  public var isConserved: Bool { offered == answered + abandoned + waiting }

  /// Counts a contact that was answered on arrival.
  @inline(__always)
  mutating func answerAtOnce() {
    offered &+= 1
    answered &+= 1
    answeredInThreshold &+= 1
    virtualInThreshold &+= 1
  }

  /// Counts a contact that was answered after a wait.
  @inline(__always)
  mutating func answer(after wait: Double, threshold: Double) {
    answered &+= 1
    answeredWaitSeconds += wait
    if wait <= threshold {
      answeredInThreshold &+= 1
      virtualInThreshold &+= 1
    }
  }

  /// Counts a contact that gave up after `wait`, and would have been answered after `virtualWait`.
  @inline(__always)
  mutating func abandon(
    after wait: Double, virtualWait: Double, threshold: Double, shortThreshold: Double
  ) {
    abandoned &+= 1
    abandonedWaitSeconds += wait
    if wait <= threshold { abandonedInThreshold &+= 1 }
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
    sum.answeredWaitSeconds += other.answeredWaitSeconds
    sum.abandonedWaitSeconds += other.abandonedWaitSeconds
  }
}

/// The time the agents of one group spent in one interval of one replication.
public struct GroupTally: Hashable, Sendable {
  /// Agent-seconds with at least one contact.
  public var busySeconds = 0.0
  /// Agent-seconds present, those of agents finishing after their time included.
  public var staffedSeconds = 0.0
  /// Agent-seconds that the roster says and an absent agent did not work.
  public var absentSeconds = 0.0

  /// The tally of nothing.
  public init() {}

  /// Adds another tally to this one.
  public static func += (sum: inout GroupTally, other: GroupTally) {
    sum.busySeconds += other.busySeconds
    sum.staffedSeconds += other.staffedSeconds
    sum.absentSeconds += other.absentSeconds
  }
}
