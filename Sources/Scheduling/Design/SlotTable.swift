import ContactCenter

/// The horizon cut into slots, the unit in which shifts and breaks are placed.
///
/// A slot is the longest stretch that divides every interval, shift start, shift length and break. Lengths are counted
/// in slots that really pass, so a shift over the night the clocks change is as long as any other; a day has
/// 92, 96 or 100 quarter hours.
struct SlotTable: Sendable {
  /// Length of a slot in minutes.
  let minutes: Int
  /// Start of each slot, and the end of the last.
  let boundaries: [Instant]
  /// Position in the need's intervals of each slot; slots past the horizon have none.
  let intervalOfSlot: [Int]
  /// Day of each slot, from 0; slots past the horizon belong to later days.
  let dayOfSlot: [Int]
  /// First slot of each day of the horizon, and the slot after the last.
  let dayStarts: [Int]
  /// Minutes since midnight by the wall clock at the start of each slot.
  let wallMinutes: [Int]

  /// Number of slots, those past the horizon included.
  var count: Int { boundaries.count - 1 }
  /// Number of slots inside the horizon.
  var horizonCount: Int { intervalOfSlot.count }

  /// Cuts a horizon.
  ///
  /// - Parameters:
  ///   - lengths: all lengths in minutes that must fit.
  ///   - spill: whether to add slots past the horizon, so that a night shift may end there.
  /// - Throws: `SchedulingError.gridTooFine`, `.badRule`.
  init(_ need: CoverageNeed, lengths: [Int], spill: Bool) throws(SchedulingError) {
    var seconds = need.grid.length.seconds
    for length in lengths {
      guard length > 0, length <= 10_080 else {
        throw .badRule(what: "a length in the shift rules", value: "\(length) minutes")
      }
      seconds = Self.greatestDivisor(seconds, length * 60)
    }
    for interval in need.intervals { seconds = Self.greatestDivisor(seconds, interval.seconds) }
    guard seconds >= 300 else { throw .gridTooFine(minutes: max(1, seconds / 60)) }

    var starts: [Instant] = []
    var owner: [Int] = []
    for (index, interval) in need.intervals.enumerated() {
      for step in 0..<(interval.seconds / seconds) {
        starts.append(interval.start.advanced(by: step * seconds))
        owner.append(index)
      }
    }
    var end = need.intervals.last?.end ?? Instant(secondsSinceEpoch: 0)
    if spill {
      for _ in 0..<((lengths.max() ?? 0) * 60 / seconds) {
        starts.append(end)
        end = end.advanced(by: seconds)
      }
    }
    let locals = starts.map { need.grid.zone.local($0) }
    let days = locals.map { $0.date.days(since: need.firstDate) }
    minutes = seconds / 60
    boundaries = starts + [end]
    intervalOfSlot = owner
    dayOfSlot = days
    wallMinutes = locals.map(\.minuteOfDay)
    dayStarts = (0...max(0, need.days)).map { day in
      days.firstIndex { $0 >= day } ?? days.count
    }
  }

  private static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
