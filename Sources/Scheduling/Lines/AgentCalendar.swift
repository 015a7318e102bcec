import ContactCenter

/// When one agent can work, what is fixed already, and what the agent would like.
struct AgentCalendar: Sendable {
  let agent: Agent
  var contract: Contract
  /// The agent's own zone; nil for the center's.
  let zone: ZoneRules?
  /// Published shifts that stay, by start; overlapping ones are joined.
  let pinned: [Interval]
  private(set) var leave: [Interval]
  /// Nil where the agent has no stretch of kind `available` and so can always work.
  let available: [Interval]?
  private let requests: [Wish]
  private let wishes: [Wish]

  /// A request or wish: when, about which shifts, and what breaking it costs.
  struct Wish: Sendable, Hashable {
    var stretch: Interval
    var type: String?
    var price: Double
  }

  /// Gathers an agent's stretches; overlapping and touching ones of a kind are joined.
  init(
    _ agent: Agent, contract: Contract, availability: [Availability], zone: ZoneRules? = nil
  ) {
    self.agent = agent
    self.contract = contract
    self.zone = zone
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
    func wishes(_ kind: Availability.Kind) -> [Wish] {
      availability.filter { $0.kind == kind && $0.start < $0.end }.map {
        let price = $0.price ?? 1
        return Wish(
          stretch: Interval(start: $0.start, end: $0.end), type: $0.shiftType,
          price: price.isFinite ? max(0, price) : 1)
      }
    }
    leave = joined(.leave, touching: true)
    pinned = joined(.pinned, touching: false)
    let stretches = joined(.available, touching: true)
    available = stretches.isEmpty ? nil : stretches
    requests = wishes(.request)
    self.wishes = wishes(.wish)
  }

  /// Whether the agent is there for the whole of a stretch: no leave in it, and inside what is available.
  func canWork(_ stretch: Interval) -> Bool {
    guard !leave.contains(where: { $0.overlapSeconds(with: stretch) > 0 }) else { return false }
    guard let available else { return true }
    return available.contains { $0.start <= stretch.start && stretch.end <= $0.end }
  }

  /// Price of the requests and one-day wishes that a shift breaks, in paid hours.
  func price(of shift: WorkLine.Shift, in period: RosterPeriod) -> Double {
    let broken = requests.reduce(0) { sum, request in
      let applies =
        request.stretch.overlapSeconds(with: shift.stretch) > 0
        && (request.type == nil || request.type == shift.type)
      return applies ? sum + request.price : sum
    }
    return wishes.reduce(broken) { sum, wish in
      let missed = period.onlyDay(of: wish.stretch) == shift.day && !wish.isMet(by: shift)
      return missed ? sum + wish.price : sum
    }
  }

  /// Price of the one-day wishes that a day off breaks.
  func priceOfDayOff(_ day: Int, in period: RosterPeriod) -> Double {
    wishes.reduce(0) { period.onlyDay(of: $1.stretch) == day ? $0 + $1.price : $0 }
  }

  /// Wishes over several days: one matching shift anywhere in them is enough.
  func wishRules(in period: RosterPeriod) -> [PricedRule] {
    wishes.filter { period.onlyDay(of: $0.stretch) == nil }.map {
      PricedRule(WishLineRule($0), price: $0.price)
    }
  }
}

extension AgentCalendar.Wish {
  /// Whether a shift grants the wish.
  func isMet(by shift: WorkLine.Shift) -> Bool {
    stretch.contains(shift.start) && (type == nil || type == shift.type)
  }
}

extension RosterPeriod {
  /// The day that a stretch lies in, where it is one; nil where it spans several.
  func onlyDay(of stretch: Interval) -> Int? {
    let first = zone.local(stretch.start).date
    let last = zone.local(stretch.end.advanced(by: -1)).date
    return first == last ? first.days(since: firstDate) : nil
  }
}

/// A wish for a shift somewhere in a stretch of several days; outside by one where no shift grants it.
///
/// *State*: 1 once granted.
struct WishLineRule: LineRule {
  let name = "wish"
  let unit = "wish"
  private let wish: AgentCalendar.Wish

  init(_ wish: AgentCalendar.Wish) { self.wish = wish }

  func breaches(of line: WorkLine, in period: RosterPeriod) -> [LineBreach] {
    guard touches(period), !line.shifts.contains(where: wish.isMet) else { return [] }
    return [LineBreach(wish.stretch, amount: 1, message: "no shift as wished")]
  }

  func start(after history: [WorkLine.Shift], in period: RosterPeriod) -> Int {
    !touches(period) || history.contains(where: wish.isMet) ? 1 : 0
  }

  func step(
    from state: Int, day: Int, shift: WorkLine.Shift?, in period: RosterPeriod
  ) -> LineStep {
    LineStep(state == 1 || shift.map(wish.isMet) == true ? 1 : 0)
  }

  func finish(from state: Int, in period: RosterPeriod) -> Double { state == 1 ? 0 : 1 }

  private func touches(_ period: RosterPeriod) -> Bool {
    wish.stretch.start < period.start(of: period.days) && period.start(of: 0) < wish.stretch.end
  }
}

extension AgentCalendar {
  /// Takes one stretch of leave back.
  mutating func giveUp(_ stretch: Interval) { leave.removeAll { $0 == stretch } }
}
