internal import ContactCenter

/// What came of a day up to an instant.
struct SeenDay {
  /// Contacts by the start of the interval.
  private var byStart: [Instant: Double] = [:]
  /// The mean of a slot's intervals; NaN where not all of them were seen.
  private var slots: [Double]

  /// Looks at the intervals of a day that have ended by an instant and have rows.
  init(
    _ history: QueueHistory, length: IntervalLength, grid: TimeGrid, day: ModelDay, until: Instant
  ) {
    let actuals = Actuals(history, length: length, grid: grid)
    slots = [Double](repeating: .nan, count: grid.length.slotsPerDay)
    var number = [Double](repeating: 0, count: slots.count)
    var sums = number
    for interval in grid.intervals(on: day.date) {
      let slot = grid.slot(of: interval.start)
      let value = interval.end <= until ? actuals.contacts(at: interval.start) : nil
      if let value, value.isFinite, value >= 0, value <= LaidHistory.largestCount {
        byStart[interval.start] = value
        sums[slot] += value
        number[slot] += 1
      } else {
        sums[slot] = .nan
      }
    }
    for s in slots.indices where number[s] > 0 && day.open[s] { slots[s] = sums[s] / number[s] }
  }

  /// Whether nothing was seen.
  var isEmpty: Bool { byStart.isEmpty }

  /// Contacts by slot as a model sees them, known factors of the calendar divided out; NaN where not seen.
  func counts(factors: [Double]?) -> [Double] {
    guard let factors else { return slots }
    return slots.indices.map { factors[$0] > 0 ? slots[$0] / factors[$0] : .nan }
  }

  /// Puts what came in the place of what was forecast.
  func write(into intervals: inout [ForecastInterval]) {
    for index in intervals.indices {
      guard let value = byStart[intervals[index].start] else { continue }
      intervals[index].offered = value
      intervals[index].quantiles = intervals[index].quantiles.map { _ in value }
    }
  }

  /// What to say of a queue without a row on its day.
  static func nothingSeen(queue: String, _ day: ModelDay) -> Finding {
    Finding(
      .warning, code: "forecast.no-actuals",
      "nothing is known of \(day.date.text) yet: the forecast is the one of the day before",
      place: queue, advice: "Maybe the history ends earlier than --actuals-until.")
  }
}
