import ContactCenter

/// Every change of a shift that contracts allow by length: what offers are chosen from.
///
/// Left out are shifts that do not lie on the slots, and changes that would cut a meeting.
enum ShiftChanges {
  /// Longer shifts and shifts on days without one, as far as they are worth anything to begin with.
  static func overtime(
    _ roster: RosterUnderAudit, table: StaffTable, options: OfferOptions,
    isWorthIt: (ShiftChange) -> Bool
  ) -> [ShiftChange] {
    var result: [ShiftChange] = []
    for present in shifts(of: roster, table: table) {
      let stretch = present.shift.stretch
      for minutes in present.lengths {
        let added = minutes - present.shift.minutes
        guard added > 0, added <= options.longestExtensionMinutes else { continue }
        let later = Interval(start: stretch.start, end: stretch.end.advanced(by: added * 60))
        let earlier = Interval(start: stretch.start.advanced(by: -added * 60), end: stretch.end)
        result += [
          present.changed(
            .stayLonger, to: later, at: Interval(start: stretch.end, end: later.end), roster, table)
        ].compactMap { $0 }
        guard startsOnTime(earlier.start, roster) else { continue }
        result += [
          present.changed(
            .comeEarlier, to: earlier, at: Interval(start: earlier.start, end: stretch.start),
            roster, table)
        ].compactMap { $0 }
      }
    }
    let open = OpenSlots(roster, table: table)
    result =
      result.filter { open.contains($0.stretch, kind: $0.agentKind) && isWorthIt($0) }
      + extraShifts(roster, table: table) { shift in
        open.contains(shift.stretch, kind: shift.agentKind) && isWorthIt(shift)
      }
    return result.filter { change in
      !(roster.availability[change.agent] ?? []).contains {
        $0.kind == .request
          && Interval(start: $0.start, end: $0.end).overlapSeconds(with: change.stretch) > 0
      }
    }
  }

  /// Shorter shifts and days off.
  static func timeOff(
    _ roster: RosterUnderAudit, table: StaffTable, options: OfferOptions
  ) -> [ShiftChange] {
    var result: [ShiftChange] = []
    for present in shifts(of: roster, table: table) {
      let stretch = present.shift.stretch
      for minutes in present.lengths {
        let cut = present.shift.minutes - minutes
        guard cut > 0 else { continue }
        let early = Interval(start: stretch.start, end: stretch.end.advanced(by: -cut * 60))
        let late = Interval(start: stretch.start.advanced(by: cut * 60), end: stretch.end)
        result += [
          present.changed(
            .leaveEarly, to: early, at: Interval(start: early.end, end: stretch.end), roster, table)
        ].compactMap { $0 }
        guard startsOnTime(late.start, roster) else { continue }
        result += [
          present.changed(
            .comeLater, to: late, at: Interval(start: stretch.start, end: late.start), roster, table
          )
        ].compactMap { $0 }
      }
      if present.shift.activities.isEmpty { result.append(present.dayOff()) }
    }
    return result
  }

  /// A shift of the roster that lies on the slots.
  private struct Present {
    let shift: RosterShift
    let day: AgentDay
    let kind: Int
    let worked: Set<Int>
    let breaks: [Int]?
    let paidMinutes: Int
    let lengths: [Int]

    func changed(
      _ kind: RosterOffer.Kind, to stretch: Interval, at time: Interval,
      _ roster: RosterUnderAudit, _ table: StaffTable
    ) -> ShiftChange? {
      let cut = shift.activities.contains { $0.start < stretch.start || $0.end > stretch.end }
      let after = shift.reaching(over: stretch)
      guard !cut, let choices = BreakChoices(after, rules: roster.rules, table: table) else {
        return nil
      }
      let added = choices.paidSlots * table.slotSeconds / 60 - paidMinutes
      guard kind.isOvertime ? added > 0 : added < 0 else { return nil }
      return ShiftChange(
        kind: kind, day: day, stretch: time, before: shift, after: after, choices: choices,
        agentKind: self.kind, worked: worked, breaksNow: breaks, paidMinutes: added)
    }

    func dayOff() -> ShiftChange {
      ShiftChange(
        kind: .dayOff, day: day, stretch: shift.stretch, before: shift, after: nil, choices: nil,
        agentKind: kind, worked: worked, breaksNow: nil, paidMinutes: -paidMinutes)
    }
  }

  private static func shifts(of roster: RosterUnderAudit, table: StaffTable) -> [Present] {
    roster.shifts.compactMap { shift in
      guard let own = RosterShift(shift), shift.minutes <= 10_080,
        let kind = table.kind(of: own.agent, group: own.group, in: roster),
        let contract = roster.contract(of: own.agent), table.slot(at: own.stretch.start) != nil,
        own.stretch.seconds % table.slotSeconds == 0
      else { return nil }
      let pauses = own.breaks + own.activities
      guard
        pauses.allSatisfy({ table.slot(at: $0.start) != nil && table.slot(at: $0.end) != nil })
      else { return nil }
      let resting = Set(
        own.breaks.flatMap { pause in
          (table.slot(at: pause.start) ?? 0)..<(table.slot(at: pause.end) ?? 0)
        })
      return Present(
        shift: own, day: AgentDay(agent: own.agent, date: shift.date), kind: kind,
        worked: Set(ShiftChange.slots(of: own, table: table)).subtracting(resting),
        breaks: own.breaks.compactMap { table.slot(at: $0.start) },
        paidMinutes: roster.paidMinutes(of: shift), lengths: contract.shiftMinutes)
    }
  }

  private static func startsOnTime(_ start: Instant, _ roster: RosterUnderAudit) -> Bool {
    roster.grid.zone.local(start).minuteOfDay % max(1, roster.rules.startEveryMinutes) == 0
  }

  /// A shift of every length and start on every day of the need on which an agent has none.
  private static func extraShifts(
    _ roster: RosterUnderAudit, table: StaffTable, isWorthIt: (ShiftChange) -> Bool
  ) -> [ShiftChange] {
    guard roster.need != nil else { return [] }
    let working = Set(roster.shifts.map { AgentDay(agent: $0.agent, date: $0.date) })
    let starts = (0..<table.slotCount).map(table.start(of:)).filter { startsOnTime($0, roster) }
      .map { (start: $0, date: roster.grid.date(of: $0)) }.filter { roster.dates.contains($0.date) }
    // What a shift is worth depends on the kind of agent and not on the agent: it is asked once.
    struct Template: Hashable {
      var kind: Int
      var stretch: Interval
    }
    var known: [Template: BreakChoices?] = [:]
    var result: [ShiftChange] = []
    for agent in roster.agents.values.sorted(by: { $0.name < $1.name }) {
      guard let contract = roster.contracts[agent.contract],
        let kind = table.kind(of: agent.name, group: agent.group, in: roster)
      else { continue }
      for (start, date) in starts
      where !working.contains(AgentDay(agent: agent.name, date: date)) {
        for minutes in contract.shiftMinutes where minutes > 0 && minutes <= 10_080 {
          let template = Template(
            kind: kind,
            stretch: Interval(start: start, end: start.advanced(by: minutes * 60)))
          func change(_ choices: BreakChoices) -> ShiftChange {
            let shift = RosterShift(
              agent: agent.name, stretch: template.stretch, group: agent.group, site: agent.site)
            return ShiftChange(
              kind: .extraShift, day: AgentDay(agent: agent.name, date: date),
              stretch: template.stretch, before: nil, after: shift, choices: choices,
              agentKind: kind, worked: [], breaksNow: nil,
              paidMinutes: choices.paidSlots * table.slotSeconds / 60)
          }
          if known[template] == nil {
            let shift = RosterShift(
              agent: agent.name, stretch: template.stretch, group: nil, site: nil)
            let choices = BreakChoices(shift, rules: roster.rules, table: table)
            known[template] = .some(choices.flatMap { isWorthIt(change($0)) ? $0 : nil })
          }
          if let choices = known[template] ?? nil { result.append(change(choices)) }
        }
      }
    }
    return result
  }
}
