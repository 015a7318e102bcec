public import ContactCenter
internal import Tables

/// Holidays, closed days and events.
///
/// ```
/// date,name,kind,queue,region,start,end,repeats,expected_effect
/// 2026-11-26,Thanksgiving,closed,,,,,,
/// 2026-12-01,Winter campaign,event,sales,,,,,1.3
/// 2026-12-24,Christmas Eve,closed,,,13:00,24:00,yearly,
/// ```
///
/// An empty queue or region means all; empty times mean the whole day.
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
    .yearly("repeats", \.repeatsYearly),
    .number("expected_effect", \.expectedEffect, decimals: RecordDecimals.values),
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
    guard let start = row.startMinute, let end = row.endMinute, end <= start else { return }
    throw cursor.failure(
      6, expected: "a time after the start", hint: "Maybe start and end are swapped.")
  }
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

  /// `yearly`, or nothing.
  static func yearly(_ name: String, _ path: Path<Bool>) -> Self {
    .custom(RecordColumn(name, .choice(["yearly"]))) { cursor, column, row throws(TableError) in
      switch cursor.optionalText(column)?.lowercased() {
      case "yearly", "yes", "true", "1": row[keyPath: path] = true
      case nil, "", "no", "false", "0", "never": row[keyPath: path] = false
      default:
        throw cursor.failure(
          column, expected: "yearly or nothing",
          hint: "Maybe list each date of a holiday that moves.")
      }
    } write: { row, table, _ throws(TableError) in
      if row[keyPath: path] { table.text("yearly") } else { table.empty() }
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
