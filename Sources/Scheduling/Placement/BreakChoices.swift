import ContactCenter

/// The slots in which each break of a shift of a roster may begin.
///
/// Windows are those of the design (`ShiftShape`), laid from the shift's real start. Slots that touch a meeting of the
/// shift are out.
struct BreakChoices: Sendable, Hashable {
  /// One break: what it is, how long, and where it may begin.
  struct Choice: Sendable, Hashable {
    var activity: RosterActivity
    /// Length in slots.
    var width: Int
    /// Slots in which it may begin, ascending; never empty.
    var slots: [Int]
  }

  let choices: [Choice]
  /// Slots of the shift that are paid.
  let paidSlots: Int

  /// The choices of a shift of a roster; nil where its length has no sensible windows, or its start is off the slots.
  init?(_ shift: RosterShift, rules: ShiftRules, table: StaffTable) {
    let slotMinutes = table.slotSeconds / 60
    guard let first = table.slot(at: shift.stretch.start),
      shift.minutes <= 10_080, shift.stretch.seconds % table.slotSeconds == 0,
      let shape = try? ShiftShape(minutes: shift.minutes, rules: rules, slotMinutes: slotMinutes),
      // Chosen each for itself, breaks whose windows overlap could come too close: they stay where they are.
      shape.spacings.isEmpty,
      rules.breaks(forShiftOfMinutes: shift.minutes).allSatisfy({
        $0.minutes % slotMinutes == 0
      })
    else { return nil }
    var choices: [Choice] = []
    for window in shape.windows {
      let slots = (window.first...window.last).map { first + $0 }.filter { slot in
        let stretch = Interval(
          start: table.start(of: slot), end: table.start(of: slot + window.width))
        return !shift.activities.contains {
          Interval(start: $0.start, end: $0.end).overlapSeconds(with: stretch) > 0
        }
      }
      guard !slots.isEmpty else { return nil }
      choices.append(
        Choice(
          activity: RosterActivity(rawValue: window.name) ?? .break, width: window.width,
          slots: slots))
    }
    self.choices = choices
    paidSlots = shape.paidSlots
  }

  /// Where a shift's breaks begin now; nil where they are not those that its length asks for, or off the slots.
  func taken(by shift: RosterShift, table: StaffTable) -> [Int]? {
    guard shift.breaks.count == choices.count else { return nil }
    var result: [Int] = []
    for (pause, choice) in zip(shift.breaks, choices) {
      guard pause.activity == choice.activity, let slot = table.slot(at: pause.start),
        pause.end.seconds(since: pause.start) == choice.width * table.slotSeconds
      else { return nil }
      result.append(slot)
    }
    return result
  }

  /// The breaks as entries.
  func entries(at slots: [Int], of shift: RosterShift, table: StaffTable) -> [RosterEntry] {
    zip(choices, slots).map { choice, slot in
      shift.pause(
        choice.activity, from: table.start(of: slot), to: table.start(of: slot + choice.width))
    }
  }

  /// Where breaks cost least, each slot of the shift being worth what `worth` says; of equals the nearest to `now`.
  ///
  /// Windows keep breaks apart, so each is chosen for itself.
  func best(worth: (Int) -> Double, now: [Int]? = nil) -> [Int] {
    choices.indices.map { index in
      let choice = choices[index]
      let wanted = now.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      let priced = choice.slots.map { slot in
        let price = (slot..<slot + choice.width).reduce(0) { $0 + worth($1) }
        return (price: price, distance: wanted.map { abs(slot - $0) } ?? 0, slot: slot)
      }
      let least = priced.map(\.price).min() ?? 0
      return priced.filter { $0.price <= least + 1e-9 }
        .min { ($0.distance, $0.slot) < ($1.distance, $1.slot) }?.slot ?? choice.slots[0]
    }
  }
}
