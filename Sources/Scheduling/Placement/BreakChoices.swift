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
  /// What keeps breaks apart beside their windows.
  let spacings: [ShiftShape.Spacing]
  /// Slots of the shift that are paid.
  let paidSlots: Int

  /// The choices of a shift of a roster; nil where its length has no sensible windows, or its start is off the slots.
  init?(_ shift: RosterShift, rules: ShiftRules, table: StaffTable) {
    let slotMinutes = table.slotSeconds / 60
    guard let first = table.slot(at: shift.stretch.start),
      shift.minutes <= 10_080, shift.stretch.seconds % table.slotSeconds == 0,
      let shape = try? ShiftShape(minutes: shift.minutes, rules: rules, slotMinutes: slotMinutes),
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
    spacings = shape.spacings
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
  /// Break by break from the last to the first: what the later ones cost at best from each slot is known (dynamic
  /// programming), so that spacing holds. Where no places keep the spacing, it is left aside.
  func best(worth: (Int) -> Double, now: [Int]? = nil) -> [Int] {
    places(worth: worth, now: now, spacings: spacings)
      ?? places(worth: worth, now: now, spacings: []) ?? choices.map { $0.slots[0] }
  }

  /// What a break and those after it cost from a slot, and where the next one begins.
  private struct Tail {
    var price: Double
    var distance: Int
    var next: Int?
  }

  private func places(
    worth: (Int) -> Double, now: [Int]?, spacings: [ShiftShape.Spacing]
  ) -> [Int]? {
    var tails: [[Int: Tail]] = []
    for index in choices.indices.reversed() {
      let choice = choices[index]
      let wanted = now.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      let spacing = spacings.first { $0.window == index }
      var own: [Int: Tail] = [:]
      for slot in choice.slots {
        let price = (slot..<slot + choice.width).reduce(0) { $0 + worth($1) }
        let distance = wanted.map { abs(slot - $0) } ?? 0
        guard let later = tails.last else {
          own[slot] = Tail(price: price, distance: distance, next: nil)
          continue
        }
        let end = slot + choice.width
        let reachable = later.filter { next, _ in
          guard let spacing else { return true }
          return next - end >= spacing.least && next - end <= spacing.most ?? Int.max
        }
        guard let next = Self.cheapest(reachable), let rest = later[next] else { continue }
        own[slot] = Tail(
          price: price + rest.price, distance: distance + rest.distance, next: next)
      }
      tails.append(own)
    }
    guard let first = tails.last else { return [] }
    guard var slot = Self.cheapest(first) else { return nil }
    var result = [slot]
    for own in tails.reversed() {
      guard let next = own[slot]?.next else { break }
      result.append(next)
      slot = next
    }
    return result
  }

  private static func cheapest(_ tails: [Int: Tail]) -> Int? {
    let least = tails.values.map(\.price).min() ?? 0
    return tails.filter { $0.value.price <= least + 1e-9 }
      .min { ($0.value.distance, $0.key) < ($1.value.distance, $1.key) }?.key
  }
}
