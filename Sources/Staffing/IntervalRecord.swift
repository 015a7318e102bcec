internal import ContactCenter
internal import Queueing

/// Turns one interval's answer into the columns of the requirement record.
struct IntervalRecord {
  let queue: Queue
  let shrinkage: ShrinkageLedger

  /// A requirement with the columns that every interval has.
  ///
  /// *Throws*: `StaffingError.nobodyLeft`.
  func interval(
    _ forecast: ForecastInterval, agents: Int, method: String
  ) throws(StaffingError) -> RequirementInterval {
    guard let scheduled = shrinkage.scheduled(forRequired: Double(agents)) else {
      throw .nobodyLeft(shrinkage: shrinkage.total.value)
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
    result.scheduledAgents = shrinkage.scheduled(forRequired: Double(answer.scheduled))
    result.loadErlangs = answer.sized.traffic.loadErlangs
    result.agentsExact = answer.sized.agentsExact
    result.serviceLevel = measures.serviceLevel(queue.target.definition)
    result.asaSeconds = measures.meanWaitAnsweredSeconds
    result.abandonment = measures.abandonment
    result.occupancy = measures.occupancy
    result.probabilityOfTarget = answer.probabilityOfTarget
    result.probabilityOfAdequateStaff = answer.probabilityOfAdequateStaff
    return result
  }
}
