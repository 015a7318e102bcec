internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// When one queue is open, what its calendar says and what drives it, by date: the same rules for past and future
/// days.
struct DayRules {
  /// The queue.
  let queue: String
  /// The nominal interval length.
  let length: IntervalLength
  /// Open slots of an ordinary week, Monday first.
  let week: [[Bool]]
  /// Holidays, closed days and events.
  let calendar: BusinessCalendar
  /// What drives demand.
  var regressors = RegressorTable.none
  /// What occasions do to the slots they cover.
  var effects = SlotEffects.none

  /// A factor beyond this is a slip of the pen and is not applied.
  private static let largestFactor = 1000.0

  /// The day of a date.
  func day(_ date: CivilDate) -> ModelDay { split(date).day }

  /// The occasions of a date that the day itself does not carry: those that cover a part of it, and all but the
  /// first of those that cover it whole (holidays first, then in order of the calendar).
  func slotOccasions(_ date: CivilDate) -> [SlotOccasion] { split(date).beside }

  private func split(_ date: CivilDate) -> (day: ModelDay, beside: [SlotOccasion]) {
    var open = week[date.weekday.rawValue]
    let entries = calendar.entries(on: date, queue: queue)
    let values = regressors.values(on: date)
    guard !entries.isEmpty else {
      return (ModelDay(date: date, open: open, regressors: values), [])
    }
    for entry in entries where entry.kind == .closed {
      for s in open.indices where covers(entry, slot: s) { open[s] = false }
    }
    var seen: Set<Occasion> = []
    var parts: [SlotOccasion] = []
    for isHoliday in [true, false] {
      for entry in entries
      where entry.kind == (isHoliday ? .holiday : .event) && entry.expectedEffect == nil {
        let occasion = Occasion(name: entry.name, isHoliday: isHoliday)
        // Twice on a day (two regions of one queue) is once.
        guard seen.insert(occasion).inserted else { continue }
        let slots = open.indices.map { covers(entry, slot: $0) }
        parts.append(SlotOccasion(occasion: occasion, slots: slots))
      }
    }
    let whole = parts.firstIndex { part in
      zip(open, part.slots).allSatisfy { !$0 || $1 }
    }
    let own = whole.map { parts.remove(at: $0).occasion }
    parts.removeAll { part in !zip(open, part.slots).contains { $0 && $1 } }
    return (ModelDay(date: date, open: open, occasion: own, regressors: values), parts)
  }

  /// The factor on each slot that the planner expects or the past has shown of the entries on a date; nil where
  /// there is none.
  ///
  /// These factors are divided out of the history before a model sees it and multiplied onto its forecast.
  func knownFactors(_ date: CivilDate) -> [Double]? {
    let expected = calendar.entries(on: date, queue: queue).filter {
      $0.kind != .closed
        && ($0.expectedEffect.map { (0...Self.largestFactor).contains($0) } ?? false)
    }
    let learned = slotOccasions(date)
    guard !expected.isEmpty || !learned.isEmpty else { return nil }
    var factors = week[0].indices.map { s in
      expected.reduce(1) { covers($1, slot: s) ? $0 * ($1.expectedEffect ?? 1) : $0 }
    }
    for part in learned {
      let factor = exp(effects.effect(of: part.occasion).log)
      for s in factors.indices where part.slots[s] { factors[s] *= factor }
    }
    return factors
  }

  /// The variance of the logarithm of ``knownFactors(_:)`` by slot; nil where all is known.
  func factorVariance(_ date: CivilDate) -> [Double]? {
    let learned = slotOccasions(date)
    guard !learned.isEmpty else { return nil }
    var variance = [Double](repeating: 0, count: week[0].count)
    for part in learned {
      let own = effects.effect(of: part.occasion).variance
      for s in variance.indices where part.slots[s] { variance[s] += own }
    }
    return variance
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
