internal import ContactCenter

/// What the engine must know about a queue to treat its contacts as cheaply as their behavior allows.
struct QueueTraits: Sendable {
  /// Contacts need no record of their own beyond their place in line: nothing can happen to them but service and
  /// abandonment.
  var isPlain: Bool
  /// Abandonment needs an event of its own, because something depends on how many wait or on when somebody gives up.
  var hasTimers: Bool
  /// The line of preferred or connected customers; none without.
  var preferredLine: Int32 = -1
  /// The trunk group, an index of the layout's line groups; none without.
  var trunk: Int32 = -1
  /// The waiting room, likewise.
  var room: Int32 = -1
  /// The most that may wait in the queue.
  var maximumWaiting: Int
  /// Its contacts give way to live work.
  var isInterruptible: Bool
  /// Its contacts take agents from interruptible ones.
  var interrupts: Bool
  /// Only the dialer takes contacts from its line.
  var isPredictive: Bool
  /// The queue after a redial and after a recontact.
  var redialQueue: Int32
  var recontactQueue: Int32
  /// Where those handed on go, with cumulative shares.
  var transfers: [(share: Double, queue: Int32)] = []
  /// The routing script, in order of time.
  var steps: [RoutingStepLayout] = []
  /// When the queue closes, ascending; empty where closing does nothing.
  var closings: [Double] = []
  /// Recorded contacts in order of time.
  var trace: ContiguousArray<TracedContact> = []
  /// How the time with self-service spreads.
  var selfServiceSampler: DurationSampler
  /// Whether the line a contact holds is given back before the agent's work ends.
  var hasWrapPhase = false
  /// Outages of self-service, in seconds from the start.
  var outages: [Range<Double>] = []
  /// Seconds the queue has been open before each interval begins, where only those count.
  var openSeconds: OpenClock?
  /// A contact is handed on or moved by scripts at most so often; then it stays, or is done.
  static let maximumMoves = 50

  init(_ queue: QueueModel, index: Int, isAlone: Bool) {
    let behavior = queue.behavior
    isInterruptible = behavior.isInterruptible
    interrupts = false
    selfServiceSampler = DurationSampler(behavior.selfService?.shape ?? .exponential)
    isPredictive = behavior.outbound?.pacing == .predictive
    maximumWaiting = behavior.maximumWaiting ?? .max
    redialQueue = Int32(index)
    recontactQueue = Int32(index)
    var plain = QueueBehavior()
    // These two change how many come, and nothing about each.
    plain.intervalVariation = behavior.intervalVariation
    plain.busynessCorrelation = behavior.busynessCorrelation
    // Closing concerns the line as a whole.
    plain.closing = behavior.closing
    var isTraced = false
    if case .trace = queue.arrivals { isTraced = true }
    isPlain =
      behavior == plain && queue.steps.isEmpty && queue.reserves.values.allSatisfy { $0 == 0 }
      && queue.agentChoice == .longestIdle && queue.site == nil && isAlone && !isTraced
    let asksLength = queue.steps.contains { step in
      if case .move = step.action { return true }
      return !step.conditions.isEmpty
    }
    hasTimers =
      behavior.redial != nil || behavior.callback != nil || behavior.maximumWaiting != nil
      || behavior.outbound != nil || asksLength
  }
}

/// One line of a routing script.
struct RoutingStepLayout: Sendable {
  var after: Double
  var conditions: [RoutingStep.Condition]
  var action: Action

  enum Action: Sendable {
    /// The routes of these indices are open from now on.
    case open(Range<Int>)
    case move(Int)
    case dismiss
  }
}

/// Time as it counts toward a threshold: only while the queue is open.
struct OpenClock: Sendable {
  private let stretches: [Range<Double>]
  /// Open seconds before each stretch.
  private let before: [Double]

  init(_ stretches: [Range<Double>]) {
    self.stretches = stretches
    var sum = 0.0
    before = stretches.map { stretch in
      defer { sum += stretch.upperBound - stretch.lowerBound }
      return sum
    }
  }

  /// Open seconds from the start until a time.
  private func openSeconds(until seconds: Double) -> Double {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].lowerBound <= seconds { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let stretch = stretches[low - 1]
    return before[low - 1] + min(seconds, stretch.upperBound) - stretch.lowerBound
  }

  /// Open seconds between two times.
  func seconds(from start: Double, to end: Double) -> Double {
    max(0, openSeconds(until: end) - openSeconds(until: start))
  }
}
