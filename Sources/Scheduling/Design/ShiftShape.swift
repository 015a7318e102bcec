import ContactCenter

/// A shift length with its breaks, in slots; of a split shift, one of its gaps with the breaks of both halves.
struct ShiftShape: Hashable, Sendable {
  /// A break and the slots, counted from the shift's start, at which it may begin.
  struct Window: Hashable, Sendable {
    var name: String
    var isPaid: Bool
    var first: Int
    var last: Int
    var width: Int
  }

  /// Slots of work between a break and the next one that their windows alone do not ensure.
  struct Spacing: Hashable, Sendable {
    /// The window of the earlier break; the next is the later one's.
    var window: Int
    var least: Int
    var most: Int?
  }

  /// Minutes from start to end.
  let minutes: Int
  /// Slots from start to end.
  let slots: Int
  /// Slots that are paid.
  let paidSlots: Int
  /// The breaks, in order.
  let windows: [Window]
  /// What keeps breaks apart beside their windows.
  let spacings: [Spacing]
  /// The form of a split shift; nil for a shift of one piece.
  let split: SplitShift?
  /// The slots between the halves, counted from the shift's start; empty for a shift of one piece.
  let gap: Range<Int>

  /// The slots from start to end in which the shift is at work or on a break.
  var present: [Range<Int>] {
    gap.isEmpty ? [0..<slots] : [0..<gap.lowerBound, gap.upperBound..<slots]
  }

  /// The shape of a shift of a length under the rules.
  ///
  /// Windows are rounded to slots. Without spacing, a break must end before the window of the next begins: chosen break
  /// by break, two breaks of one shift could otherwise fall together. Where the rules overlap, the earlier window is
  /// cut. With spacing, windows may overlap, and rows of the program keep the breaks apart.
  ///
  /// - Throws: `SchedulingError.badRule` where a window is empty after that, or lies outside the shift.
  init(minutes: Int, rules: ShiftRules, slotMinutes: Int) throws(SchedulingError) {
    let piece = try BreakWindows(minutes: minutes, rules: rules, slotMinutes: slotMinutes)
    self.minutes = minutes
    slots = minutes / slotMinutes
    windows = piece.windows
    spacings = piece.spacings
    paidSlots = slots - piece.unpaidSlots
    split = nil
    gap = 0..<0
  }

  /// The shape of a split shift with one of its gaps.
  ///
  /// - Throws: `SchedulingError.badRule` as for its halves.
  init(
    split: SplitShift, gapMinutes: Int, rules: ShiftRules, slotMinutes: Int
  ) throws(SchedulingError) {
    let first = try BreakWindows(
      minutes: split.firstMinutes, rules: rules, slotMinutes: slotMinutes)
    let second = try BreakWindows(
      minutes: split.secondMinutes, rules: rules, slotMinutes: slotMinutes)
    minutes = split.firstMinutes + gapMinutes + split.secondMinutes
    slots = minutes / slotMinutes
    let end = split.firstMinutes / slotMinutes
    gap = end..<(end + gapMinutes / slotMinutes)
    let offset = gap.upperBound
    windows =
      first.windows
      + second.windows.map {
        Window(
          name: $0.name, isPaid: $0.isPaid, first: $0.first + offset, last: $0.last + offset,
          width: $0.width)
      }
    let before = first.windows.count
    spacings =
      first.spacings
      + second.spacings.map {
        Spacing(window: $0.window + before, least: $0.least, most: $0.most)
      }
    paidSlots =
      (split.firstMinutes + split.secondMinutes) / slotMinutes - first.unpaidSlots
      - second.unpaidSlots
    self.split = split
  }
}
