import ContactCenter

/// When one agent can work, and what is fixed already.
struct AgentCalendar: Sendable {
  let agent: Agent
  let contract: Contract
  /// Published shifts that stay, by start; overlapping ones are joined.
  let pinned: [Interval]
  private let leave: [Interval]
  /// Nil where the agent has no stretch of kind `available` and so can always work.
  private let available: [Interval]?
  private let requests: [(stretch: Interval, price: Double)]

  /// Gathers an agent's stretches; overlapping and touching ones of a kind are joined.
  init(_ agent: Agent, contract: Contract, availability: [Availability]) {
    self.agent = agent
    self.contract = contract
    func joined(_ kind: Availability.Kind, touching: Bool) -> [Interval] {
      let own = availability.filter { $0.kind == kind && $0.start < $0.end }
        .map { Interval(start: $0.start, end: $0.end) }
        .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
      return own.reduce(into: []) { list, next in
        if let last = list.last, touching ? next.start <= last.end : next.start < last.end {
          list[list.count - 1].end = max(last.end, next.end)
        } else {
          list.append(next)
        }
      }
    }
    leave = joined(.leave, touching: true)
    pinned = joined(.pinned, touching: false)
    let stretches = joined(.available, touching: true)
    available = stretches.isEmpty ? nil : stretches
    requests = availability.filter { $0.kind == .request && $0.start < $0.end }.map {
      let price = $0.price ?? 1
      return (Interval(start: $0.start, end: $0.end), price.isFinite ? max(0, price) : 1)
    }
  }

  /// Whether the agent is there for the whole of a stretch: no leave in it, and inside what is available.
  func canWork(_ stretch: Interval) -> Bool {
    guard !leave.contains(where: { $0.overlapSeconds(with: stretch) > 0 }) else { return false }
    guard let available else { return true }
    return available.contains { $0.start <= stretch.start && stretch.end <= $0.end }
  }

  /// Whether a stretch keeps the contract's rest from every published shift.
  func keepsRestFromPinned(_ stretch: Interval) -> Bool {
    let rest = contract.restMinutes * 60
    return pinned.allSatisfy {
      stretch.start >= $0.end.advanced(by: rest) || $0.start >= stretch.end.advanced(by: rest)
    }
  }

  /// Price of the requests that a stretch breaks, in paid hours.
  func price(of stretch: Interval) -> Double {
    requests.reduce(0) { $0 + ($1.stretch.overlapSeconds(with: stretch) > 0 ? $1.price : 0) }
  }
}
