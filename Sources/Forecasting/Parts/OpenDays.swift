internal import ContactCenter

/// The usually open days of a series in order, one row each: a day closed for once is a step like any other.
///
/// A series with a weekly season must have the same number of steps in every week. So a row is laid for every date
/// of a usually open weekday from the first clean day to the last, whether there is data for it or not, and days
/// opened for once on other weekdays are left out.
struct OpenDays {
  /// Index of the clean day of each row, oldest first; nil where the day was closed, missing or too gappy.
  let rows: [Int?]
  /// Whether each weekday is usually open, Monday first.
  let usual: [Bool]
  /// Days since 1970-01-01 of the last row.
  let lastOrdinal: Int

  /// Days at the end of the series that say which weekdays are usual.
  static let recentDays = 56

  /// Lays the rows of a cleaned series.
  init(_ clean: CleanDays, of series: DaySeries) {
    var open = [Int](repeating: 0, count: 7)
    var all = open
    for day in series.days.suffix(Self.recentDays) {
      all[day.weekday] += 1
      if day.isOpen { open[day.weekday] += 1 }
    }
    var usual = (0..<7).map { open[$0] > 0 && 2 * open[$0] >= all[$0] }
    let seen = clean.days.contains { usual[$0.weekday] }
    if !seen { for day in clean.days { usual[day.weekday] = true } }
    self.usual = usual
    var rows: [Int?] = []
    var at: Int?
    for (index, day) in clean.days.enumerated() where usual[day.weekday] {
      if var next = at {
        while next < day.ordinal {
          if usual[CivilDate(daysSinceEpoch: next).weekday.rawValue] { rows.append(nil) }
          next += 1
        }
      }
      rows.append(index)
      at = day.ordinal + 1
    }
    self.rows = rows
    lastOrdinal = at.map { $0 - 1 } ?? 0
  }

  /// Usually open days per week, at least 1.
  var daysPerWeek: Int { max(1, usual.count { $0 }) }

  /// Weekdays of the first `count` steps after the last row.
  func weekdays(ofSteps count: Int) -> [Int] {
    var weekdays: [Int] = []
    weekdays.reserveCapacity(count)
    var at = lastOrdinal
    guard usual.contains(true) else { return [Int](repeating: 0, count: count) }
    while weekdays.count < count {
      at += 1
      let weekday = CivilDate(daysSinceEpoch: at).weekday.rawValue
      if usual[weekday] { weekdays.append(weekday) }
    }
    return weekdays
  }

  /// The step after the last row at which each of some ascending days lies, 0 for the first.
  ///
  /// *Edge cases*: a day opened for once on another weekday takes the step of the usual day before it.
  func steps(of ordinals: [Int]) -> [Int] {
    var at = lastOrdinal
    var passed = 0
    return ordinals.map { ordinal in
      while at < ordinal {
        at += 1
        if usual[CivilDate(daysSinceEpoch: at).weekday.rawValue] { passed += 1 }
      }
      return max(0, passed - 1)
    }
  }
}
