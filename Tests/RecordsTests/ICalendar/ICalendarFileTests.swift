import ContactCenter
import Testing

@testable import Records
@testable import Tables

@Suite("iCalendar files")
struct ICalendarFileTests {
  private func reading(_ text: String, zone: ZoneRules = .utc) throws -> CalendarReading {
    try CalendarFile.read(ByteChunks(text), options: RecordOptions(file: "days.ICS", zone: zone))
  }

  private func event(_ lines: String, zone: ZoneRules = .utc) throws -> [CalendarEntry] {
    try reading(wrapped(lines), zone: zone).value.entries
  }

  private func wrapped(_ lines: String) -> String {
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n" + lines.replacing("\n", with: "\r\n")
      + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
  }

  private func dates(_ rule: String, start: String, until: String) throws -> [String] {
    let last = try #require(CivilDate(text: until))
    return try event("DTSTART;VALUE=DATE:\(start)\nSUMMARY:x\n\(rule)").map(\.date)
      .filter { $0 <= last }.map(\.text)
  }

  @Test("Yearly holidays come on their day or weekday")
  func yearly() throws {
    #expect(
      try dates("RRULE:FREQ=YEARLY", start: "20240229", until: "2033-01-01")
        == ["2024-02-29", "2028-02-29", "2032-02-29"])
    #expect(
      try dates("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", start: "20241128", until: "2027-01-01")
        == ["2024-11-28", "2025-11-27", "2026-11-26"])
    #expect(
      try dates("RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", start: "20240527", until: "2027-01-01")
        == ["2024-05-27", "2025-05-26", "2026-05-25"])
    #expect(
      try dates("RRULE:FREQ=YEARLY;BYDAY=20MO;COUNT=2", start: "19970519", until: "2030-01-01")
        == ["1997-05-19", "1998-05-18"])
    #expect(
      try dates(
        "RRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
        start: "19961105", until: "2030-01-01") == ["1996-11-05", "2000-11-07", "2004-11-02"])
    #expect(
      try dates(
        "RRULE:FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR;COUNT=4", start: "20260213", until: "2030-01-01")
        == ["2026-02-13", "2026-03-13", "2026-11-13", "2027-08-13"])
  }

  @Test("Months, weeks and days step as RFC 5545 shows")
  func steps() throws {
    #expect(
      try dates("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", start: "20251231", until: "2030-01-01")
        == ["2025-12-31", "2026-01-31", "2026-02-28"])
    #expect(
      try dates(
        "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", start: "20260130",
        until: "2030-01-01") == ["2026-01-30", "2026-02-27", "2026-03-31"])
    #expect(
      try dates("RRULE:FREQ=MONTHLY;COUNT=3", start: "20260131", until: "2030-01-01")
        == ["2026-01-31", "2026-03-31", "2026-05-31"])
    #expect(
      try dates(
        "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260210;WKST=SU;BYDAY=MO,WE", start: "20260105",
        until: "2030-01-01")
        == ["2026-01-05", "2026-01-07", "2026-01-19", "2026-01-21", "2026-02-02", "2026-02-04"])
    #expect(
      try dates("RRULE:FREQ=DAILY;COUNT=3;BYDAY=MO,FR", start: "20260105", until: "2030-01-01")
        == ["2026-01-05", "2026-01-09", "2026-01-12"])
  }

  @Test("Dates are added and taken out, and a moved occurrence replaces its own")
  func exceptions() throws {
    #expect(
      try dates(
        "RRULE:FREQ=YEARLY;COUNT=3\nEXDATE;VALUE=DATE:20270101\nRDATE;VALUE=DATE:20260601,20260701",
        start: "20260101", until: "2030-01-01")
        == ["2026-01-01", "2026-06-01", "2026-07-01", "2028-01-01"])
    let moved = try reading(
      wrapped(
        """
        UID:a@x
        DTSTART;VALUE=DATE:20260601
        SUMMARY:King's birthday
        RRULE:FREQ=YEARLY;COUNT=2
        END:VEVENT
        BEGIN:VEVENT
        UID:a@x
        RECURRENCE-ID;VALUE=DATE:20270601
        DTSTART;VALUE=DATE:20270607
        SUMMARY:King's birthday
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20270607
        SUMMARY:Never
        STATUS:CANCELLED
        """))
    #expect(moved.value.entries.map(\.date.text) == ["2026-06-01", "2027-06-07"])
  }

  @Test("Folded lines, escapes and quoted parameters are put together")
  func lines() throws {
    let entries = try event(
      "DTSTART;X-NOTE=\"a:b;c\";VALUE=DATE:20261224\nSUMMARY:Christmas\\, and\n  New Year\\; all\\n of it\nCATEGORIES:a\\,b,Closed"
    )
    #expect(entries.map(\.name) == ["Christmas, and New Year; all  of it"])
    #expect(entries.map(\.kind) == [.closed])
  }

  @Test("Whole days are holidays, times are events, and a property or category says otherwise")
  func kinds() throws {
    #expect(try event("DTSTART;VALUE=DATE:20261224\nSUMMARY:x").map(\.kind) == [.holiday])
    #expect(try event("DTSTART:20261224T100000\nDURATION:PT1H\nSUMMARY:x").map(\.kind) == [.event])
    #expect(
      try event("DTSTART;VALUE=DATE:20261224\nX-MUSTER-KIND:event\nCATEGORIES:Holiday").map(\.kind)
        == [.event])
    let full = try event(
      "DTSTART;VALUE=DATE:20261224\nX-MUSTER-QUEUE:sales\nX-MUSTER-REGION:north\nX-MUSTER-EFFECT:1.3"
    )
    #expect(
      full == [
        CalendarEntry(
          date: CivilDate(daysSinceEpoch: 20_811), name: "event on 2026-12-24", kind: .holiday,
          queue: "sales", region: "north", expectedEffect: 1.3)
      ])
  }

  @Test("Several days and times over midnight cover what they cover")
  func spans() throws {
    let week = try event("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20270102\nSUMMARY:x")
    #expect(week.map(\.days) == [9])
    let night = try event("DTSTART:20261231T220000\nDTEND:20270102T020000\nSUMMARY:x")
    #expect(night.map(\.date.text) == ["2026-12-31", "2027-01-01", "2027-01-02"])
    #expect(night.map(\.startMinute) == [1320, nil, nil])
    #expect(night.map(\.endMinute) == [nil, nil, 120])
  }

  @Test("Times in UTC or another zone are moved to the center's, summer and winter")
  func zones() throws {
    let berlin = try ZoneRules.named("Europe/Berlin")
    let call = try event(
      "DTSTART:20260115T230000Z\nDTEND:20260116T000000Z\nRRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=2",
      zone: berlin)
    #expect(call.map(\.date.text) == ["2026-01-16", "2026-07-16"])
    #expect(call.map(\.startMinute) == [nil, 60])
    #expect(call.map(\.endMinute) == [60, 120])
    let office = try event(
      "DTSTART;TZID=America/New_York:20260115T090000\nDTEND;TZID=America/New_York:20260115T100000",
      zone: berlin)
    #expect(office.map(\.startMinute) == [900])
    #expect(office.map(\.endMinute) == [960])
  }

  @Test("What is not understood is told, and the rest read")
  func findings() throws {
    let reading = try reading(
      wrapped(
        """
        DTSTART;VALUE=DATE:20260101
        SUMMARY:x
        RRULE:FREQ=YEARLY;BYYEARDAY=100
        REQUEST-STATUS:2.0;ok
        X-APPLE-THING:1
        BEGIN:VALARM
        TRIGGER:-PT15M
        END:VALARM
        END:VEVENT
        BEGIN:VTODO
        SUMMARY:wash
        END:VTODO
        BEGIN:VEVENT
        DTSTART;TZID=Nowhere:20260101T080000
        SUMMARY:y
        """))
    #expect(
      reading.findings.map(\.code).sorted() == [
        "calendar.component-skipped", "calendar.no-end", "calendar.property-ignored",
        "calendar.rule-not-understood", "calendar.unknown-zone",
      ])
    #expect(reading.value.entries.map(\.name) == ["x", "y"])
    #expect(reading.rowCount == 2)
  }

  @Test("A bad file is refused with its line")
  func errors() {
    func letter(_ text: String) -> String {
      do {
        _ = try reading(text)
        return "read"
      } catch { return "\(error)" }
    }
    #expect(
      letter(wrapped("DTSTART;VALUE=DATE:20261324")) == """
        days.ICS:4: error: DTSTART is "20261324", expected a date such as 20261225 or a time such as 20261224T140000
        Maybe the event was exported by a tool that writes dates its own way.
        """)
    for (text, part) in [
      ("", "the file is empty"),
      ("date,name,kind\n2026-01-01,x,holiday\n", "expected NAME:value"),
      ("BEGIN:VEVENT\nEND:VEVENT\n", "does not begin with BEGIN:VCALENDAR"),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n", "VEVENT is begun on line 2"),
      ("BEGIN:VCALENDAR\nEND:VEVENT\n", "ends nothing"),
      (wrapped("SUMMARY:x"), "days.ICS:3: error: an event has no DTSTART"),
      (wrapped("DTSTART:20260101T250000"), "expected a date"),
      (wrapped("DTSTART:20260101\nDTEND:20251231"), "a time after DTSTART"),
      (wrapped("DTSTART:20260101\nDTEND:20260102T000000"), "a date, as DTSTART"),
      (wrapped("DTSTART:20260101\nDURATION:1 day"), "a duration"),
      (wrapped("DTSTART:20260101\nRRULE:BYDAY=MO"), "a rule such as"),
      (wrapped("DTSTART:20260101\nRRULE:FREQ=YEARLY;INTERVAL=0"), "a rule such as"),
      (wrapped("DTSTART:20260101\nRRULE:FREQ=YEARLY;BYDAY=XX"), "a rule such as"),
      (wrapped("DTSTART:20260101\nX-MUSTER-KIND:party"), "holiday, closed or event"),
    ] {
      #expect(letter(text).contains(part), "\(text): \(letter(text))")
    }
  }

  @Test("Garbage never stops the reader", arguments: 0..<200)
  func garbage(seed: Int) {
    let words = [
      "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\n", "END:VEVENT\n", "END:VCALENDAR\n", "DTSTART:",
      "20260131",
      "T250000Z\n", "RRULE:FREQ=", "YEARLY", "MONTHLY", ";INTERVAL=9999", ";BYDAY=-5FR",
      ";COUNT=99",
      "\n", " ", "\\", "\"", ":", ";", "=", "DURATION:P999999W\n", "00010101\n", "99991231\n",
      "SUMMARY:é\n", "EXDATE:", "WEEKLY", "DTEND:",
    ]
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    var text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260131\n"
    for _ in 0..<12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += words[Int(state >> 33) % words.count]
    }
    text += "\nEND:VEVENT\nEND:VCALENDAR\n"
    _ = try? reading(text)
  }
}
