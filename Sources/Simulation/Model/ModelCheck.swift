internal import ContactCenter

/// What a model must satisfy before it is simulated: a plan or a file can break each of these.
enum ModelCheck {
  /// A replication with more contacts would run for minutes and may not fit into memory.
  static let maximumContacts = 1e9
  /// More agents than any center has; an event names an agent or a contact in 27 bits.
  static let maximumAgents = 4_000_000
  /// More than anyone can type to at once.
  static let maximumSessions = 64

  static func names(_ sorted: [String], kind: String) throws(SimulationError) {
    for (first, second) in zip(sorted, sorted.dropFirst()) where first == second {
      throw SimulationError(
        "two \(kind)s have the name \(first)", place: first,
        advice: "Maybe one of them was copied and not renamed.")
    }
  }

  static func absence(_ share: Double) throws(SimulationError) {
    guard share >= 0, share < 1 else {
      throw SimulationError(
        "the share of shifts that are not worked is \(share)", place: "absence",
        advice: "Maybe it is in percent, or shrinkage leaves nobody.")
    }
  }

  static func attendance(_ attendance: AttendanceModel) throws(SimulationError) {
    guard attendance.lateShare >= 0, attendance.lateShare <= 1 else {
      throw SimulationError(
        "the share of late shifts is \(attendance.lateShare)", place: "attendance",
        advice: "Maybe it is in percent.")
    }
    guard attendance.lateSeconds >= 0, attendance.lateSeconds <= 1e6 else {
      throw SimulationError(
        "the delay of late shifts is \(attendance.lateSeconds)", place: "attendance",
        advice: "Maybe the unit is missing.")
    }
  }

  static func volume(_ expected: Double) throws(SimulationError) {
    guard expected <= maximumContacts else {
      throw SimulationError(
        "\(expected) contacts are expected in one replication, at most \(maximumContacts) are simulated",
        place: "contacts", advice: "Maybe a volume is in the wrong unit.")
    }
  }

  static func queue(_ queue: QueueModel, intervals: Int) throws(SimulationError) {
    func fail(_ what: String, _ value: some Any, _ advice: String) -> SimulationError {
      SimulationError("\(what) is \(value)", place: queue.name, advice: advice)
    }
    guard queue.expectedContacts.count == intervals, queue.meanHandleSeconds.count == intervals
    else {
      throw fail(
        "the number of volumes and handle times",
        "\(queue.expectedContacts.count) and \(queue.meanHandleSeconds.count), not \(intervals)",
        "Maybe the forecast covers another horizon.")
    }
    for contacts in queue.expectedContacts where !(contacts >= 0 && contacts.isFinite) {
      throw fail("an expected volume", contacts, "Maybe the forecast is broken.")
    }
    for seconds in queue.meanHandleSeconds where !(seconds >= 0 && seconds < 1e9) {
      throw fail("a mean handle time", seconds, "Maybe the handle time is missing.")
    }
    if !(queue.handleTimeVariation >= 0 && queue.handleTimeVariation <= 100) {
      throw fail(
        "the handle time variation", queue.handleTimeVariation, "Maybe it is in percent.")
    }
    if let patience = queue.meanPatienceSeconds, !(patience >= 0) {
      throw fail("the patience", patience, "Maybe leave it out for customers who never give up.")
    }
    if !(queue.busynessVariation >= 0 && queue.busynessVariation <= 10) {
      throw fail("the busyness variation", queue.busynessVariation, "Maybe it is in percent.")
    }
    if !(queue.target.threshold.value >= 0) {
      throw fail(
        "the threshold", queue.target.threshold.value, "Maybe the target is written the wrong way.")
    }
    if !(1...maximumSessions).contains(queue.sessions) {
      throw fail("the number of sessions", queue.sessions, "Maybe it should be 1 to 4.")
    }
    if queue.initialBacklog < 0 || queue.initialBacklog > Event.maximumSubject {
      throw fail("the backlog", queue.initialBacklog, "Maybe it counts something else.")
    }
  }

  static func group(_ group: GroupModel) throws(SimulationError) {
    for (queue, value) in group.proficiencies.sorted(by: { $0.key < $1.key })
    where !(value > 0.01 && value < 100) {
      throw SimulationError(
        "the proficiency for \(queue) is \(value)", place: group.name,
        advice: "Maybe it is in percent: 1 is the standard agent.")
    }
  }
}
