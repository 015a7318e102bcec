public import ContactCenter
internal import Queueing

/// From forecast and targets to the agents that each queue needs in each interval.
///
///     let request = StaffingRequest(queues: plan.queues, grid: plan.grid, shrinkage: plan.shrinkage)
///     let result = try Staffer.requirement(for: forecast, request: request)
///
/// Where customers wait, a formula sizes each staffing interval for a rate that stands for it (`OverTimeMethod`), or for
/// its part in a day or week (`SpanSizing`); work that may wait for hours is carried from interval to interval
/// (`DeferredSizing`).
public enum Staffer {
  /// The requirement of every queue that is both in the forecast and in the request.
  ///
  /// A closed interval needs nobody; an open one without contacts needs the queue's minimum. Service level,
  /// average speed of answer (of answered contacts), abandonment and occupancy are those that the whole
  /// number of agents gives at the mean forecast.
  ///
  /// *Throws*: `StaffingError` where no queue matches, a handle time is missing, a number is none, or the
  /// shrinkage ledger leaves nobody.
  /// *Complexity*: some 20 µs per interval with quantiles at ordinary loads.
  public static func requirement(
    for forecast: DemandForecast, request: StaffingRequest
  ) throws(StaffingError) -> StaffingResult {
    if let risk = request.options.risk, !(risk.value > 0 && risk.value < 1) {
      throw .badOption(name: "risk", value: risk.value, expected: "between 0 and 1")
    }
    if let absence = request.options.absence, !(absence.value >= 0 && absence.value < 1) {
      throw .badOption(name: "absence", value: absence.value, expected: "0 to below 1")
    }
    if let length = request.options.staffingInterval, !request.grid.length.divides(length) {
      throw .badOption(
        name: "staffing interval in minutes", value: Double(length.minutes),
        expected: "a multiple of the forecast's \(request.grid.length.minutes)")
    }
    var findings: [Finding] = []
    var requirements: [QueueRequirement] = []
    var spans: [SpanService] = []
    var choices: [(queue: String, choice: OverTimeChoice)] = []
    var hasPaths = request.paths.isEmpty
    for queue in request.queues.sorted(by: { $0.name < $1.name }) {
      guard let demand = forecast[queue: queue.name] else {
        findings.append(StaffingFinding.withoutForecast(queue))
        continue
      }
      for interval in demand.intervals { try check(interval, queue: queue.name) }
      let intervals: [RequirementInterval]
      switch queue.channel.mode {
      case .deferred:
        intervals = try DeferredSizing(queue: queue, request: request)
          .intervals(of: demand, findings: &findings)
      case .live, .concurrent:
        var staffing = try WaitingStaffing(queue: queue, request: request)
        let result = try staffing.result(of: demand)
        intervals = result.intervals
        findings += result.findings + [StaffingFinding.beyondFormulas(queue)].compactMap { $0 }
        spans += result.spans
        choices.append((queue.name, result.choice))
        hasPaths = hasPaths || result.hasPaths
      }
      requirements.append(
        QueueRequirement(queue: queue.name, channel: queue.channel.name, intervals: intervals))
    }
    guard !requirements.isEmpty else { throw .noQueue(found: forecast.queues.map(\.queue)) }
    let known = Set(request.queues.map(\.name))
    for demand in forecast.queues where !known.contains(demand.queue) {
      findings.append(StaffingFinding.unknown(demand.queue, known: known))
    }
    if !hasPaths, !choices.isEmpty { findings.append(StaffingFinding.pathsElsewhere) }
    if let note = StaffingFinding.overTime(choices) { findings.append(note) }
    return StaffingResult(
      requirement: StaffingRequirement(queues: requirements).rounded(), findings: findings,
      spans: spans)
  }

  /// Checks what a forecast file could hold.
  static func check(_ interval: ForecastInterval, queue: String) throws(StaffingError) {
    guard interval.offered >= 0, interval.offered < 1e9 else {
      throw .badForecast(
        queue: queue, start: interval.start, quantity: "offered", value: interval.offered)
    }
    if let handle = interval.handleSecondsMean, !(handle >= 0 && handle < 1e8) {
      throw .badForecast(
        queue: queue, start: interval.start, quantity: "handle_seconds_mean", value: handle)
    }
  }
}

extension StaffingRequest {
  /// The real length of the interval that begins at `start`.
  func seconds(of start: Instant) -> Double {
    Double(max(1, grid.interval(containing: start).seconds))
  }

  /// Whether a queue is open at `start`; without opening hours, wherever contacts are forecast.
  func isOpen(_ queue: Queue, at interval: ForecastInterval) -> Bool {
    guard let hours = queue.openingHours else { return interval.offered > 0 }
    let local = grid.zone.local(interval.start)
    return hours.isOpen(at: local) && !calendar.isClosed(at: local, queue: queue.name)
  }
}

extension IntervalLength {
  /// Whether intervals of another length are made of whole ones of this.
  func divides(_ other: IntervalLength) -> Bool { other.minutes % minutes == 0 }
}

/// Fewer contacts than this in an interval are none.
let fewestContacts = 1e-6
