public import ContactCenter
public import Scheduling

/// What a roster of a random center is worth and where it breaks a rule, from its entries and the rules as a whole.
///
/// It reads `LineRule.breaches` and the nouns, and nothing of the search.
public struct RosterJudgment: Sendable {
  /// Every place where a hard rule, leave or a published shift is not kept: "agent-100: 6 working days in a row, …".
  public private(set) var broken: [String] = []
  /// The agents of these places.
  public private(set) var offenders: Set<String> = []
  /// Paid hours that soft rules cost.
  public private(set) var ruleCost = 0.0
  /// Paid hours that requests and wishes cost which were not kept.
  public private(set) var wishCost = 0.0
  /// Shifts that more agents work than are wanted.
  public private(set) var surplus = 0
  /// Wanted shifts that nobody works.
  public private(set) var uncovered: [PlannedShift] = []

  private let known: Set<[String]>

  /// Judges a roster.
  public init(_ roster: Roster, of center: RandomCenter) throws(RuleTermsError) {
    let entries = Dictionary(grouping: roster.entries, by: \.agent)
    var wanted = Dictionary(grouping: center.shifts) { [$0.group, "\($0.start)", "\($0.end)"] }
    known = Set(wanted.keys)
    for agent in center.agents {
      let own = (entries[agent.name] ?? []).map { Interval(start: $0.start, end: $0.end) }
      try judge(agent, own, center: center, wanted: &wanted)
    }
    for name in Set(entries.keys).subtracting(center.agents.map(\.name)).sorted() {
      add(name, "is no agent")
    }
    uncovered = wanted.values.flatMap(\.self).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private mutating func add(_ agent: String, _ what: String) {
    broken.append("\(agent): \(what)")
    offenders.insert(agent)
  }

  private mutating func judge(
    _ agent: Agent, _ stretches: [Interval], center: RandomCenter,
    wanted: inout [[String]: [PlannedShift]]
  ) throws(RuleTermsError) {
    guard let contract = center.contracts.first(where: { $0.name == agent.contract }) else {
      return
    }
    let asked = center.availability.filter { $0.agent == agent.name }
    func own(_ kind: Availability.Kind) -> [Availability] { asked.filter { $0.kind == kind } }
    let pinned = own(.pinned).map { Interval(start: $0.start, end: $0.end) }
    for pin in pinned where !stretches.contains(pin) { add(agent.name, "lacks a published shift") }
    for stretch in stretches where !pinned.contains(stretch) {
      let key = [agent.group, "\(stretch.start)", "\(stretch.end)"]
      if !known.contains(key) { add(agent.name, "works a shift that nobody asked for") }
      if wanted[key]?.popLast() == nil { surplus += 1 }
      if !contract.shiftMinutes.contains(stretch.seconds / 60) { add(agent.name, "length") }
      if own(.leave).contains(where: { overlap($0, stretch) }) { add(agent.name, "on leave") }
      let available = own(.available)
      let isThere = available.contains { $0.start <= stretch.start && stretch.end <= $0.end }
      if !available.isEmpty, !isThere { add(agent.name, "not available") }
    }
    let period = RosterPeriod(
      firstDate: center.firstDate, days: center.days, knownDaysBefore: center.knownDaysBefore,
      weekend: center.rules.weekend)
    let line = WorkLine(
      (stretches + history(of: agent, center)).map { shift($0, center: center) })
    if zip(line.shifts, line.shifts.dropFirst()).contains(where: { $0.day == $1.day }) {
      add(agent.name, "two shifts on a day")
    }
    for rule in try ContractRules.rules(of: contract) {
      for breach in rule.rule.breaches(of: line, in: period) where breach.amount > 1e-9 {
        guard let price = rule.price else {
          add(agent.name, "\(rule.rule.name): \(breach.message)")
          continue
        }
        ruleCost += price * breach.amount
      }
    }
    let inside = line.shifts.filter { $0.day >= 0 }
    for request in own(.request) {
      // Each shift that breaks it counts.
      let hits = inside.count { shift in
        overlap(request, shift.stretch) && (request.shiftType ?? shift.type) == shift.type
      }
      wishCost += Double(hits) * (request.price ?? 1)
    }
    for wish in own(.wish) {
      let kept = inside.contains { shift in
        wish.start <= shift.start && shift.start < wish.end
          && (wish.shiftType ?? shift.type) == shift.type
      }
      if !kept { wishCost += wish.price ?? 1 }
    }
  }

  private func overlap(_ a: Availability, _ b: Interval) -> Bool {
    Interval(start: a.start, end: a.end).overlapSeconds(with: b) > 0
  }

  private func history(of agent: Agent, _ center: RandomCenter) -> [Interval] {
    center.previous.entries.filter { $0.agent == agent.name }
      .map { Interval(start: $0.start, end: $0.end) }
  }

  private func shift(_ stretch: Interval, center: RandomCenter) -> WorkLine.Shift {
    let local = center.grid.zone.local(stretch.start)
    let minutes = stretch.seconds / 60
    return WorkLine.Shift(
      day: local.date.days(since: center.firstDate), start: stretch.start, end: stretch.end,
      startMinute: local.minuteOfDay, paidMinutes: minutes,
      type: center.rules.type(startMinute: local.minuteOfDay, length: minutes)?.name,
      isNight: center.rules.isNight(startMinute: local.minuteOfDay, length: minutes))
  }
}
