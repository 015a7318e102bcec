import ContactCenter

/// A shift length with its breaks, in slots.
struct ShiftShape: Hashable, Sendable {
  /// A break and the slots, counted from the shift's start, at which it may begin.
  struct Window: Hashable, Sendable {
    var name: String
    var isPaid: Bool
    var first: Int
    var last: Int
    var width: Int
  }

  /// Minutes from start to end.
  let minutes: Int
  /// Slots from start to end.
  let slots: Int
  /// Slots that are paid.
  let paidSlots: Int
  /// The breaks, in order.
  let windows: [Window]

  /// The shape of a shift of a length under the rules.
  ///
  /// Windows are rounded to slots. A break must end before the window of the next begins: chosen break by break, two
  /// breaks of one shift could otherwise fall together. Where the rules overlap, the earlier window is cut.
  ///
  /// - Throws: `SchedulingError.badRule` where a window is empty after that, or lies outside the shift.
  init(minutes: Int, rules: ShiftRules, slotMinutes: Int) throws(SchedulingError) {
    self.minutes = minutes
    slots = minutes / slotMinutes
    var windows: [Window] = []
    var unpaid = 0
    for rule in rules.breaks(forShiftOfMinutes: minutes) {
      let place = "\(rule.name) of a shift of \(minutes) minutes"
      guard rule.minutes > 0, rule.earliest >= 0, rule.latest <= 1, rule.earliest <= rule.latest
      else {
        throw .badRule(
          what: "the window of the \(place)",
          value: "\(rule.earliest) to \(rule.latest) for \(rule.minutes) minutes")
      }
      let width = rule.minutes / slotMinutes
      let first = Int((rule.earliest * Double(slots)).rounded(.toNearestOrEven))
      let last = Int((rule.latest * Double(slots)).rounded(.toNearestOrEven))
      windows.append(
        Window(
          name: rule.name, isPaid: rule.isPaid, first: first, last: min(last, slots - width),
          width: width))
      if !rule.isPaid { unpaid += width }
    }
    for index in windows.indices.dropLast() {
      windows[index].last = min(
        windows[index].last, windows[index + 1].first - windows[index].width)
    }
    for window in windows where window.last < window.first {
      throw .badRule(
        what: "the window of the \(window.name) of a shift of \(minutes) minutes",
        value: "empty once it keeps clear of the next break and the shift's end")
    }
    self.windows = windows
    paidSlots = slots - unpaid
  }
}
