internal import ContactCenter

/// The rows of one queue laid on wall-clock slots: sums by date and slot, before anything is known of opening
/// hours.
struct LaidHistory {
  /// The first date with a row.
  let first: CivilDate
  /// The number of dates to the last one with a row, both included.
  let dayCount: Int
  /// Slots per day.
  let slotCount: Int
  /// Contacts by date, then slot; NaN where no row was.
  private(set) var counts: [Double]
  /// The first and the last cell with a row.
  private(set) var observed: Range<Int>
  /// Rows with more contacts than there can be, taken as missing.
  private(set) var unbelievable = 0

  /// Rows whose count is negative or no number, taken as missing.
  private(set) var impossible = 0

  /// The longest history that is looked at: what lies further back says nothing about next month.
  static let longest = 1100
  /// A span no contact center has: a wrong year.
  private static let longestSpan = 36_600
  /// More contacts in an interval than people on earth call in one: squares and sums of such numbers would
  /// overflow.
  static let largestCount = 1e12

  /// Lays the rows that begin before `firstDay`.
  ///
  /// Where several rows fall into a slot they are added; where the slot came twice that day (the repeated hour),
  /// the two are averaged. A slot of which a part is missing is missing.
  ///
  /// *Throws*: ``ForecastingError/span(queue:days:)``.
  ///
  /// *Returns*: nil where no row lies before `firstDay`.
  init?(
    _ history: QueueHistory, length: IntervalLength, grid: TimeGrid, before firstDay: CivilDate?
  ) throws(ForecastingError) {
    let limit = firstDay.map { grid.zone.startOfDay($0) }
    let rows = history.starts.indices.prefix { index in
      limit.map { history.starts[index] < $0 } ?? true
    }
    guard let firstRow = rows.first, let lastRow = rows.last else { return nil }
    let last = grid.date(of: history.starts[lastRow])
    let span = last.days(since: grid.date(of: history.starts[firstRow])) + 1
    guard span <= Self.longestSpan else { throw .span(queue: history.queue, days: span) }
    slotCount = grid.length.slotsPerDay
    dayCount = min(span, Self.longest)
    first = last.advanced(by: 1 - dayCount)
    counts = [Double](repeating: .nan, count: dayCount * slotCount)
    var parts = [Int](repeating: 0, count: counts.count)
    let wholeParts = max(1, grid.length.seconds / length.seconds)
    for row in rows {
      let local = grid.zone.local(history.starts[row])
      let day = local.date.days(since: first)
      let value = history.offered[row]
      guard day >= 0, day < dayCount else { continue }
      guard value.isFinite, value >= 0 else {
        impossible += 1
        continue
      }
      guard value <= Self.largestCount else {
        unbelievable += 1
        continue
      }
      let cell = day * slotCount + local.secondOfDay / grid.length.seconds
      counts[cell] = parts[cell] == 0 ? value : counts[cell] + value
      parts[cell] += 1
    }
    for cell in counts.indices where parts[cell] > 0 {
      if parts[cell] < wholeParts {
        counts[cell] = .nan
      } else {
        counts[cell] *= Double(wholeParts) / Double(parts[cell])
      }
    }
    let firstCell = parts.firstIndex { $0 > 0 } ?? 0
    let lastCell = parts.lastIndex { $0 > 0 } ?? -1
    observed = firstCell..<max(firstCell, lastCell + 1)
  }

  /// Slots at which anything was ever offered in the last year, by weekday.
  ///
  /// A weekday that does not occur in a history under two weeks is taken to be open when any other is.
  func inferredWeek() -> [[Bool]] {
    var week = Array(repeating: [Bool](repeating: false, count: slotCount), count: 7)
    let start = max(0, dayCount - 364)
    for day in start..<dayCount {
      let weekday = first.advanced(by: day).weekday.rawValue
      for s in 0..<slotCount where counts[day * slotCount + s] > 0 { week[weekday][s] = true }
    }
    guard dayCount < 14 else { return week }
    let seen = Set((0..<dayCount).map { first.advanced(by: $0).weekday.rawValue })
    let any = (0..<slotCount).map { s in week.contains { $0[s] } }
    for w in 0..<7 where !seen.contains(w) { week[w] = any }
    return week
  }

  /// Takes absent rows for zeros where the export seems to leave zeros out.
  ///
  /// That is so when the queue has no explicit zero anywhere, and it concerns slots (and whole days) whose usual
  /// volume is so small that a zero is no surprise. Elsewhere an absent row stays missing.
  ///
  /// *Returns*: the number of cells set to zero.
  mutating func restoreOmittedZeros(open week: [[Bool]]) -> Int {
    guard !counts.contains(0), counts.contains(where: { $0 > 0 }) else { return 0 }
    var sums = Array(repeating: [Double](repeating: 0, count: slotCount), count: 7)
    var numbers = sums
    var dayHasRow = [Bool](repeating: false, count: dayCount)
    for cell in observed where !counts[cell].isNaN {
      let day = cell / slotCount
      let weekday = first.advanced(by: day).weekday.rawValue
      dayHasRow[day] = true
      sums[weekday][cell % slotCount] += counts[cell]
      numbers[weekday][cell % slotCount] += 1
    }
    var restored = 0
    for cell in observed where counts[cell].isNaN {
      let day = cell / slotCount
      let s = cell % slotCount
      let weekday = first.advanced(by: day).weekday.rawValue
      guard week[weekday][s], numbers[weekday][s] > 0 else { continue }
      let usual = sums[weekday][s] / numbers[weekday][s]
      let usualDay = sums[weekday].reduce(0, +) / max(1, numbers[weekday].max() ?? 1)
      if dayHasRow[day] ? usual < Self.smallCount : usualDay < Self.smallCount {
        counts[cell] = 0
        restored += 1
      }
    }
    return restored
  }

  /// Below this mean a count of zero has a chance above e⁻⁵, seven in a thousand.
  private static let smallCount = 5.0
}
