import ContactCenter

/// One group's roster to be made: its agents and the slots they may work, and the same in positions.
///
/// An agent's days are those of the agent's own zone: a shift counts on the local day on which it starts.
struct GroupRoster: Sendable {
  /// Everything about the group in the trade's words.
  struct Nouns: Sendable {
    var group: String
    /// By name.
    var calendars: [AgentCalendar]
    /// Rules of each contract, by its name.
    var rules: [String: [PricedRule]]
    var slots: [ShiftSlot]
    var grid: TimeGrid
    var shiftRules: ShiftRules
    var firstDate: CivilDate
    var days: Int
    /// Known shifts before the period, by agent.
    var history: [String: [WorkLine.Shift]]
    /// Days before the period about which shifts are known.
    var knownDaysBefore: Int
  }

  let nouns: Nouns
  private(set) var problem: RosterProblem
  /// Agents whose own hard rules allow no line at all; theirs were relaxed at a high price.
  private(set) var contradicted: [Int] = []
  /// Rules with too many states to search by, by name; the audit still knows them.
  private(set) var leftToAudit: Set<String> = []

  /// What a unit outside a hard rule costs an agent whose rules contradict each other: more than any cover.
  static let contradictionPrice = 10_000.0
  /// What each agent too many costs where none more is wanted: less than any hard rule, more than all else.
  static let surplusPrice = 1_000.0
  /// Steps that the product of one class's rules may hold; beyond it the search keeps a beam.
  static let automatonLimit = 12_000_000

  init(_ nouns: Nouns, uncoveredPrice: Double) {
    self.nouns = nouns
    problem = RosterProblem(
      days: nouns.days, covers: nouns.slots.map { $0.cover(uncoveredPrice: uncoveredPrice) },
      members: [], classes: [])
    var drafts = nouns.calendars.map { MemberDraft($0, nouns: nouns) }
    let byClass = Dictionary(grouping: drafts.indices) { drafts[$0].classKey }
    problem.members = nouns.calendars.map {
      RosterProblem.Member(name: $0.agent.name, lineClass: 0, start: 0, options: [], offCost: [])
    }
    for key in byClass.keys.sorted() { add(byClass[key] ?? [], drafts: &drafts, hardPrice: nil) }
    var search = LineSearch(problem)
    let free = [Double](repeating: 0, count: problem.covers.count)
    contradicted = problem.members.indices.filter {
      search.cheapest(for: $0, prices: free) == nil
    }
    for member in contradicted {
      add([member], drafts: &drafts, hardPrice: Self.contradictionPrice)
    }
  }

  /// Makes a class of agents to whom the same rules apply.
  private mutating func add(_ members: [Int], drafts: inout [MemberDraft], hardPrice: Double?) {
    guard let first = members.first else { return }
    let period = drafts[first].period
    var shifts: [[WorkLine.Shift]] = Array(repeating: [], count: period.days)
    for day in 0..<period.days {
      let all = Set(members.flatMap { drafts[$0].choices[day].map(\.shift) })
      shifts[day] = all.sorted {
        ($0.start, $0.end, $0.paidMinutes) < ($1.start, $1.end, $1.paidMinutes)
      }
    }
    let lineClass = LineClass(
      rules: drafts[first].rules, histories: members.map { drafts[$0].history }, shifts: shifts,
      period: period, hardPrice: hardPrice, sizeLimit: Self.automatonLimit)
    leftToAudit.formUnion(lineClass.tooLarge)
    for (start, member) in members.enumerated() {
      problem.members[member].lineClass = problem.classes.count
      problem.members[member].start = start
      problem.members[member].offCost = drafts[member].offCost
      problem.members[member].options = drafts[member].choices.indices.map { day in
        drafts[member].choices[day].map { choice in
          let position = shifts[day].firstIndex(of: choice.shift) ?? 0
          return RosterProblem.Option(
            cover: Int32(choice.slot ?? -1),
            behavior: Int32(lineClass.behaviorOf[day][position + 1]), cost: choice.cost,
            hours: Double(choice.shift.paidMinutes) / 60, isNight: choice.shift.isNight)
        }
      }
    }
    problem.classes.append(lineClass)
    problem.days = max(problem.days, period.days)
  }
}

/// What one agent may do on each day, in the trade's words.
struct MemberDraft: Sendable {
  struct Choice: Sendable {
    var shift: WorkLine.Shift
    /// Position of the slot; nil for a published shift.
    var slot: Int?
    /// Price of the requests and wishes that it breaks.
    var cost: Double
  }

  let period: RosterPeriod
  let rules: [PricedRule]
  private(set) var choices: [[Choice]]
  private(set) var offCost: [Double]
  let history: [WorkLine.Shift]
  /// Agents with equal keys share their rules and days.
  let classKey: String

  init(_ calendar: AgentCalendar, nouns: GroupRoster.Nouns) {
    let zone = calendar.zone ?? nouns.grid.zone
    let period = RosterPeriod(
      firstDate: nouns.firstDate, days: nouns.days, knownDaysBefore: nouns.knownDaysBefore,
      zone: zone, weekend: nouns.shiftRules.weekend)
    self.period = period
    let wishes = calendar.wishRules(in: period)
    rules = (nouns.rules[calendar.contract.name] ?? []) + wishes
    classKey =
      "\(calendar.contract.name)\u{1}\(zone.identifier)"
      + (wishes.isEmpty ? "" : "\u{1}\(calendar.agent.name)")
    let maker = LineShiftMaker(period: period, rules: nouns.shiftRules)
    history = (nouns.history[calendar.agent.name] ?? []).filter { $0.day < 0 }
    var choices: [[Choice]] = Array(repeating: [], count: period.days)
    for (position, slot) in nouns.slots.enumerated() {
      let shift = maker.shift(slot.stretch, paidMinutes: slot.paidMinutes)
      guard choices.indices.contains(shift.day), calendar.contract.allows(slot),
        calendar.canWork(slot.stretch),
        !calendar.pinned.contains(where: { $0.overlapSeconds(with: slot.stretch) > 0 })
      else { continue }
      choices[shift.day].append(
        Choice(shift: shift, slot: position, cost: calendar.price(of: shift, in: period)))
    }
    offCost = (0..<period.days).map { calendar.priceOfDayOff($0, in: period) }
    for stretch in calendar.pinned {
      // Published time is worked as it stands, all of it paid.
      let shift = maker.shift(stretch, paidMinutes: stretch.seconds / 60)
      guard choices.indices.contains(shift.day) else { continue }
      if offCost[shift.day] == .infinity, let first = choices[shift.day].first {
        let joined = Interval(start: first.shift.start, end: max(first.shift.end, stretch.end))
        let paid = first.shift.paidMinutes + stretch.seconds / 60
        choices[shift.day] = [
          Choice(shift: maker.shift(joined, paidMinutes: paid), slot: nil, cost: 0)
        ]
      } else {
        choices[shift.day] = [Choice(shift: shift, slot: nil, cost: 0)]
      }
      offCost[shift.day] = .infinity
    }
    self.choices = choices
  }
}

/// Stretches of time as shifts of a line: on the agent's own day, with their type.
struct LineShiftMaker: Sendable {
  let period: RosterPeriod
  let rules: ShiftRules

  func shift(_ stretch: Interval, paidMinutes: Int) -> WorkLine.Shift {
    let local = period.zone.local(stretch.start)
    let minutes = stretch.seconds / 60
    return WorkLine.Shift(
      day: local.date.days(since: period.firstDate), start: stretch.start, end: stretch.end,
      startMinute: local.minuteOfDay, paidMinutes: paidMinutes,
      type: rules.type(startMinute: local.minuteOfDay, length: minutes)?.name,
      isNight: rules.isNight(startMinute: local.minuteOfDay, length: minutes))
  }
}
