internal import ContactCenter

/// Contacts counted by day and interval of the wall clock.
enum DayCounts {
  /// The days on which anybody came, with one count for each slot of the day.
  static func days(
    of arrivals: [Instant], grid: TimeGrid, leavingOut unusual: Set<CivilDate>
  ) -> [ArrivalDispersion.Day] {
    days(arrivals.map { ($0, 1) }, grid: grid, leavingOut: unusual)
  }

  /// The same from counts that begin at these instants.
  ///
  /// On a day of 25 hours a slot that comes twice holds both.
  static func days(
    _ counts: [(start: Instant, count: Double)], grid: TimeGrid,
    leavingOut unusual: Set<CivilDate>
  ) -> [ArrivalDispersion.Day] {
    let slots = 86_400 / grid.length.seconds
    var byDate: [CivilDate: [Double]] = [:]
    for (start, count) in counts {
      let date = grid.date(of: start)
      guard !unusual.contains(date) else { continue }
      byDate[date, default: Array(repeating: 0, count: slots)][
        min(slots - 1, grid.slot(of: start))] +=
        count
    }
    return byDate.sorted { $0.key < $1.key }.map {
      ArrivalDispersion.Day(date: $0.key, counts: $0.value)
    }
  }
}
