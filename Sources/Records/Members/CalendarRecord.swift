public import ContactCenter
internal import Tables

/// Holidays, closed days and events.
///
/// ```
/// date,name,kind,queue,region,start,end,repeats,expected_effect,days
/// 2024-11-28,Thanksgiving,holiday,,,,,4th thursday of november,,
/// 2024-11-29,Black Friday,event,sales,,,,1 day after Thanksgiving,,
/// 2025-04-18,Good Friday,closed,,,,,easter-2,,
/// 2026-12-01,Winter campaign,event,sales,,,,,1.3,14
/// 2026-12-24,Christmas Eve,closed,,north,13:00,24:00,yearly,,
/// ```
///
/// An empty queue or region means all; empty times mean the whole day, empty days one day. `repeats` is a
/// `CalendarRule` in words and holds from `date` on, which must be one of its dates.
public enum CalendarRecord: RowRecord {
  /// The calendar.
  public typealias Value = BusinessCalendar
  typealias Row = CalendarEntry

  /// Name and columns.
  public static let schema = makeSchema("calendar", "One holiday, closed time or event.")

  static let fields: [RecordField<CalendarEntry>] = [
    .date("date", \.date), .text("name", \.name), .choice("kind", \.kind),
    .text("queue", \.queue), .text("region", \.region),
    .timeOfDay("start", \.startMinute), .timeOfDay("end", \.endMinute),
    .rule("repeats", \.repeats),
    .number("expected_effect", \.expectedEffect, decimals: RecordDecimals.values),
    .dayCount("days", \.days),
  ]

  static var blank: CalendarEntry {
    CalendarEntry(date: CivilDate(daysSinceEpoch: 0), name: "", kind: .holiday)
  }

  static func rows(of value: BusinessCalendar) -> [CalendarEntry] { value.entries }
  static func value(of rows: [CalendarEntry]) -> BusinessCalendar { BusinessCalendar(rows) }

  static func rounded(_ row: CalendarEntry) -> CalendarEntry {
    var copy = row
    copy.expectedEffect = row.expectedEffect.map { roundedToDecimals($0, RecordDecimals.values) }
    return copy
  }

  static func validate(
    _ row: CalendarEntry, _ cursor: borrowing RecordCursor
  ) throws(TableError) {
    if let start = row.startMinute, let end = row.endMinute, end <= start {
      throw cursor.failure(
        6, expected: "a time after the start", hint: "Maybe start and end are swapped.")
    }
    guard let rule = row.repeats else { return }
    let near = row.date.nearYears.compactMap { rule.date(in: $0, anchor: row.date) }
    guard !near.isEmpty, !near.contains(row.date) else { return }
    let next = near.min { abs($0.days(since: row.date)) < abs($1.days(since: row.date)) }
    throw cursor.failure(
      0, expected: "a date of \"\(rule.text)\"",
      hint: "Maybe \(next?.text ?? "another date"): the date is the first one on which it comes.")
  }

  static func validate(
    all rows: [CalendarEntry], lines: [Int], _ cursor: inout RecordCursor
  ) throws {
    let lost = Set(BusinessCalendar(rows).unresolved)
    guard !lost.isEmpty else { return }
    let names = Set(rows.map(\.name))
    for (row, line) in zip(rows, lines) where lost.contains(row) {
      guard case .entry(let name)? = row.repeats?.base else { continue }
      let isKnown = names.contains { $0.lowercased() == name.lowercased() }
      try cursor.reject(
        TableError(
          code: .value, line: line, field: "repeats", text: name,
          message: isKnown
            ? "\(row.name) repeats with \(name), which in the end repeats with \(row.name)"
            : "\(row.name) repeats with \"\(name)\", which is neither a rule nor a name in this file",
          hint: nearestName(to: name, in: names.subtracting([row.name])).map {
            "Maybe \"\($0)\" is meant."
          } ?? "Maybe 1 day after easter, or after an entry of this file."))
    }
  }
}

extension CivilDate {
  /// The year before, the year itself and the one after: an offset may carry a date over New Year.
  fileprivate var nearYears: ClosedRange<Int> { parts.year - 1...parts.year + 1 }
}

extension RecordField {
  /// A time of day in minutes, `00:00` to `24:00`, or nothing.
  static func timeOfDay(_ name: String, _ path: Path<Int?>) -> Self {
    .custom(RecordColumn(name, .timeOfDay)) { cursor, column, row throws(TableError) in
      guard let text = cursor.optionalText(column) else { return }
      guard let minute = TimeOfDay.minute(of: text) else {
        throw cursor.failure(
          column, expected: "a time such as 08:30",
          hint: "Maybe write it with 24 hours: 01:30 pm is 13:30.")
      }
      row[keyPath: path] = minute
    } write: { row, table, _ throws(TableError) in
      table.text(row[keyPath: path].map(TimeOfDay.text))
    }
  }

  /// When an entry comes again, in words, or nothing.
  static func rule(_ name: String, _ path: Path<CalendarRule?>) -> Self {
    .custom(RecordColumn(name, .text)) { cursor, column, row throws(TableError) in
      guard let text = cursor.optionalText(column) else { return }
      switch text.lowercased() {
      case "yes", "true", "1": row[keyPath: path] = .yearly
      case "no", "false", "0", "never": row[keyPath: path] = nil
      default:
        guard let rule = CalendarRule(text: text) else {
          throw cursor.failure(
            column, expected: "yearly, or another rule",
            hint: "Maybe monthly, every 2 weeks, 4th thursday of november, last monday of may,"
              + " easter-2, saturday on or after june 20, or 1 day after and a name in this file.")
        }
        row[keyPath: path] = rule
      }
    } write: { row, table, _ throws(TableError) in
      table.text(row[keyPath: path]?.text)
    }
  }

  /// A number of days, 1 where nothing stands.
  static func dayCount(_ name: String, _ path: Path<Int>) -> Self {
    .custom(RecordColumn(name, .count)) { cursor, column, row throws(TableError) in
      guard cursor.optionalText(column) != nil else { return }
      let days = try cursor.count(column)
      guard (1...BusinessCalendar.mostDays).contains(days) else {
        throw cursor.failure(
          column, expected: "1 to \(BusinessCalendar.mostDays) days",
          hint: "Maybe it repeats instead: write yearly under repeats.")
      }
      row[keyPath: path] = days
    } write: { row, table, _ throws(TableError) in
      if row[keyPath: path] > 1 { table.integer(row[keyPath: path]) } else { table.empty() }
    }
  }
}

/// Times of day as files write them.
enum TimeOfDay {
  /// Minutes since midnight of `8:30`, `08:30` or `08:30:00`; nil for anything else.
  static func minute(of text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || (parts.count == 3 && parts[2] == "00"), parts[1].utf8.count == 2,
      (1...2).contains(parts[0].utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
      hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  /// The minute as `08:30`.
  static func text(_ minute: Int) -> String {
    let hour = minute / 60
    let rest = minute % 60
    return (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
