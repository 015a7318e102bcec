import ContactCenter

/// The hard rules of one agent, as questions about a set of shifts; what the program's rows say, asked directly.
///
/// The fairness swaps and the explanation of uncovered shifts use it. The audit does not: it derives its rules anew.
struct AssignmentRules {
  let calendar: AgentCalendar
  let slots: [ShiftSlot]
  /// Paid minutes and days of published shifts by week.
  let pinnedMinutes: [Int: Int]
  let pinnedDays: [Int: Set<Int>]

  init(_ calendar: AgentCalendar, slots: [ShiftSlot], grid: TimeGrid, firstDate: CivilDate) {
    self.calendar = calendar
    self.slots = slots
    var minutes: [Int: Int] = [:]
    var days: [Int: Set<Int>] = [:]
    for stretch in calendar.pinned {
      let date = grid.date(of: stretch.start)
      let week = date.advanced(by: -date.weekday.rawValue).daysSinceEpoch
      minutes[week, default: 0] += stretch.seconds / 60
      days[week, default: []].insert(date.days(since: firstDate))
    }
    pinnedMinutes = minutes
    pinnedDays = days
  }

  /// What keeps an agent from a shift, in the order in which it is asked.
  enum Obstacle: String, CaseIterable {
    case length = "whose contract does not allow its length"
    case away = "on leave or not available"
    case sameDay = "working that day"
    case rest = "without enough rest before or after"
    case days = "with no working day left that week"
    case hours = "with not enough hours left that week"
    case free = "free, but the search stopped at its limit or another shift needs them"
  }

  /// Whether the agent could work a slot if nothing else but published shifts were planned.
  func canWork(_ slot: ShiftSlot) -> Bool {
    obstacle(to: slot, given: []) == nil
  }

  /// The first thing that keeps the agent from a slot, given other slots already worked; nil where nothing does.
  func obstacle(to slot: ShiftSlot, given worked: [Int]) -> Obstacle? {
    let contract = calendar.contract
    guard contract.shiftMinutes.contains(slot.minutes) else { return .length }
    guard calendar.canWork(slot.stretch) else { return .away }
    let others = worked.map { slots[$0] }
    let pinnedToday = pinnedDays[slot.week]?.contains(slot.day) ?? false
    if pinnedToday || others.contains(where: { $0.day == slot.day }) { return .sameDay }
    let rest = contract.restMinutes * 60
    guard calendar.keepsRestFromPinned(slot.stretch) else { return .rest }
    for other in others {
      let apart =
        other.stretch.end.advanced(by: rest) <= slot.stretch.start
        || slot.stretch.end.advanced(by: rest) <= other.stretch.start
      if !apart { return .rest }
    }
    let sameWeek = others.filter { $0.week == slot.week }
    if sameWeek.count + (pinnedDays[slot.week]?.count ?? 0) + 1 > contract.daysPerWeek {
      return .days
    }
    let minutes = sameWeek.reduce(slot.paidMinutes) { $0 + $1.paidMinutes }
    if Double(minutes + (pinnedMinutes[slot.week] ?? 0)) > contract.hoursPerWeek * 60 + 1e-6 {
      return .hours
    }
    return nil
  }
}
