import ContactCenter

/// The breaks of one unbroken stretch of a shift, in slots from its start.
struct BreakWindows {
  private(set) var windows: [ShiftShape.Window] = []
  private(set) var spacings: [ShiftShape.Spacing] = []
  private(set) var unpaidSlots = 0

  /// The breaks of a stretch of a length under the rules.
  ///
  /// - Throws: `SchedulingError.badRule` where a window is empty or lies outside the stretch, or the longest stretch of
  ///   work is shorter than what the breaks leave.
  init(minutes: Int, rules: ShiftRules, slotMinutes: Int) throws(SchedulingError) {
    let slots = minutes / slotMinutes
    for rule in rules.breaks(forShiftOfMinutes: minutes) {
      let place = "\(rule.name) of a shift of \(minutes) minutes"
      let bounds = try Self.bounds(of: rule, minutes: minutes, slots: slots, place: place)
      let width = rule.minutes / slotMinutes
      windows.append(
        ShiftShape.Window(
          name: rule.name, isPaid: rule.isPaid, first: bounds.first,
          last: min(bounds.last, slots - width), width: width))
      if !rule.isPaid { unpaidSlots += width }
    }
    if let spacing = rules.spacing(forShiftOfMinutes: minutes) {
      try space(spacing, minutes: minutes, slots: slots, slotMinutes: slotMinutes)
    } else {
      for index in windows.indices.dropLast() {
        windows[index].last = min(
          windows[index].last, windows[index + 1].first - windows[index].width)
      }
    }
    for window in windows where window.last < window.first {
      throw .badRule(
        what: "the window of the \(window.name) of a shift of \(minutes) minutes",
        value: "empty once it keeps clear of the next break and the shift's end")
    }
  }

  private static func bounds(
    of rule: BreakRule, minutes: Int, slots: Int, place: String
  ) throws(SchedulingError) -> (first: Int, last: Int) {
    if let told = rule.windowMinutes {
      guard rule.minutes > 0, told.lowerBound >= 0, told.upperBound <= minutes else {
        throw .badRule(
          what: "the window of the \(place)",
          value: "\(told.lowerBound) to \(told.upperBound) minutes for \(rule.minutes) minutes")
      }
      let scale = Double(slots) / Double(max(1, minutes))
      return (
        Int((Double(told.lowerBound) * scale).rounded(.toNearestOrEven)),
        Int((Double(told.upperBound) * scale).rounded(.toNearestOrEven))
      )
    }
    guard rule.minutes > 0, rule.earliest >= 0, rule.latest <= 1, rule.earliest <= rule.latest
    else {
      throw .badRule(
        what: "the window of the \(place)",
        value: "\(rule.earliest) to \(rule.latest) for \(rule.minutes) minutes")
    }
    return (
      Int((rule.earliest * Double(slots)).rounded(.toNearestOrEven)),
      Int((rule.latest * Double(slots)).rounded(.toNearestOrEven))
    )
  }

  /// Cuts windows to what the spacing leaves of them, and notes which pairs of breaks must still be kept apart.
  private mutating func space(
    _ spacing: BreakSpacing, minutes: Int, slots: Int, slotMinutes: Int
  ) throws(SchedulingError) {
    let least = (max(0, spacing.leastWork) + slotMinutes - 1) / slotMinutes
    let most = spacing.mostWork.map { max(0, $0) / slotMinutes }
    if let most, windows.isEmpty ? slots > most : most < least {
      throw .badRule(
        what: "the longest work without a break in a shift of \(minutes) minutes",
        value: "\(spacing.mostWork ?? 0) minutes")
    }
    guard !windows.isEmpty else { return }
    // The start and the end of the shift are breaks without width: forward for earliest, backward for latest starts.
    var floor = least
    for index in windows.indices {
      windows[index].first = max(windows[index].first, floor)
      floor = windows[index].first + windows[index].width + least
    }
    var ceiling = slots - least
    for index in windows.indices.reversed() {
      windows[index].last = min(windows[index].last, ceiling - windows[index].width)
      ceiling = windows[index].last - least
    }
    if let most {
      var latest = most
      for index in windows.indices {
        windows[index].last = min(windows[index].last, latest)
        latest = windows[index].last + windows[index].width + most
      }
      var earliest = slots - most
      for index in windows.indices.reversed() {
        windows[index].first = max(windows[index].first, earliest - windows[index].width)
        earliest = windows[index].first - most
      }
    }
    for index in windows.indices.dropLast() {
      let (early, late) = (windows[index], windows[index + 1])
      let nearest = late.first - early.last - early.width
      let farthest = late.last - early.first - early.width
      if nearest < least || farthest > most ?? farthest {
        spacings.append(ShiftShape.Spacing(window: index, least: least, most: most))
      }
    }
  }
}
