public import ContactCenter
internal import Queueing

extension Staffer {
  /// Takes the requirement of one interval apart; with a tool, also why the tool would say otherwise.
  ///
  /// The answer is the one `requirement` gives: the margin over the load, rounding, limits and shrinkage are
  /// found by asking again with one of them left out.
  ///
  /// *Throws*: `StaffingError.noInterval` where the forecast has no interval of this queue at `start`, and what
  /// `requirement` throws.
  public static func explain(
    _ forecast: DemandForecast, queue name: String, at start: Instant, request: StaffingRequest,
    as tool: OtherTool? = nil
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
      queue: name, start: start, period: period(start, request.grid),
      target: "\(queue.target.text) counted as \(queue.target.definition.rawValue)",
      definition: queue.target.definition, method: row.method ?? "", agents: row.agents,
      scheduledAgents: row.scheduledAgents)
    explanation.sections = [.init("Demand", volumeSteps(interval, row, queue, request))]
    let isWaiting = queue.channel.mode != .deferred && (row.loadErlangs ?? 0) > 0
    var sizing: [StaffingExplanation.Step] = []
    if isWaiting {
      var parts = try WaitingParts(interval, row, queue, request, demand)
      sizing += try parts.steps()
      explanation.neighbors = parts.neighbors()
      explanation.definitions = parts.definitions()
    } else if let exact = row.agentsExact {
      sizing.append(
        .init("agents exact", exact, "agents", source: "work spread as evenly as deadlines allow"))
    }
    sizing.append(
      .init("agents", Double(row.agents), "agents", source: "what the requirement says"))
    explanation.sections += [
      .init("From load to agents", sizing),
      .init("From agents to the schedule", shrinkageSteps(row, request)),
      .init("What the agents achieve", serviceSteps(row, queue)),
    ]
    if let tool {
      explanation.comparison = try comparison(
        with: tool, demand: demand, agents: row, request: single)
    }
    return explanation
  }

  /// The interval by the center's clock.
  private static func period(_ start: Instant, _ grid: TimeGrid) -> String {
    let interval = grid.interval(containing: start)
    let from = grid.zone.local(interval.start).text.replacingT()
    let to = grid.zone.local(interval.start.advanced(by: interval.seconds)).text
    return "\(from.dropLast(3)) to \(to.dropFirst(11).dropLast(3)), \(grid.zone.identifier)"
  }

  /// Another tool's requirement, one difference at a time.
  private static func comparison(
    with tool: OtherTool, demand: QueueForecast, agents row: RequirementInterval,
    request: StaffingRequest
  ) throws(StaffingError) -> ToolComparison {
    var changed = request
    var last = row
    var steps: [StaffingExplanation.Step] = [
      .init("this plan", Double(row.agents), "agents", source: "the requirement above")
    ]
    for change in tool.changes {
      change.apply(&changed)
      let rows =
        try requirement(for: DemandForecast(queues: [demand]), request: changed)
        .requirement.queues.first?.intervals ?? []
      guard let next = rows.first(where: { $0.start == row.start }) else { continue }
      let isSame = next.agents == last.agents
      let scheduled = (next.scheduledAgents ?? 0) - (last.scheduledAgents ?? 0)
      var step =
        isSame && scheduled != 0
        ? StaffingExplanation.Step(change.name, scheduled, "to schedule", source: change.why)
        : .init(change.name, Double(next.agents - last.agents), "agents", source: change.why)
      step.isChange = true
      steps.append(step)
      last = next
    }
    steps.append(
      .init(tool.rawValue, Double(last.agents), "agents", source: "what it asks for on contacts"))
    if let scheduled = last.scheduledAgents {
      steps.append(
        .init(
          "\(tool.rawValue), scheduled", scheduled, "agents",
          source: "with this plan's shrinkage\(tool == .amazon ? " as one percentage" : "")"))
    }
    return ToolComparison(tool: tool, steps: steps)
  }

  /// What the whole number of agents gives.
  private static func serviceSteps(
    _ row: RequirementInterval, _ queue: Queue
  ) -> [StaffingExplanation.Step] {
    var steps: [StaffingExplanation.Step] = []
    func add(_ name: String, _ value: Double?, _ unit: String, _ source: String) {
      if let value { steps.append(.init(name, value, unit, source: source)) }
    }
    add(
      "service level", row.serviceLevel, "%",
      "within \(queue.target.threshold.text): \(queue.target.definition.words)")
    add("wait of answered", row.asaSeconds, "s", "mean, of answered contacts (ASA)")
    add("wait of all", row.asaAllSeconds, "s", "mean, abandoned contacts among them")
    add("abandonment", row.abandonment, "%", "share of offered contacts")
    add("occupancy", row.occupancy, "%", "share of time an agent on contacts is busy")
    add(
      "target met", row.probabilityOfTarget, "%",
      "probability that the counted level of this interval reaches the target")
    add(
      "adequate staff", row.probabilityOfAdequateStaff, "%",
      "probability that the agents suffice, given the forecast's uncertainty")
    return steps
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
    _ row: RequirementInterval, _ request: StaffingRequest
  ) -> [StaffingExplanation.Step] {
    let local = request.grid.zone.local(row.start)
    let ledger = request.shrinkage
    var steps: [StaffingExplanation.Step] = []
    for category in ledger.categories where category.occurs(at: local) {
      let kind =
        "\(category.isPlanned ? "planned" : "unplanned"), "
        + (category.place == .office ? "in the office" : "away")
      steps.append(
        .init(
          category.name, category.share.value, "%",
          source: "plan: \(kind), of \(category.base.words) time"))
    }
    let total = ledger.total(at: local)
    steps.append(
      .init(
        "shrinkage", total.value, "%",
        source: ledger.categories.isEmpty
          ? "plan: none" : "of scheduled time, categories \(ledger.mode.rawValue)"))
    if let scheduled = row.scheduledAgents {
      if let absence = request.options.absence {
        steps.append(
          .init("absence", absence.value, "%", source: "plan: unplanned, agent by agent"))
        steps.append(
          .init(
            "agents to call", scheduled * (1 - total.value), "agents",
            source: "so many that those who show up suffice"))
      }
      steps.append(
        .init(
          "scheduled agents", scheduled, "agents",
          source: "agents \(request.options.absence == nil ? "" : "to call ")/ (1 - shrinkage)"))
    }
    return steps
  }
}

extension ShrinkageLedger.Base {
  /// The time as a page names it.
  fileprivate var words: String { self == .loggedIn ? "logged-in" : rawValue }
}

extension String {
  /// A local date and time with a space for the T between them.
  fileprivate func replacingT() -> String { String(map { $0 == "T" ? " " : $0 }) }
}
