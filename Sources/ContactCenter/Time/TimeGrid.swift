/// The length of a planning interval.
public enum IntervalLength: Int, Hashable, Sendable, CaseIterable {
  case fiveMinutes = 5
  case tenMinutes = 10
  case fifteenMinutes = 15
  case thirtyMinutes = 30
  case sixtyMinutes = 60

  /// Length in minutes.
  public var minutes: Int { rawValue }
  /// Length in seconds.
  public var seconds: Int { rawValue * 60 }
  /// Intervals in a day of 24 hours.
  public var slotsPerDay: Int { 1440 / rawValue }
}

/// Time cut into planning intervals by the wall clock of one zone.
///
/// An interval begins whenever the wall clock shows a multiple of its length, and at the end of a gap that
/// skips such a reading; it ends where the next begins. So a day has 23, 24 or 25 hours of them, the repeated
/// hour has its own, and where a zone shifts by less than the interval (Lord Howe, 30 minutes, on a
/// 60-minute grid) one interval of that day is shorter or longer: `Interval.seconds` tells, and rates are
/// taken over the real length. Intervals are half-open.
public struct TimeGrid: Hashable, Sendable {
  /// The zone whose wall clock cuts the time.
  public let zone: ZoneRules
  /// The nominal length of an interval.
  public let length: IntervalLength

  /// Creates a grid.
  public init(zone: ZoneRules, length: IntervalLength) {
    self.zone = zone
    self.length = length
  }

  /// The local date of an instant.
  public func date(of instant: Instant) -> CivilDate { zone.local(instant).date }

  /// The wall-clock slot of an instant, 0 for the first after midnight; the two halves of a repeated hour
  /// share theirs.
  public func slot(of instant: Instant) -> Int { zone.local(instant).secondOfDay / length.seconds }

  /// Whether an interval begins at this instant.
  public func isBoundary(_ instant: Instant) -> Bool {
    interval(containing: instant).start == instant
  }

  /// The interval that an instant lies in.
  public func interval(containing instant: Instant) -> Interval {
    let start = boundary(atOrBefore: instant)
    return Interval(start: start, end: boundary(after: start))
  }

  /// Every interval of one local date, in order.
  public func intervals(on date: CivilDate) -> [Interval] {
    intervals(from: zone.startOfDay(date), to: zone.startOfDay(date.advanced(by: 1)))
  }

  /// Every interval of a number of local dates, in order.
  public func intervals(from date: CivilDate, days: Int) -> [Interval] {
    intervals(from: zone.startOfDay(date), to: zone.startOfDay(date.advanced(by: max(0, days))))
  }

  /// Every interval that begins at or after `start` and before `end`.
  public func intervals(from start: Instant, to end: Instant) -> [Interval] {
    var result: [Interval] = []
    guard start < end else { return result }
    var at = boundary(atOrBefore: start)
    if at < start { at = boundary(after: at) }
    while at < end {
      let next = boundary(after: at)
      result.append(Interval(start: at, end: next))
      at = next
    }
    return result
  }

  /// The first boundary after a boundary.
  private func boundary(after start: Instant) -> Instant {
    var at = start
    while true {
      let wall = at.secondsSinceEpoch + zone.offset(at: at)
      let wait = length.seconds - positiveRemainder(wall, length.seconds)
      let candidate = at.advanced(by: wait)
      guard let change = zone.nextTransition(after: at), change <= candidate else {
        return candidate
      }
      if isBoundary(transition: change) { return change }
      // The clock was set to the middle of a slot without skipping a boundary: go on from there.
      at = change
    }
  }

  private func boundary(atOrBefore instant: Instant) -> Instant {
    let wall = instant.secondsSinceEpoch + zone.offset(at: instant)
    let candidate = instant.advanced(by: -positiveRemainder(wall, length.seconds))
    // A change of offset between the candidate and the instant may be a boundary itself, or may hide one.
    guard let change = zone.nextTransition(after: candidate.advanced(by: -1)), change <= instant
    else { return candidate }
    if change == candidate || isBoundary(transition: change) { return change }
    return boundary(atOrBefore: change.advanced(by: -1))
  }

  /// Whether a change of offset begins an interval: the clock then shows a multiple of the length, or it
  /// was set forward over one.
  private func isBoundary(transition: Instant) -> Bool {
    let before = transition.secondsSinceEpoch + zone.offset(at: transition.advanced(by: -1))
    let after = transition.secondsSinceEpoch + zone.offset(at: transition)
    if positiveRemainder(after, length.seconds) == 0 { return true }
    guard after > before else { return false }
    let lastSlot = (before - 1) - positiveRemainder(before - 1, length.seconds)
    return after - positiveRemainder(after, length.seconds) > lastSlot
  }

  private func positiveRemainder(_ value: Int, _ divisor: Int) -> Int {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
