internal import ContactCenter

/// Which days of a roster are judged.
///
/// A plan's period (its requirement's first day or its `schedule: from`, and its number of days) is judged in full where
/// the roster has a shift in it, and shifts before it are history; a roster that is longer is judged to its end. A roster
/// of other days is judged on its own: from its first shift to the end of the week of its last, or to the end of as many
/// days as the plan schedules where that comes first. Days that the roster before covers are its own, unless this roster has
/// a shift there.
enum AuditPeriod {
  /// The days to judge.
  ///
  /// - Parameters:
  ///   - worked: the days from the roster's first shift to its last; nil for a roster without any.
  ///   - planned: the plan's period, where it is known.
  ///   - usualDays: how many days the plan schedules.
  ///   - before: the last day on which the roster before has a shift, where there is one.
  ///   - from: the first day, where someone names it.
  ///   - days: how many, where someone says so.
  static func dates(
    worked: ClosedRange<CivilDate>?, planned: Range<CivilDate>?, usualDays: Int,
    before: CivilDate? = nil, from: CivilDate? = nil, days: Int? = nil
  ) -> Range<CivilDate> {
    let usual = automatic(worked: worked, planned: planned, usualDays: usualDays)
    var first = from ?? usual.lowerBound
    if from == nil, let before, let worked {
      first = max(first, min(before.advanced(by: 1), worked.lowerBound))
    }
    let end = days.map { first.advanced(by: max(0, $0)) } ?? usual.upperBound
    return first..<max(first, end)
  }

  private static func automatic(
    worked: ClosedRange<CivilDate>?, planned: Range<CivilDate>?, usualDays: Int
  ) -> Range<CivilDate> {
    guard let worked else {
      return planned ?? CivilDate(daysSinceEpoch: 0)..<CivilDate(daysSinceEpoch: 0)
    }
    let afterLast = worked.upperBound.advanced(by: 1)
    if let planned, planned.overlaps(worked) {
      return planned.lowerBound..<max(planned.upperBound, afterLast)
    }
    let first = worked.lowerBound
    let weekEnd = afterLast.advanced(by: 6 - worked.upperBound.weekday.rawValue)
    return first..<max(afterLast, min(weekEnd, first.advanced(by: max(0, usualDays))))
  }
}
