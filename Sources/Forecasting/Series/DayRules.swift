internal import ContactCenter

/// When one queue is open and what its calendar says, by date: the same rules for past and future days.
struct DayRules {
  /// The queue.
  let queue: String
  /// The nominal interval length.
  let length: IntervalLength
  /// Open slots of an ordinary week, Monday first.
  let week: [[Bool]]
  /// Holidays, closed days and events.
  let calendar: BusinessCalendar

  /// A factor beyond this is a slip of the pen and is not applied.
  private static let largestFactor = 1000.0

  /// The day of a date.
  func day(_ date: CivilDate) -> ModelDay {
    var open = week[date.weekday.rawValue]
    var holiday: Occasion?
    var event: Occasion?
    for entry in calendar.entries(on: date, queue: queue) {
      switch entry.kind {
      case .closed:
        for s in open.indices where covers(entry, slot: s) { open[s] = false }
      case .holiday where entry.expectedEffect == nil:
        holiday = holiday ?? Occasion(name: entry.name, isHoliday: true)
      case .event where entry.expectedEffect == nil:
        event = event ?? Occasion(name: entry.name, isHoliday: false)
      case .holiday, .event:
        break
      }
    }
    return ModelDay(date: date, open: open, occasion: holiday ?? event)
  }

  /// The factor on each slot that the planner expects of the entries on a date; nil where there is none.
  ///
  /// Known factors are divided out of the history before a model sees it and multiplied onto its forecast.
  func knownFactors(_ date: CivilDate) -> [Double]? {
    let entries = calendar.entries(on: date, queue: queue).filter {
      $0.kind != .closed
        && ($0.expectedEffect.map { (0...Self.largestFactor).contains($0) } ?? false)
    }
    guard !entries.isEmpty else { return nil }
    return week[0].indices.map { s in
      entries.reduce(1) { covers($1, slot: s) ? $0 * ($1.expectedEffect ?? 1) : $0 }
    }
  }

  private func covers(_ entry: CalendarEntry, slot: Int) -> Bool {
    entry.covers(minute: slot * length.minutes)
  }

  /// The open slots of a plan's opening hours: a slot is open when any minute of it is.
  static func openWeek(_ hours: OpeningHours, length: IntervalLength) -> [[Bool]] {
    hours.week.map { stretches in
      (0..<length.slotsPerDay).map { slot in
        let start = slot * length.minutes
        return stretches.contains { $0.start < start + length.minutes && start < $0.end }
      }
    }
  }
}
