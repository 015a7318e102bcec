import ContactCenter

extension LineQuestion {
  /// The question of one agent of a group, under the contract's own terms.
  ///
  /// Parts in this order: the contract's hard rules, what is known before the period, published shifts by day, hours in
  /// which the agent is available, leave.
  ///
  /// - Returns: nil where a rule makes no sense or has too many states.
  init?(_ calendar: AgentCalendar, in nouns: GroupRoster.Nouns) {
    let period = RosterPeriod(
      firstDate: nouns.firstDate, days: nouns.days, knownDaysBefore: nouns.knownDaysBefore,
      zone: calendar.zone ?? nouns.grid.zone, weekend: nouns.shiftRules.weekend)
    var parts: [Part] = []
    var rules: [(part: Int, rule: PricedRule)] = []
    for terms in ContractRules.terms(of: calendar.contract) where terms.price == nil {
      guard let rule = try? LineRuleCatalog.rule(terms) else { return nil }
      rules.append((parts.count, rule))
      parts.append(Part(kind: .rule, text: terms.text))
    }
    let maker = LineShiftMaker(period: period, rules: nouns.shiftRules)
    let history = (nouns.history[calendar.agent.name] ?? []).filter { $0.day < 0 }
    let historyPart = history.isEmpty ? nil : parts.count
    if !history.isEmpty { parts.append(Part(kind: .history, text: "the shifts before the period")) }
    var offer = Offer(calendar, maker: maker, days: period.days, parts: parts)
    for slot in nouns.slots where calendar.contract.allows(slot) { offer.add(slot) }
    self.init(
      parts: offer.parts, rules: rules, historyPart: historyPart, history: history,
      days: offer.days, period: period)
  }

  /// Gathers what an agent may do on each day, with the parts that stand against it.
  private struct Offer {
    private(set) var parts: [Part]
    private(set) var days: [Day]
    private let calendar: AgentCalendar
    private let maker: LineShiftMaker
    private let publishedPart: [Int: Int]
    private let hoursPart: Int
    private let firstLeavePart: Int

    init(_ calendar: AgentCalendar, maker: LineShiftMaker, days: Int, parts: [Part]) {
      self.calendar = calendar
      self.maker = maker
      var parts = parts
      var list = Array(repeating: Day(shifts: [], blockers: [[]]), count: days)
      var publishedPart: [Int: Int] = [:]
      let published = Dictionary(grouping: calendar.pinned) {
        maker.shift($0, paidMinutes: $0.seconds / 60).day
      }
      for day in published.keys.sorted() where list.indices.contains(day) {
        guard let first = published[day]?.first, let last = published[day]?.last else { continue }
        let whole = Interval(start: first.start, end: last.end)
        let paid = (published[day] ?? []).reduce(0) { $0 + $1.seconds / 60 }
        let shift = maker.shift(whole, paidMinutes: paid)
        let date = maker.period.date(of: day)
        publishedPart[day] = parts.count
        // A day off gives the published shift up; the shift itself needs nothing.
        list[day] = Day(shifts: [shift], blockers: [[parts.count], []])
        parts.append(
          Part(kind: .published, text: "the published shift of \(date.text)", date: date))
      }
      hoursPart = parts.count
      if calendar.available != nil {
        parts.append(Part(kind: .hours, text: "the hours in which they are available"))
      }
      firstLeavePart = parts.count
      for leave in calendar.leave {
        let from = maker.period.zone.local(leave.start).date.text
        let to = maker.period.zone.local(leave.end.advanced(by: -1)).date.text
        parts.append(
          Part(
            kind: .leave,
            text: "leave \(from == to ? "on" : "from") \(from)" + (from == to ? "" : " to \(to)")))
      }
      self.publishedPart = publishedPart
      self.days = list
      self.parts = parts
    }

    mutating func add(_ slot: ShiftSlot) {
      let shift = maker.shift(slot.stretch, paidMinutes: slot.paidMinutes)
      guard days.indices.contains(shift.day) else { return }
      var blockers: [Int] = []
      if let published = publishedPart[shift.day] { blockers.append(published) }
      let isThere =
        calendar.available?.contains {
          $0.start <= slot.stretch.start && slot.stretch.end <= $0.end
        } ?? true
      if !isThere { blockers.append(hoursPart) }
      for (index, leave) in calendar.leave.enumerated()
      where leave.overlapSeconds(with: slot.stretch) > 0 {
        blockers.append(firstLeavePart + index)
      }
      days[shift.day].shifts.append(shift)
      days[shift.day].blockers.append(blockers)
    }
  }
}
