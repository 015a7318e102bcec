import ContactCenter

/// Planned shifts that are the same to whoever works them: same group, start, end and paid time; their breaks differ
/// at most.
struct ShiftSlot: Sendable {
  /// The planned shifts, in the order of their breaks; at least one.
  var shifts: [PlannedShift]
  let day: Int
  let stretch: Interval
  let minutes: Int
  let paidMinutes: Int
  /// Minutes after midnight at its start, by the center's wall clock.
  let startMinute: Int
  /// The shift types there are.
  let rules: ShiftRules
  /// How many agents are wanted.
  var need: Int
  /// What each agent short costs; nil for the price of uncovered hours.
  var shortPrice: Double?
  /// What each agent more costs; nil where more are not wanted, and come only where a contract's minimum forces it.
  var surplusPrice: Double?
  /// The need by shift type behind the slot; nil where a plan of shifts is.
  var cover: TypeCover?

  /// Gathers the shifts of one group; in order of start, then end.
  static func gathering(
    _ shifts: [PlannedShift], firstDate: CivilDate, zone: ZoneRules = .utc,
    rules: ShiftRules = .usual
  ) -> [ShiftSlot] {
    struct Key: Hashable {
      let gap: Interval?
      let start: Instant
      let end: Instant
      let paidMinutes: Int
    }
    let same = Dictionary(grouping: shifts) {
      Key(gap: $0.gap, start: $0.start, end: $0.end, paidMinutes: $0.paidMinutes)
    }
    return same.values.map { shifts in
      let sorted = shifts.sorted(by: PlannedShift.precedes)
      let first = sorted[0]
      return ShiftSlot(
        shifts: sorted, day: first.date.days(since: firstDate),
        stretch: Interval(start: first.start, end: first.end), minutes: first.minutes,
        paidMinutes: first.paidMinutes, startMinute: zone.local(first.start).minuteOfDay,
        rules: rules, need: sorted.count)
    }
    .sorted {
      let (one, other) = ($0.shifts[0].gap?.start, $1.shifts[0].gap?.start)
      let first = ($0.stretch.start, $0.stretch.end, $0.paidMinutes)
      let second = ($1.stretch.start, $1.stretch.end, $1.paidMinutes)
      guard first == second, let one, let other else { return first < second }
      return one < other
    }
  }

  /// One slot for each need by shift type of a group; a need of nobody is one too: somebody may come.
  ///
  /// - Throws: what `TypeCoverPlan.plan` throws.
  static func slots(
    of cover: [TypeCover], contracts: [Contract], rules: ShiftRules, grid: TimeGrid,
    firstDate: CivilDate
  ) throws(SchedulingError) -> [ShiftSlot] {
    var slots: [ShiftSlot] = []
    for need in cover {
      let shift = try TypeCoverPlan.shift(
        of: need, contracts: contracts, rules: rules, zone: grid.zone)
      slots.append(
        ShiftSlot(
          shifts: [shift], day: shift.date.days(since: firstDate),
          stretch: Interval(start: shift.start, end: shift.end), minutes: shift.minutes,
          paidMinutes: shift.paidMinutes,
          startMinute: grid.zone.local(shift.start).minuteOfDay, rules: rules,
          need: max(0, need.agents), shortPrice: need.shortPrice,
          surplusPrice: need.surplusPrice, cover: need))
    }
    return slots.sorted {
      ($0.stretch.start, $0.stretch.end, $0.cover?.shiftType ?? "")
        < ($1.stretch.start, $1.stretch.end, $1.cover?.shiftType ?? "")
    }
  }

  /// The slot as the search sees it.
  func cover(uncoveredPrice: Double) -> RosterProblem.Cover {
    RosterProblem.Cover(
      day: day, need: need,
      shortPrice: shortPrice ?? uncoveredPrice * Double(paidMinutes) / 60,
      surplusPrice: surplusPrice ?? GroupRoster.surplusPrice)
  }
}

extension Contract {
  /// Whether the contract allows a slot: its length or form, its place in the day, its type.
  func allows(_ slot: ShiftSlot) -> Bool {
    slot.shifts.first.map(allows) ?? false
      && allows(startMinute: slot.startMinute, minutes: slot.minutes, rules: slot.rules)
  }
}
