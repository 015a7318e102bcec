internal import ContactCenter
public import Tables

/// Holidays, closed days and events from an iCalendar file (RFC 5545), read only.
///
/// ```
/// BEGIN:VCALENDAR
/// BEGIN:VEVENT
/// SUMMARY:Thanksgiving
/// DTSTART;VALUE=DATE:20241128
/// RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
/// CATEGORIES:Holiday
/// END:VEVENT
/// END:VCALENDAR
/// ```
///
/// An event is what its `X-MUSTER-KIND` or one of its `CATEGORIES` says: holiday, closed or event; without that
/// it is a holiday where it lasts whole days, and an event where it has times. `X-MUSTER-QUEUE`, `X-MUSTER-REGION`
/// and `X-MUSTER-EFFECT` fill the other columns of the calendar record. `RRULE`, `RDATE`, `EXDATE` and moved occurrences
/// (`RECURRENCE-ID`) are laid out as dates to the end of 2100. Times in another zone are moved to the center's.
public enum ICalendarFile {
  private static let largestFile = 50_000_000

  /// Reads a file.
  ///
  /// *Throws*: `RecordError` with line for a file that is no iCalendar; whatever the source throws.
  public static func read(
    _ source: any ByteSource, options: RecordOptions
  ) throws -> CalendarReading {
    var source = source
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { break }
      bytes += buffer[..<count]
      if bytes.count > largestFile {
        throw refusal(
          TableError(
            code: .tooLong, message: "the calendar is larger than 50 MB",
            hint: "Maybe it is another file."), options)
      }
    }
    do throws(TableError) {
      return try read(ContentLine.lines(bytes), options: options)
    } catch {
      throw refusal(error, options)
    }
  }

  private static func refusal(_ problem: TableError, _ options: RecordOptions) -> RecordError {
    RecordError(file: options.file, record: "calendar", problem: problem)
  }

  private static func read(
    _ lines: [ContentLine], options: RecordOptions
  ) throws(TableError) -> CalendarReading {
    guard let first = lines.first, first.name == "BEGIN", first.value.uppercased() == "VCALENDAR"
    else {
      throw TableError(
        code: lines.isEmpty ? .emptyFile : .value, line: lines.first?.line,
        message: lines.isEmpty
          ? "the file is empty"
          : "this is no iCalendar file: it does not begin with BEGIN:VCALENDAR",
        hint: "Maybe it is a calendar record: then its name ends in .csv.")
    }
    var ledger = FindingLedger()
    var open: [(name: String, line: Int)] = []
    var events: [ICalendarEvent] = []
    var properties: [ContentLine] = []
    for line in lines {
      switch line.name {
      case "BEGIN":
        let name = line.value.uppercased()
        if name == "VEVENT" { properties = [] }
        if ["VTODO", "VJOURNAL", "VFREEBUSY"].contains(name) {
          ledger.note(
            .note, "calendar.component-skipped", key: name, place: "\(options.file):\(line.line)",
            "\(name) is no event and was passed over")
        }
        open.append((name, line.line))
      case "END":
        guard let last = open.popLast(), last.name == line.value.uppercased() else {
          throw ICalendarProblem.structure(
            "END:\(String(line.value.prefix(40))) ends nothing that was begun", line: line.line)
        }
        if last.name == "VEVENT" {
          events.append(
            try ICalendarEvent(properties, line: last.line, options: options, &ledger))
        }
      default:
        if open.isEmpty {
          throw ICalendarProblem.structure(
            "\(line.name) stands outside of the calendar", line: line.line)
        }
        if open.last?.name == "VEVENT" { properties.append(line) }
      }
    }
    if let last = open.last {
      throw ICalendarProblem.structure(
        "\(last.name) is begun on line \(last.line) and never ended", line: lines.last?.line)
    }
    if events.isEmpty {
      ledger.note(
        .warning, "calendar.no-events", place: options.file,
        advice: "Maybe the calendar was exported for another time.", "the calendar has no event")
    }
    let entries = try entries(of: events, options, &ledger)
    return CalendarReading(
      value: BusinessCalendar(entries), findings: ledger.findings, rowCount: events.count)
  }

  private static let mostEntries = 200_000

  private static func entries(
    of events: [ICalendarEvent], _ options: RecordOptions, _ ledger: inout FindingLedger
  ) throws(TableError) -> [CalendarEntry] {
    // An occurrence that was moved stands as an event of its own and names the date it replaces.
    var replaced: [String: Set<CivilDate>] = [:]
    for event in events {
      if let id = event.identifier, let date = event.replaces {
        replaced[id, default: []].insert(date)
      }
    }
    var result: [CalendarEntry] = []
    for event in events where !event.isCancelled {
      let moved = event.replaces == nil ? event.identifier.flatMap { replaced[$0] } ?? [] : []
      result += event.entries(without: moved, zone: options.zone)
      guard result.count <= mostEntries else {
        throw ICalendarProblem.structure(
          "the events come more than \(mostEntries) times", line: event.line)
      }
    }
    return result
  }
}
