import ContactCenter

/// The shifts of a roster whose breaks may move, and where these are.
struct MovableShifts {
  /// One shift.
  private struct Movable {
    var shift: RosterShift
    var kind: Int
    var date: CivilDate
    var choices: BreakChoices
    /// Where each break began in the roster.
    var original: [Int]
    /// Where each break begins now.
    var slots: [Int]
  }

  private var shifts: [Movable] = []
  private let table: StaffTable
  /// Shifts that are not published and whose breaks are not what the rules ask for.
  private(set) var leftAlone = 0

  init(_ roster: RosterUnderAudit, table: StaffTable) {
    self.table = table
    for shift in roster.shifts where !roster.isPinned(shift) {
      guard let own = RosterShift(shift),
        let kind = table.kind(of: own.agent, group: own.group, in: roster)
      else { continue }
      guard let choices = BreakChoices(own, rules: roster.rules, table: table),
        let taken = choices.taken(by: own, table: table)
      else {
        leftAlone += 1
        continue
      }
      guard !choices.choices.isEmpty else { continue }
      shifts.append(
        Movable(
          shift: own, kind: kind, date: shift.date, choices: choices, original: taken,
          slots: taken))
    }
  }

  /// The days on which shifts start, ascending.
  var days: [CivilDate] { Set(shifts.map(\.date)).sorted() }

  func positions(on day: CivilDate) -> [Int] { shifts.indices.filter { shifts[$0].date == day } }

  /// Breaks that are not where they were.
  var moved: Int {
    shifts.reduce(0) { sum, shift in
      sum + zip(shift.slots, shift.original).count { $0 != $1 }
    }
  }

  /// Every slot that a break of these shifts covers or could cover.
  func reach(of positions: [Int]) -> [Int] {
    var slots: Set<Int> = []
    for position in positions {
      for (choice, taken) in zip(shifts[position].choices.choices, shifts[position].slots) {
        for slot in choice.slots + [taken] { slots.formUnion(slot..<slot + choice.width) }
      }
    }
    return slots.sorted()
  }

  /// Adds the agent of a shift to the slots of its breaks, or takes them away.
  func count(_ position: Int, as agents: Double, in table: inout StaffTable) {
    let shift = shifts[position]
    for (choice, taken) in zip(shift.choices.choices, shift.slots) {
      for slot in taken..<taken + choice.width { table.add(agents, of: shift.kind, in: slot) }
    }
  }

  /// Shifts that are alike to the program, in order of kind and windows.
  func classes(of positions: [Int]) -> [BreakProgram.ShiftClass] {
    struct Key: Hashable {
      var kind: Int
      var choices: BreakChoices
    }
    var place: [Key: Int] = [:]
    var classes: [BreakProgram.ShiftClass] = []
    for position in positions {
      let shift = shifts[position]
      let key = Key(kind: shift.kind, choices: shift.choices)
      let index =
        place[key]
        ?? {
          classes.append(
            BreakProgram.ShiftClass(
              kind: shift.kind, choices: shift.choices, members: [],
              taken: shift.choices.choices.map { _ in [] }))
          place[key] = classes.count - 1
          return classes.count - 1
        }()
      classes[index].members.append(position)
      for (number, slot) in shift.slots.enumerated() { classes[index].taken[number].append(slot) }
    }
    return classes
  }

  /// Gives the members of every class the slots that were chosen for it; who is where a break goes on being stays.
  mutating func assign(_ slots: [[[Int]]], to classes: [BreakProgram.ShiftClass]) {
    for (group, chosen) in zip(classes, slots) {
      guard group.choices.spacings.isEmpty else {
        assignTogether(chosen, to: group)
        continue
      }
      for (number, begun) in chosen.enumerated() where begun.count == group.members.count {
        var left = begun
        var waiting: [Int] = []
        for member in group.members {
          if let kept = left.firstIndex(of: shifts[member].slots[number]) {
            left.remove(at: kept)
          } else {
            waiting.append(member)
          }
        }
        waiting.sort {
          (shifts[$0].slots[number], shifts[$0].shift.agent)
            < (shifts[$1].slots[number], shifts[$1].shift.agent)
        }
        for (member, slot) in zip(waiting, left) { shifts[member].slots[number] = slot }
      }
    }
  }

  /// Gives every member all breaks of one shift: the first of each with the first of the next, so that spacing holds.
  private mutating func assignTogether(_ chosen: [[Int]], to group: BreakProgram.ShiftClass) {
    guard chosen.allSatisfy({ $0.count == group.members.count }) else { return }
    var left = group.members.indices.map { index in chosen.map { $0[index] } }
    var waiting: [Int] = []
    for member in group.members {
      if let kept = left.firstIndex(of: shifts[member].slots) {
        left.remove(at: kept)
      } else {
        waiting.append(member)
      }
    }
    waiting.sort {
      shifts[$0].slots == shifts[$1].slots
        ? shifts[$0].shift.agent < shifts[$1].shift.agent
        : shifts[$0].slots.lexicographicallyPrecedes(shifts[$1].slots)
    }
    for (member, slots) in zip(waiting, left) { shifts[member].slots = slots }
  }

  /// The roster with the breaks where they are now.
  func roster(of roster: RosterUnderAudit) -> Roster {
    var changed: [RosterChange] = []
    for shift in shifts where shift.slots != shift.original {
      var own = shift.shift
      own.breaks = shift.choices.entries(at: shift.slots, of: own, table: table)
      changed.append(RosterChange(agent: own.agent, stretch: own.stretch, entries: own.entries))
    }
    return roster.roster.applying(changed)
  }
}

/// Other entries for a stretch of one agent's time.
struct RosterChange: Sendable {
  var agent: String
  /// What was there: entries inside it go.
  var stretch: Interval
  /// What takes its place.
  var entries: [RosterEntry]
}

extension Roster {
  /// The roster with stretches of agents' time exchanged.
  func applying(_ changes: [RosterChange]) -> Roster {
    guard !changes.isEmpty else { return self }
    let byAgent = Dictionary(grouping: changes, by: \.agent)
    let kept = entries.filter { entry in
      !(byAgent[entry.agent] ?? []).contains {
        $0.stretch.start <= entry.start && entry.end <= $0.stretch.end && entry.activity != .off
      }
    }
    return Roster(entries: kept + changes.flatMap(\.entries))
  }
}
