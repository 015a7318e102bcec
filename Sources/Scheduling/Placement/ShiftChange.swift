import ContactCenter

/// A change of one shift: longer, shorter, new or gone.
struct ShiftChange: Sendable {
  let kind: RosterOffer.Kind
  let day: AgentDay
  /// The time that is added or given back.
  let stretch: Interval
  /// The shift as it is; nil for a new one.
  let before: RosterShift?
  /// The shift as it would be, without its breaks; nil for a day off.
  let after: RosterShift?
  /// Where its breaks may begin.
  let choices: BreakChoices?
  /// The kind of agent, in the table.
  let agentKind: Int
  /// Slots in which the agent takes contacts now.
  let worked: Set<Int>
  /// Where the breaks begin now.
  let breaksNow: [Int]?
  /// Paid minutes that it adds; negative for time off.
  let paidMinutes: Int

  var agent: String { day.agent }

  /// Weighted agents short, added up over slots, that the change removes (negative where it adds), and where the breaks
  /// then begin.
  func gain(in table: inout StaffTable) -> (gain: Double, breaks: [Int]) {
    var sum = 0.0
    for slot in worked { sum -= table.loss(of: agentKind, in: slot) }
    guard let after, let choices, let first = table.slot(at: after.stretch.start) else {
      return (sum, [])
    }
    var worth = [Double](repeating: 0, count: after.stretch.seconds / table.slotSeconds)
    for slot in Self.slots(of: after, table: table) {
      worth[slot - first] =
        worked.contains(slot)
        ? table.loss(of: agentKind, in: slot) : table.gain(of: agentKind, in: slot)
    }
    let breaks = choices.best(
      worth: { worth.indices.contains($0 - first) ? worth[$0 - first] : 0 }, now: breaksNow)
    for slot in Self.covered(by: breaks, choices) where worth.indices.contains(slot - first) {
      worth[slot - first] = 0
    }
    return (sum + worth.reduce(0, +), breaks)
  }

  /// The shift with its breaks.
  func shift(breaks: [Int], table: StaffTable) -> RosterShift? {
    guard var after, let choices else { return nil }
    after.breaks = choices.entries(at: breaks, of: after, table: table)
    return after
  }

  /// Counts the change.
  func apply(breaks: [Int], to table: inout StaffTable) {
    for slot in worked { table.add(-1, of: agentKind, in: slot) }
    guard let after, let choices else { return }
    let free = Self.covered(by: breaks, choices)
    for slot in Self.slots(of: after, table: table) where !free.contains(slot) {
      table.add(1, of: agentKind, in: slot)
    }
  }

  /// Orders changes of equal worth: by agent, then time, then kind.
  func precedes(_ other: ShiftChange) -> Bool {
    let one = (agent, stretch.start, stretch.end, kind.rawValue)
    return one < (other.agent, other.stretch.start, other.stretch.end, other.kind.rawValue)
  }

  /// The slots of a shift but for its activities, ascending; breaks count as work.
  static func slots(of shift: RosterShift, table: StaffTable) -> [Int] {
    guard let first = table.slot(at: shift.stretch.start) else { return [] }
    let slots = first..<first + shift.stretch.seconds / table.slotSeconds
    guard !shift.activities.isEmpty else { return Array(slots) }
    return slots.filter { slot in
      let own = Interval(start: table.start(of: slot), end: table.start(of: slot + 1))
      return !shift.activities.contains {
        Interval(start: $0.start, end: $0.end).overlapSeconds(with: own) > 0
      }
    }
  }

  private static func covered(by breaks: [Int], _ choices: BreakChoices) -> Set<Int> {
    var slots: Set<Int> = []
    for (choice, slot) in zip(choices.choices, breaks) {
      slots.formUnion(slot..<slot + choice.width)
    }
    return slots
  }
}
