import ContactCenter
import Testing

@testable import Records

@Suite("The calendar record")
struct CalendarRecordTests {
  private func entries(_ rows: String) throws -> [CalendarEntry] {
    try read(CalendarRecord.self, "date,name,kind,start,end,repeats\n" + rows).value.entries
  }

  @Test("Times of day run from 00:00 to 24:00")
  func times() throws {
    let entry = try entries("2026-12-24,x,closed,8:30,24:00,yes\n")[0]
    #expect(entry.startMinute == 510)
    #expect(entry.endMinute == 1440)
    #expect(entry.repeatsYearly)
    for time in ["24:01", "8", "8:60", "8:5", "-1:00", "8:30 pm", "08:30:15", "٠٨:٣٠"] {
      #expect(throws: RecordError.self, "\(time)") {
        try entries("2026-12-24,x,closed,\(time),,\n")
      }
    }
    #expect(throws: RecordError.self) { try entries("2026-12-24,x,closed,10:00,10:00,\n") }
  }

  @Test("A kind that is misspelled gets the nearest")
  func kinds() {
    #expect(
      letter(CalendarRecord.self, "date,name,kind\n2026-12-24,x,hollyday\n") == """
        calendar.csv:2:14: error: kind is "hollyday", expected one of holiday, closed, event
          2026-12-24,x,hollyday
                       ^
        Maybe holiday is meant.
        """)
  }
}
