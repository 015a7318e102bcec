internal import ContactCenter
internal import Queueing

/// Turns one interval's answer into the columns of the requirement record.
struct IntervalRecord {
  private let queue: Queue
  private let shrinkage: ShrinkageLedger
  private let zone: ZoneRules
  /// Agents called for each one who shows up, where the agents of a row were not found by who shows up.
  private let calledPerPresent: Double

  /// The columns of a queue's intervals.
  init(queue: Queue, request: StaffingRequest) {
    self.queue = queue
    shrinkage = request.shrinkage
    zone = request.grid.zone
    calledPerPresent = 1 / (1 - (request.options.absence?.value ?? 0))
  }

  /// A requirement with the columns that every interval has.
  ///
  /// *Throws*: `StaffingError.nobodyLeft`.
  func interval(
    _ forecast: ForecastInterval, agents: Int, method: String
  ) throws(StaffingError) -> RequirementInterval {
    let local = zone.local(forecast.start)
    guard
      let scheduled = shrinkage.scheduled(
        forRequired: Double(agents) * calledPerPresent, at: local)
    else {
      throw .nobodyLeft(shrinkage: shrinkage.total(at: local).value)
    }
    var result = RequirementInterval(start: forecast.start, agents: agents)
    result.offered = forecast.offered
    result.handleSecondsMean = forecast.handleSecondsMean ?? queue.handleTime?.value
    result.scheduledAgents = scheduled
    result.target = queue.target.text
    result.thresholdSeconds = queue.target.threshold.value
    result.serviceLevelDefinition = queue.target.definition
    result.method = method
    return result
  }

  /// An interval without contacts: nobody waits, and a target is met by an empty period.
  func empty(
    _ forecast: ForecastInterval, agents: Int, method: String
  ) throws(StaffingError) -> RequirementInterval {
    var result = try interval(forecast, agents: agents, method: method)
    result.loadErlangs = 0
    result.agentsExact = 0
    if agents > 0 { result.occupancy = 0 }
    return result
  }

  /// An interval whose customers wait.
  ///
  /// *Throws*: `StaffingError.nobodyLeft`.
  func interval(
    _ forecast: ForecastInterval, _ answer: WaitingAnswer, method: String
  ) throws(StaffingError) -> RequirementInterval {
    var result = try interval(forecast, agents: answer.sized.agents, method: method)
    let measures = answer.sized.measures
    result.scheduledAgents = shrinkage.scheduled(
      forRequired: Double(answer.scheduled), at: zone.local(forecast.start))
    result.loadErlangs = answer.sized.traffic.loadErlangs
    result.agentsExact = answer.sized.agentsExact
    result.serviceLevel = measures.serviceLevel(queue.target.definition)
    let wait = measures.meanWaitAnsweredSeconds
    result.asaSeconds = wait.isFinite ? wait : nil
    let all = measures.meanWaitSeconds
    result.asaAllSeconds = all.isFinite ? all : nil
    result.abandonment = measures.abandonment
    result.occupancy = measures.occupancy
    result.probabilityOfTarget = answer.probabilityOfTarget
    result.probabilityOfAdequateStaff = answer.probabilityOfAdequateStaff
    return result
  }
}
