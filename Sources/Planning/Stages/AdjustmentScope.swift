internal import ContactCenter

/// What a planner's change can speak of: queues, days of the forecast, events of the calendar.
struct AdjustmentScope {
  /// The grid of the forecast.
  let grid: TimeGrid
  /// Holidays, closed days and events.
  let calendar: BusinessCalendar
  /// The names of all queues, also of those without a forecast.
  let queues: Set<String>

  /// Why a change cannot be applied; nil where it can.
  func fault(of adjustment: Adjustment, place: String) -> Finding? {
    if let queue = adjustment.queue, !queues.contains(queue) {
      return Finding(
        .error, code: "forecast.adjustment-queue", "no queue is called \(queue): nothing changed",
        place: place,
        advice: nearestName(to: queue, in: queues.sorted()).map { "Maybe \($0) is meant." }
          ?? "Maybe one of \(queues.sorted().joined(separator: ", ")), or * for all.")
    }
    let names = Set(calendar.entries.map(\.name))
    if let event = adjustment.event, !names.contains(event) {
      return Finding(
        .error, code: "forecast.adjustment-event",
        "the calendar knows no \(event): nothing changed", place: place,
        advice: nearestName(to: event, in: names.sorted()).map { "Maybe \($0) is meant." }
          ?? "Maybe add it to the calendar, or write the dates in start and end.")
    }
    guard adjustment.value.isFinite, adjustment.kind == .add || adjustment.value >= 0 else {
      return Finding(
        .error, code: "forecast.adjustment-value",
        "\(Self.name(of: adjustment)) needs a number of 0 or more: nothing changed", place: place,
        advice: "Maybe add is meant: it takes contacts away with a negative value.")
    }
    if let start = adjustment.start, let end = adjustment.end, end <= start {
      return Finding(
        .error, code: "forecast.adjustment-period",
        "\(Self.name(of: adjustment)) ends before it starts: nothing changed", place: place,
        advice: "Maybe start and end are swapped.")
    }
    return nil
  }

  /// The positions of the intervals that a change covers: those that begin in it, on days of its event.
  func covered(by adjustment: Adjustment, _ forecast: QueueForecast) -> [Int] {
    var known: [CivilDate: [CalendarEntry]] = [:]
    return forecast.intervals.indices.filter { index in
      let start = forecast.intervals[index].start
      if let first = adjustment.start, start < first { return false }
      if let end = adjustment.end, start >= end { return false }
      guard let event = adjustment.event else { return true }
      let local = grid.zone.local(start)
      let entries =
        known[local.date]
        ?? calendar.entries(on: local.date, queue: forecast.queue).filter { $0.name == event }
      known[local.date] = entries
      return entries.contains { $0.covers(minute: local.minuteOfDay) }
    }
  }

  /// A change by event as changes by time: one for each run of covered intervals of the queue.
  func occurrences(
    of adjustment: Adjustment, _ forecast: QueueForecast, _ cells: [Int]
  ) -> [Adjustment] {
    var result: [Adjustment] = []
    var previous: Int?
    for cell in cells {
      let interval = grid.interval(containing: forecast.intervals[cell].start)
      if let last = previous, cell == last + 1, !result.isEmpty {
        result[result.count - 1].end = interval.end
      } else {
        var copy = adjustment
        (copy.queue, copy.start, copy.end) = (forecast.queue, interval.start, interval.end)
        result.append(copy)
      }
      previous = cell
    }
    return result
  }

  /// Whether a change lies wholly before a forecast, as those of earlier weeks do in a file that grows.
  func isPast(_ adjustment: Adjustment, _ forecast: DemandForecast) -> Bool {
    guard let first = forecast.queues.compactMap({ $0.intervals.first?.start }).min() else {
      return false
    }
    if let end = adjustment.end { return end <= first }
    guard let event = adjustment.event else { return false }
    let date = grid.date(of: first)
    return calendar.entries.allSatisfy { $0.name != event || ($0.repeats == nil && $0.date < date) }
  }

  /// A change in a few words, such as `factor 1.15 on sales`.
  static func name(of adjustment: Adjustment) -> String {
    let rounded = roundedToDecimals(adjustment.value, RecordDecimals.values)
    let isWhole = rounded.magnitude < 1e15 && rounded == rounded.rounded()
    let value = isWhole ? "\(Int(rounded))" : "\(rounded)"
    let event = adjustment.event.map { " at \($0)" } ?? ""
    return "\(adjustment.kind.rawValue) \(value) on \(adjustment.queue ?? "all queues")\(event)"
  }
}
