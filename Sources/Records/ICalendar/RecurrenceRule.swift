internal import ContactCenter
internal import Tables

/// When an event of an iCalendar file comes again: the parts of an `RRULE` that concern dates.
///
/// *Source*: RFC 5545, section 3.3.10.
struct RecurrenceRule: Equatable {
  enum Frequency: String {
    case daily = "DAILY", weekly = "WEEKLY", monthly = "MONTHLY", yearly = "YEARLY"
  }

  /// A weekday, and which of them in its month or year; nil for all, negative from the end.
  struct ByDay: Hashable {
    var weekday: Weekday
    var ordinal: Int?
  }

  var frequency = Frequency.yearly
  var interval = 1
  var count: Int?
  var until: CivilDate?
  var months: [Int] = []
  var monthDays: [Int] = []
  var days: [ByDay] = []
  var positions: [Int] = []
  var weekStart = Weekday.monday
  /// Parts that are not understood; the dates cannot be told then.
  var unknown: [String] = []

  private static let weekdays: [String: Weekday] = [
    "MO": .monday, "TU": .tuesday, "WE": .wednesday, "TH": .thursday, "FR": .friday,
    "SA": .saturday, "SU": .sunday,
  ]

  /// Reads the value of an `RRULE`.
  ///
  /// *Throws*: `TableError` with the line for a part that is no part, or a value out of its range.
  init(_ line: ContentLine) throws(TableError) {
    var hasFrequency = false
    for part in line.value.split(separator: ";") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, !halves[1].isEmpty else { throw Self.bad(line, String(part)) }
      let value = halves[1].uppercased()
      switch halves[0].uppercased() {
      case "FREQ":
        hasFrequency = true
        if let known = Frequency(rawValue: value) {
          frequency = known
        } else if ["HOURLY", "MINUTELY", "SECONDLY"].contains(value) {
          unknown.append("FREQ=\(value)")
        } else {
          throw Self.bad(line, String(part))
        }
      case "INTERVAL": interval = try Self.number(value, 1...10_000, line)
      case "COUNT": count = try Self.number(value, 1...1_000_000, line)
      case "UNTIL":
        guard let date = ICalendarTime.date(String(value.prefix(8))) else {
          throw Self.bad(line, String(part))
        }
        until = date
      case "BYMONTH": months = try Self.numbers(value, 1...12, line)
      case "BYMONTHDAY": monthDays = try Self.numbers(value, -31...31, line)
      case "BYSETPOS": positions = try Self.numbers(value, -366...366, line)
      case "BYDAY":
        for item in value.split(separator: ",") { days.append(try Self.day(String(item), line)) }
      case "WKST":
        guard let day = Self.weekdays[value] else { throw Self.bad(line, String(part)) }
        weekStart = day
      default: unknown.append(String(halves[0].uppercased()))
      }
    }
    guard hasFrequency else { throw Self.bad(line, line.value) }
  }

  private static func bad(_ line: ContentLine, _ part: String) -> TableError {
    ICalendarProblem.value(
      line, expected: "a rule such as FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
      hint: "Maybe \(String(part.prefix(40))) is misspelled.")
  }

  private static func number(
    _ text: String, _ range: ClosedRange<Int>, _ line: ContentLine
  ) throws(TableError) -> Int {
    guard text.utf8.count <= 8, let value = Int(text), range.contains(value) else {
      throw bad(line, text)
    }
    return value
  }

  private static func numbers(
    _ text: String, _ range: ClosedRange<Int>, _ line: ContentLine
  ) throws(TableError) -> [Int] {
    var result: [Int] = []
    for item in text.split(separator: ",") {
      let value = try number(String(item), range, line)
      guard value != 0 else { throw bad(line, text) }
      result.append(value)
    }
    return result
  }

  private static func day(_ text: String, _ line: ContentLine) throws(TableError) -> ByDay {
    guard let weekday = weekdays[String(text.suffix(2))] else { throw bad(line, text) }
    let rest = text.dropLast(2)
    if rest.isEmpty { return ByDay(weekday: weekday) }
    let ordinal = try number(String(rest), -53...53, line)
    guard ordinal != 0 else { throw bad(line, text) }
    return ByDay(weekday: weekday, ordinal: ordinal)
  }
}

extension RecurrenceRule {
  /// The dates from `start` on, ascending, `start` first whether it fits the rule or not.
  ///
  /// *Complexity*: O(dates + periods) to `last`.
  func dates(from start: CivilDate, through last: CivilDate) -> [CivilDate] {
    var result: [CivilDate] = [start]
    let end = min(until ?? last, last)
    var left = (count ?? .max) - 1
    var step = 0
    while left > 0, let period = period(step, from: start), period.first <= end {
      for date in chosen(period.dates) where date > start && date <= end && left > 0 {
        result.append(date)
        left -= 1
      }
      step += 1
    }
    return result
  }

  private func chosen(_ dates: [CivilDate]) -> [CivilDate] {
    let sorted = Set(dates).sorted()
    guard !positions.isEmpty else { return sorted }
    return Set(
      positions.compactMap { position in
        let index = position > 0 ? position - 1 : sorted.count + position
        return sorted.indices.contains(index) ? sorted[index] : nil
      }
    ).sorted()
  }

  /// The candidates of the day, week, month or year that many intervals after the first; nil past the last year.
  private func period(_ step: Int, from start: CivilDate) -> (first: CivilDate, dates: [CivilDate])?
  {
    let (year, month, day) = start.parts
    switch frequency {
    case .daily:
      let date = start.advanced(by: step * interval)
      return (date, matches(date) ? [date] : [])
    case .weekly:
      let lead = (start.weekday.rawValue - weekStart.rawValue + 7) % 7
      let monday = start.advanced(by: -lead + 7 * step * interval)
      let wanted = days.isEmpty ? [start.weekday] : days.map(\.weekday)
      let dates = (0..<7).map { monday.advanced(by: $0) }.filter {
        wanted.contains($0.weekday) && (months.isEmpty || months.contains($0.parts.month))
      }
      return (monday, dates)
    case .monthly:
      let index = month - 1 + step * interval
      let (y, m) = (year + index / 12, index % 12 + 1)
      guard let first = CivilDate(year: y, month: m, day: 1) else { return nil }
      guard months.isEmpty || months.contains(m) else { return (first, []) }
      return (first, inMonth(y, m, usual: day))
    case .yearly:
      let y = year + step * interval
      guard let first = CivilDate(year: y, month: 1, day: 1),
        let last = CivilDate(year: y, month: 12, day: 31)
      else { return nil }
      // A weekday without months is counted over the whole year, with days of the month over those.
      if months.isEmpty, !days.isEmpty, monthDays.isEmpty {
        return (first, weekdays(between: first, and: last))
      }
      let usual = months.isEmpty && monthDays.isEmpty ? [month] : Array(1...12)
      return (first, (months.isEmpty ? usual : months).flatMap { inMonth(y, $0, usual: day) })
    }
  }

  private func matches(_ date: CivilDate) -> Bool {
    let (year, month, day) = date.parts
    let length = CivilDate.daysIn(month: month, year: year)
    return (months.isEmpty || months.contains(month))
      && (monthDays.isEmpty || monthDays.contains(day) || monthDays.contains(day - length - 1))
      && (days.isEmpty || days.contains { $0.weekday == date.weekday })
  }

  private func inMonth(_ year: Int, _ month: Int, usual day: Int) -> [CivilDate] {
    let length = CivilDate.daysIn(month: month, year: year)
    guard let first = CivilDate(year: year, month: month, day: 1) else { return [] }
    if days.isEmpty, monthDays.isEmpty {
      return CivilDate(year: year, month: month, day: day).map { [$0] } ?? []
    }
    let byWeekday =
      days.isEmpty ? nil : weekdays(between: first, and: first.advanced(by: length - 1))
    guard !monthDays.isEmpty else { return byWeekday ?? [] }
    let byDay = monthDays.compactMap { value -> CivilDate? in
      let number = value > 0 ? value : length + 1 + value
      return CivilDate(year: year, month: month, day: number)
    }
    return byWeekday.map { allowed in byDay.filter(allowed.contains) } ?? byDay
  }

  private func weekdays(between first: CivilDate, and last: CivilDate) -> [CivilDate] {
    days.flatMap { wanted -> [CivilDate] in
      let lead = (wanted.weekday.rawValue - first.weekday.rawValue + 7) % 7
      let all = stride(
        from: first.advanced(by: lead).daysSinceEpoch, through: last.daysSinceEpoch, by: 7
      )
      .map(CivilDate.init(daysSinceEpoch:))
      guard let ordinal = wanted.ordinal else { return all }
      let index = ordinal > 0 ? ordinal - 1 : all.count + ordinal
      return all.indices.contains(index) ? [all[index]] : []
    }
  }
}
