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
    #expect(entry.repeats == .yearly)
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

  @Test("Moving holidays and entries of several days read back as they were written")
  func rules() throws {
    let text = """
      date,name,kind,queue,region,start,end,repeats,expected_effect,days
      2024-11-28,Thanksgiving,holiday,,,,,4th thursday of november,,
      2024-11-29,Black Friday,event,sales,north,,,1 day after Thanksgiving,,
      2025-02-27,Carnival,holiday,,,08:00,24:00,easter-52,,6

      """
    let reading = try read(CalendarRecord.self, text)
    #expect(reading.value.entries.map(\.days) == [1, 1, 6])
    let zone = try ZoneRules.named("UTC")
    let bytes = try CalendarRecord.bytes(of: reading.value, zone: zone)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test("A date that its rule never has is refused with the nearest one")
  func dateOffRule() {
    #expect(
      letter(
        CalendarRecord.self,
        "date,name,kind,repeats\n2024-11-21,Thanksgiving,holiday,4th thursday of november\n") == """
          calendar.csv:2:1: error: date is "2024-11-21", expected a date of "4th thursday of november"
            2024-11-21,Thanksgiving,holiday,4th thursday of november
            ^
          Maybe 2024-11-28: the date is the first one on which it comes.
          """)
  }

  @Test("A rule nobody understands, an unknown name, a circle and a bad length say so")
  func badRules() {
    let head = "date,name,kind,repeats,days\n"
    for (row, part) in [
      ("2024-11-28,x,event,thanksgiving+1,", "4th thursday of november"),
      ("2024-11-28,x,event,1 day after Yule,", "neither a rule nor a name"),
      ("2024-11-28,x,event,1 day after x,", "in the end repeats with x"),
      ("2024-11-28,x,event,,0", "1 to 1000 days"),
      ("2024-11-28,x,event,,1.5", "days"),
    ] {
      #expect(letter(CalendarRecord.self, head + row + "\n")?.contains(part) == true, "\(row)")
    }
  }
}
