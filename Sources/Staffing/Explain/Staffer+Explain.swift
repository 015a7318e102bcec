public import ContactCenter
internal import Queueing

extension Staffer {
  /// Takes the requirement of one interval apart.
  ///
  /// The answer is the one `requirement` gives: the margin over the load, rounding, limits and shrinkage are
  /// found by asking again with one of them left out.
  ///
  /// *Throws*: `StaffingError.noInterval` where the forecast has no interval of this queue at `start`, and what
  /// `requirement` throws.
  public static func explain(
    _ forecast: DemandForecast, queue name: String, at start: Instant, request: StaffingRequest
  ) throws(StaffingError) -> StaffingExplanation {
    guard let queue = request.queues.first(where: { $0.name == name }),
      let demand = forecast[queue: name],
      let interval = demand.intervals.first(where: { $0.start == start })
    else { throw .noInterval(queue: name, start: start) }
    var single = request
    single.queues = [queue]
    // Load from before counts, and a contract on the day or week counts them all: the whole queue is staffed.
    let whole = try requirement(
      for: DemandForecast(queues: [demand]), request: single
    ).requirement
    guard let row = whole[queue: name]?.intervals.first(where: { $0.start == start }) else {
      throw .noInterval(queue: name, start: start)
    }
    var explanation = StaffingExplanation(
      queue: name, start: start,
      target: "\(queue.target.text) \(queue.target.definition.rawValue)",
      method: row.method ?? "", steps: [], neighbors: [])
    explanation.steps = volumeSteps(interval, row, queue, request)
    let isWaiting = queue.channel.mode != .deferred && (row.loadErlangs ?? 0) > 0
    if isWaiting {
      var parts = try WaitingParts(interval, row, queue, request, demand)
      explanation.steps += try parts.steps()
      explanation.neighbors = parts.neighbors()
    } else if let exact = row.agentsExact {
      explanation.steps.append(
        .init("agents exact", exact, "agents", source: "work spread as evenly as deadlines allow"))
    }
    explanation.steps.append(
      .init("agents", Double(row.agents), "agents", source: "what the requirement says"))
    explanation.steps += shrinkageSteps(row, request.shrinkage)
    return explanation
  }

  private static func volumeSteps(
    _ interval: ForecastInterval, _ row: RequirementInterval, _ queue: Queue,
    _ request: StaffingRequest
  ) -> [StaffingExplanation.Step] {
    let seconds = request.seconds(of: interval.start)
    var steps: [StaffingExplanation.Step] = [
      .init("volume", interval.offered, "contacts", source: "forecast"),
      .init("interval", seconds, "s", source: "grid"),
    ]
    if let risk = request.options.risk, let spread = ForecastSpread(interval.quantiles) {
      steps.append(
        .init(
          "volume staffed for", spread.volume(at: risk.value), "contacts",
          source: "forecast quantile at \(risk.text)"))
    }
    if let handle = row.handleSecondsMean {
      let source = (interval.handleSecondsMean ?? 0) > 0 ? "forecast" : "plan, queue \(queue.name)"
      steps.append(.init("handle time", handle, "s", source: source))
    }
    if let load = row.loadErlangs {
      let own = interval.offered * (row.handleSecondsMean ?? 0) / seconds
      let isOwn = (load - own).magnitude <= 1e-3 * max(1, own) || queue.channel.mode == .deferred
      if !isOwn {
        steps.append(
          .init("load of its own", own, "erlangs", source: "volume x handle time / interval"))
      }
      steps.append(
        .init(
          "load", load, "erlangs",
          source: isOwn
            ? "volume x handle time / interval" : "contacts of neighboring intervals, by the method"
        ))
    }
    if let patience = queue.patience {
      steps.append(.init("patience", patience.value, "s", source: "plan, queue \(queue.name)"))
    }
    if queue.sessions > 1 {
      steps.append(
        .init("sessions per agent", Double(queue.sessions), "", source: "plan or channel"))
    }
    return steps
  }

  private static func shrinkageSteps(
    _ row: RequirementInterval, _ ledger: ShrinkageLedger
  ) -> [StaffingExplanation.Step] {
    var steps: [StaffingExplanation.Step] = []
    for category in ledger.categories {
      steps.append(
        .init("shrinkage \(category.name)", category.share.value, "%", source: "plan"))
    }
    steps.append(
      .init("shrinkage", ledger.total.value, "%", source: "\(ledger.mode.rawValue) categories"))
    if let scheduled = row.scheduledAgents {
      steps.append(
        .init("scheduled agents", scheduled, "agents", source: "agents / (1 - shrinkage)"))
    }
    return steps
  }
}
