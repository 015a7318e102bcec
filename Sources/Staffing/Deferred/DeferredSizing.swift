internal import ContactCenter

/// Sizes a queue whose work may wait: email, social, back office.
///
/// *Formula*: work is a fluid with chance in it. On the axis of open time, what has come until τ is A(τ), what is due is
/// A(τ − d). Agents work along the flattest line between the two (`TautString`); the largest slope is max over windows
/// of work/(window + deadline). `DeferredPlan` chooses the line for the target's share, `DeferredChance` says what
/// chance leaves of it. A deadline counts in open time (an email of the evening is due d working hours into the next
/// morning) or by the wall clock, as the queue's `clock` says. After the forecast's end, open time goes on until
/// everything is due.
///
/// Each interval's slope is divided by the occupancy limit and rounded up.
///
/// `service_level` is the expected share in time of the interval's contacts, `probability_of_target` the same with the
/// forecast's spread: contacts that wait for hours are in time or late together. `asa_seconds` is the fluid's delay by
/// the queue's clock.
struct DeferredSizing {
  private let queue: Queue
  private let request: StaffingRequest
  private let record: IntervalRecord
  private let deadline: Double

  init(queue: Queue, request: StaffingRequest) throws(StaffingError) {
    guard queue.sessions >= 1, queue.sessions <= 1000 else {
      throw .badSessions(queue: queue.name, sessions: queue.sessions)
    }
    let deadline = queue.target.threshold.value
    guard deadline >= 0, deadline < 1e9 else {
      throw .badOption(name: "deadline in seconds", value: deadline, expected: "0 to 1e9")
    }
    self.queue = queue
    self.request = request
    self.record = IntervalRecord(queue: queue, request: request)
    self.deadline = deadline
  }

  /// The name in the `method` column.
  var method: String {
    let isFluid = (queue.target.serviceLevel?.value ?? 1) >= 1 - 1e-9 && request.options.risk == nil
    let clock = queue.behavior.clock == .openHours ? "of open time" : "by the clock"
    return "\(isFluid ? "fluid" : "normal") \(queue.target.threshold.text) \(clock)"
  }

  /// The intervals of a forecast, and findings about them.
  func intervals(
    of demand: QueueForecast, findings: inout [Finding]
  ) throws(StaffingError) -> [RequirementInterval] {
    let work = try OpenWork(demand, queue: queue, request: request)
    if work.seconds.isEmpty, work.total > 0 {
      findings.append(
        Finding(
          .error, code: "staffing.never-open",
          "queue \(queue.name) has work but no open interval: nobody is staffed for it",
          place: queue.name, advice: "Maybe its opening hours are missing days."))
    }
    let chance = DeferredChance(work, clock: queue.behavior.clock, deadline: deadline)
    let plan = DeferredPlan(
      chance, target: queue.target.serviceLevel?.value, risk: request.options.risk?.value)
    var agents: [Int] = []
    let occupancy = queue.target.maximumOccupancy?.value ?? 1
    let perAgent = Double(queue.sessions) * (occupancy > 0 ? occupancy : 1)
    for rate in plan.rates {
      let needed = (rate / perAgent - 1e-9).rounded(.up)
      let wanted = max(Int(min(max(0, needed), 1e8)), max(0, queue.minimumAgents))
      let bounded = min(wanted, queue.maximumAgents ?? wanted)
      agents.append(max(0, request.changedAgents?(bounded) ?? bounded))
    }
    let capacity = agents.map { Double($0) * perAgent }
    let flow = work.flow(capacity: capacity)
    let hasSpread = demand.intervals.contains { !$0.quantiles.isEmpty }
    let chances = chance.chances(capacity: capacity, withSpread: true)
    let outcome = DeferredOutcome(chance, chances, flow.finished, capacity: capacity)
    findings += DeferredFindings.all(outcome, limit: plan.limit, queue: queue)
    var result: [RequirementInterval] = []
    var open = 0
    for (index, interval) in demand.intervals.enumerated() {
      guard work.isOpen[index] else {
        result.append(try record.empty(interval, agents: 0, method: "closed"))
        continue
      }
      var row = try record.interval(interval, agents: agents[open], method: method)
      row.loadErlangs = work.load(open)
      row.agentsExact = max(0, plan.rates[open]) / perAgent
      row.occupancy =
        agents[open] > 0
        ? flow.done[open] / (Double(agents[open] * queue.sessions) * work.seconds[open]) : nil
      if interval.offered >= fewestContacts, queue.behavior.outbound == nil {
        row.serviceLevel = DeferredChance.level(of: index, chances.byChance)
        row.asaSeconds = outcome.delays[index]
        row.asaAllSeconds = outcome.delays[index]
        row.abandonment = 0
        row.probabilityOfTarget = DeferredChance.level(of: index, chances.withSpread)
        row.probabilityOfAdequateStaff =
          hasSpread ? DeferredChance.level(of: index, chances.bySpread) : nil
      }
      result.append(row)
      open += 1
    }
    return result
  }
}
