internal import ContactCenter
internal import Queueing

/// The requirement of one queue whose customers wait, interval by interval.
struct WaitingStaffing {
  private let queue: Queue
  private let request: StaffingRequest
  private let record: IntervalRecord
  private var sizing: WaitingSizing
  private var notes = WaitingNotes()

  init(queue: Queue, request: StaffingRequest) throws(StaffingError) {
    self.queue = queue
    self.request = request
    self.record = IntervalRecord(queue: queue, request: request)
    self.sizing = try WaitingSizing(queue: queue, options: request.options)
  }

  /// The intervals of a forecast, and findings about them.
  mutating func intervals(
    of demand: QueueForecast, findings: inout [Finding]
  ) throws(StaffingError) -> [RequirementInterval] {
    var result: [RequirementInterval] = []
    result.reserveCapacity(demand.intervals.count)
    for interval in demand.intervals { result.append(try requirement(of: interval)) }
    findings += notes.findings(queue: queue, sizing: sizing)
    return result
  }

  private mutating func requirement(
    of interval: ForecastInterval
  ) throws(StaffingError) -> RequirementInterval {
    guard request.isOpen(queue, at: interval) else {
      notes.closed(interval)
      return try record.empty(interval, agents: 0, method: "closed")
    }
    guard interval.offered >= fewestContacts else {
      var empty = try record.empty(
        interval, agents: max(0, queue.minimumAgents), method: sizing.method)
      empty.probabilityOfTarget = sizing.goal.serviceLevel.map { _ in 1 }
      return empty
    }
    let seconds = request.seconds(of: interval.start)
    let answer = try answer(interval, seconds: seconds)
    notes.answered(interval, answer)
    var result = try record.interval(interval, answer, method: sizing.method)
    let spread = ForecastSpread(interval.quantiles)
    if let spread {
      let servable = sizing.contactsServed(
        by: answer.agents, traffic: answer.traffic, contacts: interval.offered)
      result.probabilityOfAdequateStaff = spread.probability(atMost: servable)
    }
    if let target = sizing.goal.serviceLevel {
      let variance = max(0, (spread?.variance ?? 0) - interval.offered)
      result.probabilityOfTarget = TargetProbability(
        target: target, goal: sizing.goal, seconds: seconds
      ).overRates(
        answer.traffic, agents: answer.measures.agents, contacts: interval.offered,
        deviation: variance.squareRoot(), measures: answer.measures)
    }
    return result
  }

  private mutating func answer(
    _ interval: ForecastInterval, seconds: Double
  ) throws(StaffingError) -> WaitingSizing.Answer {
    let handle = try queue.handleSeconds(in: interval)
    var contacts = interval.offered
    if let risk = request.options.risk, let spread = ForecastSpread(interval.quantiles) {
      contacts = max(fewestContacts, spread.volume(at: risk.value))
    }
    do {
      let expected = try sizing.traffic(
        contacts: interval.offered, seconds: seconds, handleSeconds: handle)
      let sized = try sizing.traffic(contacts: contacts, seconds: seconds, handleSeconds: handle)
      return try sizing.size(for: sized, expected: expected)
    } catch {
      throw .queueing(queue: queue.name, start: interval.start, error)
    }
  }
}

extension Queue {
  /// The handle time of an interval: the forecast's, or the queue's own.
  func handleSeconds(in interval: ForecastInterval) throws(StaffingError) -> Double {
    if let known = interval.handleSecondsMean, known > 0 { return known }
    if let usual = handleTime?.value, usual > 0 { return usual }
    throw .noHandleTime(queue: name, start: interval.start)
  }
}
