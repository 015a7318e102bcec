import ContactCenter

/// Where shifts may start.
enum StartTable {
  /// Whether each slot lies in a group's working time: between the first and the last open slot of its day, over all
  /// queues the group serves.
  ///
  /// Where the last slot of the horizon is working time and so is the first, the center runs around the clock and the
  /// slots past the horizon count as working time too: its last night shift ends the next morning. Where the rules let
  /// shifts start before opening or end after closing, that time is working time too.
  static func openSlots(
    _ rows: [CoverageNeed.QueueNeed], slots: SlotTable, rules: ShiftRules
  ) -> [Bool] {
    var open = [Bool](repeating: false, count: slots.count)
    for day in 0..<max(0, slots.dayStarts.count - 1) {
      let range = slots.dayStarts[day]..<slots.dayStarts[day + 1]
      let used = range.filter { slot in
        rows.contains { row in
          row.isOpen[slots.intervalOfSlot[slot]] || row.agents[slots.intervalOfSlot[slot]] > 0
        }
      }
      if let first = used.first, let last = used.last {
        for slot in first...last { open[slot] = true }
      }
    }
    if slots.horizonCount > 0, open[0], open[slots.horizonCount - 1] {
      for slot in slots.horizonCount..<slots.count { open[slot] = true }
    }
    return widened(
      open, before: rules.beforeOpeningMinutes / slots.minutes,
      after: rules.afterClosingMinutes / slots.minutes)
  }

  /// Working time with so many slots more before each stretch and after it.
  private static func widened(_ open: [Bool], before: Int, after: Int) -> [Bool] {
    guard before > 0 || after > 0 else { return open }
    var result = open
    for slot in open.indices where open[slot] {
      if slot > 0, !open[slot - 1] {
        for early in max(0, slot - before)..<slot { result[early] = true }
      }
      if slot + 1 < open.count, !open[slot + 1] {
        for late in (slot + 1)..<min(open.count, slot + 1 + after) { result[late] = true }
      }
    }
    return result
  }

  /// The starts that a contract allows, of those of one shape.
  static func starts(
    _ starts: [Int], allowedBy contract: Contract, shape: ShiftShape, slots: SlotTable,
    rules: ShiftRules
  ) -> [Int] {
    starts.filter {
      contract.allows(startMinute: slots.wallMinutes[$0], minutes: shape.minutes, rules: rules)
    }
  }

  /// Starts of each shape: on the start grid of the wall clock, inside working time from start to end.
  ///
  /// *Edge cases*: where a stretch of working time is shorter than every shape, the shortest shape may start with it
  /// and end after closing, or end with it and start before opening; otherwise nobody could work that day.
  static func starts(
    open: [Bool], shapes: [ShiftShape], slots: SlotTable, rules: ShiftRules, days: Int
  ) -> [[Int]] {
    var result = [[Int]](repeating: [], count: shapes.count)
    guard let shortest = shapes.indices.min(by: { shapes[$0].slots < shapes[$1].slots })
    else { return result }
    var slot = 0
    while slot < slots.horizonCount {
      guard open[slot] else {
        slot += 1
        continue
      }
      var end = slot
      while end < slots.count, open[end] { end += 1 }
      if end - slot < shapes[shortest].slots {
        let length = shapes[shortest].slots
        for start in Set([slot, max(0, end - length)]).sorted() where start + length <= slots.count
        {
          result[shortest].append(start)
        }
      }
      for start in slot..<min(end, slots.horizonCount)
      where slots.wallMinutes[start] % rules.startEveryMinutes == 0 {
        for (index, shape) in shapes.enumerated() where start + shape.slots <= end {
          result[index].append(start)
        }
      }
      slot = end
    }
    return result.map { Array(Set($0)).sorted() }
  }
}
