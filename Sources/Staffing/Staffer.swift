public import ContactCenter
internal import Queueing

/// From forecast and targets to the agents that each queue needs in each interval.
///
///     let request = StaffingRequest(queues: plan.queues, grid: plan.grid, shrinkage: plan.shrinkage)
///     let result = try Staffer.requirement(for: forecast, request: request)
///
/// Each interval stands alone where customers wait (stationary, independent, period by period); work that may
/// wait for hours is carried from interval to interval (`DeferredSizing`).
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
    var findings: [Finding] = []
    var requirements: [QueueRequirement] = []
    for queue in request.queues.sorted(by: { $0.name < $1.name }) {
      guard let demand = forecast[queue: queue.name] else {
        findings.append(StaffingFinding.withoutForecast(queue))
        continue
      }
      let intervals = try intervals(of: demand, queue, request, &findings)
      requirements.append(
        QueueRequirement(queue: queue.name, channel: queue.channel.name, intervals: intervals))
    }
    guard !requirements.isEmpty else { throw .noQueue(found: forecast.queues.map(\.queue)) }
    let known = Set(request.queues.map(\.name))
    for demand in forecast.queues where !known.contains(demand.queue) {
      findings.append(StaffingFinding.unknown(demand.queue, known: known))
    }
    return StaffingResult(
      requirement: StaffingRequirement(queues: requirements).rounded(), findings: findings)
  }

  private static func intervals(
    of demand: QueueForecast, _ queue: Queue, _ request: StaffingRequest,
    _ findings: inout [Finding]
  ) throws(StaffingError) -> [RequirementInterval] {
    for interval in demand.intervals { try check(interval, queue: queue.name) }
    switch queue.channel.mode {
    case .deferred:
      return try DeferredSizing(queue: queue, request: request)
        .intervals(of: demand, findings: &findings)
    case .live, .concurrent:
      var staffing = try WaitingStaffing(queue: queue, request: request)
      return try staffing.intervals(of: demand, findings: &findings)
    }
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

/// Fewer contacts than this in an interval are none.
let fewestContacts = 1e-6
