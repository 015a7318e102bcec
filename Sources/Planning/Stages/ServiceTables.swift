internal import ContactCenter
internal import Glibc
internal import Scheduling
internal import Staffing

/// Service levels by number of scheduled agents: what lets a schedule keep a target over a day or a week instead of in
/// each interval.
///
/// The formula is Erlang A with a patience and Erlang C without, at the interval's mean rate; its log odds are moved by
/// what the requirement's own service level, which may know more (uncertain volumes, loads that carry over), differs from
/// it at the requirement's agents. The fewest agents of an interval are those that reach half of the target's share: no
/// interval is given up for others.
struct ServiceTables {
  let queue: Queue
  /// The share that the target asks for.
  let target: Double

  /// - Returns: nil for queues without a service level to keep, or whose agents hold several sessions.
  init?(_ queue: Queue) {
    guard let level = queue.target.serviceLevel?.value, level > 0, queue.sessions == 1 else {
      return nil
    }
    self.queue = queue
    target = level
  }

  /// A need in which queues with a service level promise it over the plan's span.
  ///
  /// *Throws*: `SchedulingError` where the need does.
  static func promising(
    _ need: CoverageNeed, requirement: StaffingRequirement, plan: Plan
  ) throws(SchedulingError) -> CoverageNeed {
    let span: ServicePromise.Span
    switch plan.schedule.targetSpan {
    case .interval: return need
    case .day: span = .day
    case .week: span = .week
    }
    var rows: [CoverageNeed.QueueNeed] = []
    for var row in need.queues {
      if let queue = plan.queues.first(where: { $0.name == row.queue }),
        let own = requirement[queue: row.queue], let tables = ServiceTables(queue)
      {
        tables.promise(own, over: span, in: need, row: &row)
      }
      rows.append(row)
    }
    return try CoverageNeed(
      grid: need.grid, firstDate: need.firstDate, days: need.days, queues: rows)
  }

  private func promise(
    _ requirement: QueueRequirement, over span: ServicePromise.Span, in need: CoverageNeed,
    row: inout CoverageNeed.QueueNeed
  ) {
    let byStart = Dictionary(
      requirement.intervals.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
    var tables = [ServiceByAgents?](repeating: nil, count: need.intervals.count)
    for (index, interval) in need.intervals.enumerated() {
      guard row.agents[index] > 0, let own = byStart[interval.start],
        let table = table(of: own, seconds: interval.seconds)
      else { continue }
      tables[index] = table
      row.agents[index] = Double(table.fewest)
    }
    if tables.contains(where: { $0 != nil }) {
      row.promise = ServicePromise(target: target, span: span, tables: tables)
    }
  }

  /// The levels of one interval.
  ///
  /// - Returns: nil where its contacts or handle time are not known, or the formula refuses them.
  func table(of row: RequirementInterval, seconds: Int) -> ServiceByAgents? {
    guard let offered = row.offered, offered > 0, offered < 1e6,
      let handle = row.handleSecondsMean, handle > 0, handle < 1e6,
      seconds > 0, row.agents > 0, row.agents <= 100_000
    else { return nil }
    // Of each scheduled agent, so much is left on contacts.
    let present = Double(row.agents) / max(Double(row.agents), row.scheduledAgents ?? 0)
    var question = ErlangCase(
      contactsPerHour: offered * 3600 / Double(seconds), handleSeconds: handle)
    question.patienceSeconds = queue.patience?.value
    question.set(queue.target)
    func formula(_ agents: Double) -> Double {
      question.agents = agents
      return (try? question.answer().serviceLevel).map { min(1, max(0, $0)) } ?? 0
    }
    var shift = 0.0
    if let told = row.serviceLevel, told > 1e-4, told < 1 - 1e-4 {
      let known = formula(Double(row.agents))
      if known > 1e-4, known < 1 - 1e-4 { shift = logOdds(told) - logOdds(known) }
    }
    func level(_ scheduled: Int) -> Double {
      let plain = formula(Double(scheduled) * present)
      guard shift != 0, plain > 1e-9, plain < 1 - 1e-9 else { return plain }
      return 1 / (1 + exp(-(logOdds(plain) + shift)))
    }
    let load = offered * handle / Double(seconds) / present
    var fewest = max(1, Int((load * 0.7).rounded(.down)))
    let most = max(fewest, Int(min(1e5, row.scheduledAgents ?? Double(row.agents)))) + 30
    var first = level(fewest)
    while first < target / 2, fewest < most {
      fewest += 1
      first = level(fewest)
    }
    var levels = [first]
    while let last = levels.last, last < 0.999, fewest + levels.count <= most {
      levels.append(max(last, level(fewest + levels.count)))
    }
    return ServiceByAgents(offered: offered, fewest: fewest, levels: levels)
  }

  private func logOdds(_ share: Double) -> Double { log(share / (1 - share)) }
}
