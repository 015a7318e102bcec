import ContactCenter
import Testing

@Suite struct BusinessCalendarTests {
  @Test("Entries concern all queues or one, once or every year, whole days or parts")
  func entries() throws {
    let christmas = try #require(CivilDate(text: "2024-12-25"))
    let eve = try #require(CivilDate(text: "2026-12-24"))
    let calendar = BusinessCalendar([
      CalendarEntry(date: christmas, name: "Christmas", kind: .closed, repeatsYearly: true),
      CalendarEntry(
        date: eve, name: "Christmas Eve", kind: .closed, queue: "billing", startMinute: 840),
    ])
    func closed(_ day: String, _ minute: Int, _ queue: String) throws -> Bool {
      let date = try #require(CivilDate(text: day))
      return calendar.isClosed(
        at: LocalDateTime(date: date, secondOfDay: minute * 60), queue: queue)
    }
    #expect(try closed("2026-12-25", 600, "support"))
    #expect(try !closed("2023-12-25", 600, "support"))
    #expect(try closed("2026-12-24", 840, "billing"))
    #expect(try !closed("2026-12-24", 839, "billing"))
    #expect(try !closed("2026-12-24", 900, "support"))
  }

  @Test("Opening hours are half-open by the wall clock")
  func openingHours() throws {
    let stretch = try #require(OpeningHours.Stretch(text: "09:00-17:00"))
    var week = Array(repeating: [OpeningHours.Stretch](), count: 7)
    week[5] = [stretch]
    let hours = OpeningHours(week: week)
    let saturday = try #require(CivilDate(text: "2026-11-21"))
    #expect(hours.isOpen(at: LocalDateTime(date: saturday, secondOfDay: 9 * 3600)))
    #expect(!hours.isOpen(at: LocalDateTime(date: saturday, secondOfDay: 17 * 3600)))
    #expect(!hours.isOpen(at: LocalDateTime(date: saturday.advanced(by: 1), secondOfDay: 36_000)))
    #expect(OpeningHours.Stretch(text: "17:00-09:00") == nil)
    #expect(OpeningHours.Stretch(text: "00:00-24:00")?.end == 1440)
    #expect(OpeningHours.Stretch(text: "00:00-24:01") == nil)
  }
}
