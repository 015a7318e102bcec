import ContactCenter

/// The search for offers: the roster as it would be with those taken so far.
struct OfferSearch {
  /// A change that may be offered, with the gain last counted.
  private struct Candidate {
    var change: ShiftChange
    /// Agent-hours short removed for each hour of cost; of time off, paid hours saved.
    var value: Double
  }

  private let original: RosterUnderAudit
  private let options: OfferOptions
  private(set) var roster: Roster
  private(set) var offers: [RosterOffer] = []
  /// Offers that would have helped and break a rule, by rule.
  private(set) var refused: [String: Int] = [:]
  private var table: StaffTable
  private var rules: OfferRules
  /// Days on which an agent has an offer already.
  private var asked: Set<AgentDay> = []
  /// Changes that a rule refused which asks for the day and the paid time only.
  private var refusals: Set<Refusal> = []

  /// As much of a change as rules look at that count days and hours.
  private struct Refusal: Hashable {
    var day: AgentDay
    var paidMinutes: Int
  }

  /// Rules that refuse another start of the same day as well: it need not be asked.
  private static let countingRules: Set<String> = ["hours", "days-per-week"]

  init(_ roster: RosterUnderAudit, need: CoverageNeed, options: OfferOptions) {
    original = roster
    self.options = options
    self.roster = roster.roster
    let lengths = roster.contracts.values.flatMap(\.shiftMinutes)
    table = StaffTable(
      roster, need: need, lengths: PlacementLengths.of(roster) + lengths,
      weights: options.weights)
    rules = OfferRules(roster)
  }

  /// Weighted agent-hours short with the offers so far.
  mutating func shortHours() -> Double { table.shortHours() }

  /// Takes the overtime that is worth most, again and again.
  mutating func addOvertime() {
    let least = max(1e-9, options.leastWorth)
    var waiting = ShiftChanges.overtime(
      original, table: table, options: options, isWorthIt: { worth($0) >= least }
    ).map { Candidate(change: $0, value: worth($0)) }
    waiting.sort(by: Self.isAfter)
    while var next = waiting.popLast(), offers.count < options.most {
      guard !asked.contains(next.change.day) else { continue }
      next.value = worth(next.change)
      guard next.value >= least else { continue }
      if let rival = waiting.last, Self.isAfter(next, rival) {
        Self.insert(next, into: &waiting)
        continue
      }
      take(next.change)
    }
  }

  /// Takes time off wherever nothing gets short by it, the longest first.
  mutating func addTimeOff() {
    let overtime = offers.count
    var waiting = ShiftChanges.timeOff(original, table: table, options: options).map {
      Candidate(change: $0, value: Double(-$0.paidMinutes) / 60)
    }
    waiting.sort(by: Self.isAfter)
    while let next = waiting.popLast(), offers.count - overtime < options.most {
      guard !asked.contains(next.change.day) else { continue }
      let (gain, _) = next.change.gain(in: &table)
      if gain >= -1e-9 { take(next.change) }
    }
  }

  /// Makes an offer unless it breaks a rule.
  private mutating func take(_ change: ShiftChange) {
    let refusal = Refusal(day: change.day, paidMinutes: change.paidMinutes)
    guard !refusals.contains(refusal) else { return }
    let (gain, breaks) = change.gain(in: &table)
    let after = change.shift(breaks: breaks, table: table)
    let entries = RosterChange(
      agent: change.agent, stretch: change.before?.stretch ?? change.stretch,
      entries: after?.entries ?? [])
    if let rule = rules.broken(by: entries) {
      if change.kind.isOvertime { refused[rule, default: 0] += 1 }
      if Self.countingRules.contains(rule) { refusals.insert(refusal) }
      return
    }
    rules.apply(entries)
    roster = roster.applying([entries])
    change.apply(breaks: breaks, to: &table)
    asked.insert(change.day)
    let hours = Double(abs(change.paidMinutes)) / 60
    offers.append(
      RosterOffer(
        agent: change.agent, kind: change.kind, date: change.day.date, stretch: change.stretch,
        shift: after?.stretch, paidMinutes: abs(change.paidMinutes),
        costHours: change.kind.isOvertime ? hours * options.premium : hours,
        shortHours: change.kind.isOvertime ? gain * table.slotHours : 0))
  }

  /// Weighted agent-hours short that overtime removes for each hour of cost.
  private mutating func worth(_ change: ShiftChange) -> Double {
    let cost = Double(change.paidMinutes) / 60 * options.premium
    guard cost > 0 else { return 0 }
    return change.gain(in: &table).gain * table.slotHours / cost
  }

  /// The order of the stack, best last; of equals the first agent and start last.
  private static func isAfter(_ one: Candidate, _ other: Candidate) -> Bool {
    let (a, b) = (roundedToDecimals(one.value, 9), roundedToDecimals(other.value, 9))
    return a != b ? a < b : other.change.precedes(one.change)
  }

  private static func insert(_ candidate: Candidate, into waiting: inout [Candidate]) {
    var low = 0
    var high = waiting.count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(waiting[middle], candidate) { low = middle + 1 } else { high = middle }
    }
    waiting.insert(candidate, at: low)
  }
}

/// A day of one agent.
struct AgentDay: Hashable, Sendable {
  var agent: String
  var date: CivilDate
}
