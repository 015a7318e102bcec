public import ContactCenter
public import Tables

/// A calendar and everything worth telling about its file.
public struct CalendarReading: Sendable {
  /// The entries.
  public var value: BusinessCalendar
  /// What was found on the way, each kind once with its count and first place.
  public var findings: [Finding]
  /// Rows or events in the file.
  public var rowCount: Int
}

/// A calendar in either of its forms: the calendar record, or an iCalendar file.
public enum CalendarFile {
  /// Reads a file whose name ends in `.ics` as iCalendar, any other as the calendar record.
  ///
  /// *Throws*: `RecordError` with line; whatever the source throws.
  public static func read(
    _ source: any ByteSource, options: RecordOptions
  ) throws -> CalendarReading {
    if options.file.lowercased().hasSuffix(".ics") {
      return try ICalendarFile.read(source, options: options)
    }
    let reading = try CalendarRecord.read(source, options: options)
    return CalendarReading(
      value: reading.value, findings: reading.findings, rowCount: reading.rowCount)
  }
}
