public import ContactCenter

/// The shifts that a cover by shift type asks for, one for each agent wanted: a plan that needs no design.
public enum TypeCoverPlan {
  /// The shifts of a cover.
  ///
  /// A break begins in the middle of its window. The contract of a shift is the first by name that allows its length;
  /// a roster may give it to any other that does. A start that the clock skips is as much later as the clock jumps.
  ///
  /// - Parameters:
  ///   - cover: agents wanted by group, shift type and day.
  ///   - contracts: what contracts allow.
  ///   - rules: the shift types and the breaks.
  ///   - zone: whose wall clock starts are read by.
  /// - Throws: `SchedulingError.badRule` where a type is unknown, lacks one start or a length, or no contract allows its
  ///   length; where a break has no window.
  public static func plan(
    _ cover: [TypeCover], contracts: [Contract], rules: ShiftRules, zone: ZoneRules
  ) throws(SchedulingError) -> ShiftPlan {
    var shifts: [PlannedShift] = []
    for entry in cover where entry.agents > 0 {
      let one = try shift(of: entry, contracts: contracts, rules: rules, zone: zone)
      shifts += Array(repeating: one, count: min(entry.agents, 100_000))
    }
    shifts.sort(by: PlannedShift.precedes)
    let hours = Double(shifts.reduce(0) { $0 + $1.paidMinutes }) / 60
    return ShiftPlan(
      shifts: shifts, shortages: [],
      proof: ShiftPlan.Proof(
        objectiveHours: hours, boundHours: hours, weeklyBoundHours: hours, limitedDays: [],
        dependsOnMachine: false),
      findings: [])
  }

  /// The shift of one need, as each of its agents works it.
  static func shift(
    of entry: TypeCover, contracts: [Contract], rules: ShiftRules, zone: ZoneRules
  ) throws(SchedulingError) -> PlannedShift {
    guard let type = rules.types.first(where: { $0.name == entry.shiftType }),
      let minutes = type.minutes, type.starts.lowerBound == type.starts.upperBound
    else {
      throw .badRule(
        what: "the shift type of a cover",
        value: "\(entry.shiftType), without one start and a length")
    }
    guard
      let contract = contracts.filter({ $0.shiftMinutes.contains(minutes) }).map(\.name).min()
    else {
      throw .badRule(
        what: "the length of shift type \(type.name)",
        value: "\(minutes) minutes, which no contract allows")
    }
    let shape = try ShiftShape(minutes: minutes, rules: rules, slotMinutes: 1)
    let local = LocalDateTime(
      date: entry.date, secondOfDay: min(type.starts.lowerBound, 1439) * 60)
    let policy = LocalTimePolicy(overlap: .first, gap: .shift)
    let start =
      (try? zone.resolve(local, policy: policy).instant) ?? zone.startOfDay(entry.date)
    var earliest = 0
    var latest = Int.max
    let breaks = shape.windows.enumerated().map { index, window in
      // Whole five minutes, as a person would write them, where the window has any.
      let middle = (window.first + window.last) / 2
      let first = max(window.first, earliest)
      let at = max(first, min(window.last, latest, middle / 5 * 5))
      if let spacing = shape.spacings.first(where: { $0.window == index }) {
        earliest = at + window.width + spacing.least
        latest = spacing.most.map { at + window.width + $0 } ?? .max
      } else {
        (earliest, latest) = (0, .max)
      }
      let begin = at * 60
      return PlannedBreak(
        name: window.name, start: start.advanced(by: begin),
        end: start.advanced(by: begin + window.width * 60), isPaid: window.isPaid)
    }
    return PlannedShift(
      group: entry.group, contract: contract, date: entry.date, start: start,
      end: start.advanced(by: minutes * 60), paidMinutes: shape.paidSlots, breaks: breaks)
  }
}
