internal import ContactCenter
internal import Tables

/// One `VEVENT`.
struct ICalendarEvent {
  let line: Int
  var identifier: String?
  /// The date of the occurrence that this one stands for.
  var replaces: CivilDate?
  var isCancelled = false
  private var template: CalendarEntry
  private var start: ICalendarTime
  /// Days covered of a whole-day event, seconds of one with times; nil to the end of its day.
  private var length: Int?
  private var dates: [CivilDate] = []

  /// Properties that say nothing about when and what.
  private static let harmless: Set<String> = [
    "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DESCRIPTION", "LOCATION", "URL",
    "CLASS", "TRANSP", "STATUS", "SUMMARY", "CATEGORIES", "DTSTART", "DTEND", "DURATION", "RRULE",
    "RDATE", "EXDATE", "RECURRENCE-ID", "ORGANIZER", "ATTENDEE", "PRIORITY", "COMMENT", "CONTACT",
    "GEO", "RELATED-TO", "RESOURCES", "ATTACH", "COLOR", "IMAGE", "CONFERENCE", "NAME",
  ]

  init(
    _ properties: [ContentLine], line: Int, options: RecordOptions, _ ledger: inout FindingLedger
  ) throws(TableError) {
    self.line = line
    var zones: [String: ZoneRules?] = [:]
    func all(_ name: String) -> [ContentLine] { properties.filter { $0.name == name } }
    func one(_ name: String) -> ContentLine? { properties.first { $0.name == name } }
    guard let first = one("DTSTART") else {
      throw ICalendarProblem.structure("an event has no DTSTART", line: line)
    }
    start = try ICalendarTime(first.value, of: first, zones: &zones)
    identifier = one("UID")?.value
    isCancelled = one("STATUS")?.value.uppercased() == "CANCELLED"
    let summary = one("SUMMARY")?.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let name = summary.flatMap { $0.isEmpty ? nil : $0 } ?? "event on \(start.date.text)"
    template = CalendarEntry(
      date: start.date, name: name,
      kind: try Self.kind(properties) ?? (start.second == nil ? .holiday : .event),
      queue: one("X-MUSTER-QUEUE")?.text, region: one("X-MUSTER-REGION")?.text)
    if let effect = one("X-MUSTER-EFFECT") {
      guard let value = Double(effect.value), value.isFinite, value >= 0 else {
        throw ICalendarProblem.value(
          effect, expected: "a factor such as 1.3", hint: "Maybe leave it out: it is learned.")
      }
      template.expectedEffect = value
    }
    length = try Self.length(properties, start: start, zones: &zones)
    if length == nil, start.second != nil {
      ledger.note(
        .note, "calendar.no-end", place: "\(options.file):\(line)",
        "\(name) has no end and is taken to last to the end of its day")
    }
    dates = [start.date]
    for rule in all("RRULE") {
      let parsed = try RecurrenceRule(rule)
      guard parsed.unknown.isEmpty else {
        ledger.note(
          .warning, "calendar.rule-not-understood", place: "\(options.file):\(rule.line)",
          advice: "Maybe give its dates one by one, or write it into a calendar record.",
          "\(name) repeats by \(parsed.unknown.joined(separator: ", ")), which is not read: only its"
            + " first date is taken")
        continue
      }
      dates += parsed.dates(from: start.date, through: BusinessCalendar.lastDate)
    }
    for line in all("RDATE") {
      for item in line.value.split(separator: ",") {
        dates.append(try ICalendarTime(String(item), of: line, zones: &zones).date)
      }
    }
    var excluded: Set<CivilDate> = []
    for line in all("EXDATE") {
      for item in line.value.split(separator: ",") {
        excluded.insert(try ownDate(ICalendarTime(String(item), of: line, zones: &zones)))
      }
    }
    dates = Set(dates).subtracting(excluded).sorted()
    if let line = one("RECURRENCE-ID") {
      replaces = ownDate(try ICalendarTime(line.value, of: line, zones: &zones))
    }
    Self.noteUnknown(properties, options, &ledger)
    for (zone, rules) in zones where rules == nil {
      ledger.note(
        .warning, "calendar.unknown-zone", key: zone, place: "\(options.file):\(line)",
        advice: "Maybe the calendar's tool names zones its own way.",
        "the zone \(zone) is not known: its times are read as the center's")
    }
  }

  /// The date in the event's own zone of a time that may be said in another, such as UTC.
  private func ownDate(_ time: ICalendarTime) -> CivilDate {
    guard time.second != nil, let zone = start.zone, let other = time.zone,
      zone.identifier != other.identifier
    else { return time.date }
    return time.local(on: time.date, in: zone).date
  }

  private static func noteUnknown(
    _ properties: [ContentLine], _ options: RecordOptions, _ ledger: inout FindingLedger
  ) {
    for line in properties
    where !harmless.contains(line.name) && !line.name.hasPrefix("X-") {
      ledger.note(
        .note, "calendar.property-ignored", key: line.name, place: "\(options.file):\(line.line)",
        "\(line.name) is not read")
    }
  }

  private static func kind(_ properties: [ContentLine]) throws(TableError) -> CalendarEntry.Kind? {
    if let line = properties.first(where: { $0.name == "X-MUSTER-KIND" }) {
      guard let kind = CalendarEntry.Kind(rawValue: line.value.lowercased()) else {
        throw ICalendarProblem.value(
          line, expected: "holiday, closed or event", hint: "Maybe leave it out.")
      }
      return kind
    }
    let words = properties.filter { $0.name == "CATEGORIES" }.flatMap(\.texts).map {
      $0.lowercased()
    }
    // Closed says most: a holiday on which nobody works is closed.
    for (kind, names) in [
      (CalendarEntry.Kind.closed, ["closed", "closure"]),
      (.holiday, ["holiday", "holidays", "public holiday", "bank holiday"]),
      (.event, ["event", "events", "campaign"]),
    ] where words.contains(where: names.contains) { return kind }
    return nil
  }

  /// Days of a whole-day event, seconds of one with times; nil where nothing is said.
  private static func length(
    _ properties: [ContentLine], start: ICalendarTime, zones: inout [String: ZoneRules?]
  ) throws(TableError) -> Int? {
    if let line = properties.first(where: { $0.name == "DTEND" }) {
      let end = try ICalendarTime(line.value, of: line, zones: &zones)
      guard (end.second == nil) == (start.second == nil) else {
        throw ICalendarProblem.value(
          line, expected: start.second == nil ? "a date, as DTSTART" : "a time, as DTSTART",
          hint: "Maybe VALUE=DATE is missing on one of them.")
      }
      var length = end.date.days(since: start.date)
      if let from = start.second, let to = end.second {
        let zone = end.zone ?? start.zone
        let shift = (start.zone?.identifier != zone?.identifier) ? start.zone : nil
        let there = shift.map { end.local(on: end.date, in: $0) }
        length =
          (there?.date ?? end.date).days(since: start.date) * 86_400 + (there?.secondOfDay ?? to)
          - from
      }
      guard length >= 0, length <= 86_400 * BusinessCalendar.mostDays else {
        throw ICalendarProblem.value(
          line, expected: "a time after DTSTART and within \(BusinessCalendar.mostDays) days of it",
          hint: "Maybe start and end are swapped.")
      }
      // Some tools write the last day itself where the first day after it belongs.
      return length == 0 ? (start.second == nil ? 1 : nil) : length
    }
    guard let line = properties.first(where: { $0.name == "DURATION" }) else {
      return start.second == nil ? 1 : nil
    }
    guard let seconds = ICalendarTime.seconds(ofDuration: line.value),
      seconds <= 86_400 * BusinessCalendar.mostDays
    else {
      throw ICalendarProblem.value(
        line, expected: "a duration such as P1D or PT2H30M", hint: "Maybe it begins with P.")
    }
    return start.second == nil ? max(1, (seconds + 86_399) / 86_400) : seconds
  }

  /// The event as entries of the calendar, one for each date, without the dates that others replace.
  func entries(without moved: Set<CivilDate>, zone: ZoneRules) -> [CalendarEntry] {
    dates.filter { !moved.contains($0) }.flatMap { date -> [CalendarEntry] in
      var entry = template
      entry.date = date
      guard start.second != nil else {
        entry.days = min(max(1, length ?? 1), BusinessCalendar.mostDays)
        return [entry]
      }
      let begin = start.local(on: date, in: zone)
      entry.date = begin.date
      let firstMinute = begin.secondOfDay / 60
      if firstMinute > 0 { entry.startMinute = firstMinute }
      guard let length else { return [entry] }
      return split(entry, from: begin.secondOfDay, to: begin.secondOfDay + length)
    }
  }

  /// An event with times over midnight: the rest of its first day, the days between, the beginning of the last.
  private func split(_ entry: CalendarEntry, from start: Int, to end: Int) -> [CalendarEntry] {
    let endMinute = (end + 59) / 60
    if endMinute <= 1440 {
      var one = entry
      if endMinute < 1440 { one.endMinute = max(endMinute, start / 60 + 1) }
      return [one]
    }
    var result = [entry]
    let whole = endMinute / 1440 - 1
    if whole > 0 {
      var middle = entry
      middle.date = entry.date.advanced(by: 1)
      middle.startMinute = nil
      middle.days = whole
      result.append(middle)
    }
    if endMinute % 1440 > 0 {
      var last = entry
      last.date = entry.date.advanced(by: whole + 1)
      last.startMinute = nil
      last.endMinute = endMinute % 1440
      result.append(last)
    }
    return result
  }
}
