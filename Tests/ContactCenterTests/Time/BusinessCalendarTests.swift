import ContactCenter
import Testing

@Suite struct BusinessCalendarTests {
  @Test("Entries concern all queues or one, once or every year, whole days or parts")
  func entries() throws {
    let christmas = try #require(CivilDate(text: "2024-12-25"))
    let eve = try #require(CivilDate(text: "2026-12-24"))
    let calendar = BusinessCalendar([
      CalendarEntry(date: christmas, name: "Christmas", kind: .closed, repeats: .yearly),
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

  private func names(_ calendar: BusinessCalendar, _ day: String, _ queue: String = "a") throws
    -> [String]
  {
    calendar.entries(on: try #require(CivilDate(text: day)), queue: queue).map(\.name)
  }

  @Test("An entry counted from another follows it, also in a chain; a circle is told")
  func chains() throws {
    let thanksgiving = try #require(CivilDate(text: "2024-11-28"))
    let calendar = BusinessCalendar([
      CalendarEntry(
        date: thanksgiving.advanced(by: 4), name: "Cyber Monday", kind: .event,
        repeats: CalendarRule(text: "3 days after Black Friday")),
      CalendarEntry(
        date: thanksgiving.advanced(by: 1), name: "Black Friday", kind: .event,
        repeats: CalendarRule(text: "1 day after thanksgiving")),
      CalendarEntry(
        date: thanksgiving, name: "Thanksgiving", kind: .holiday,
        repeats: CalendarRule(text: "4th thursday of november")),
    ])
    #expect(calendar.unresolved.isEmpty)
    #expect(try names(calendar, "2026-11-26") == ["Thanksgiving"])
    #expect(try names(calendar, "2026-11-27") == ["Black Friday"])
    #expect(try names(calendar, "2026-11-30") == ["Cyber Monday"])
    #expect(try names(calendar, "2023-11-24").isEmpty)
    let circle = BusinessCalendar([
      CalendarEntry(
        date: thanksgiving, name: "One", kind: .event,
        repeats: CalendarRule(text: "1 day after Two")),
      CalendarEntry(
        date: thanksgiving, name: "Two", kind: .event,
        repeats: CalendarRule(text: "1 day after One")),
      CalendarEntry(
        date: thanksgiving, name: "Three", kind: .event,
        repeats: CalendarRule(text: "1 day after Four")),
    ])
    #expect(circle.unresolved.map(\.name) == ["One", "Three", "Two"])
    #expect(try names(circle, "2024-11-28") == ["One", "Three", "Two"])
  }

  @Test("Several days, regions and queues")
  func scopes() throws {
    let start = try #require(CivilDate(text: "2026-02-12"))
    let calendar = BusinessCalendar(
      [
        CalendarEntry(
          date: start, name: "Carnival", kind: .holiday, region: "rhine", repeats: .yearly, days: 6),
        CalendarEntry(date: start, name: "Sale", kind: .event, queue: "b"),
      ], regions: ["a": ["rhine", "north"], "c": ["north"]])
    #expect(try names(calendar, "2026-02-17") == ["Carnival"])
    #expect(try names(calendar, "2027-02-12") == ["Carnival"])
    #expect(try names(calendar, "2026-02-18").isEmpty)
    #expect(try names(calendar, "2026-02-12", "b") == ["Sale"])
    #expect(try names(calendar, "2026-02-12", "c").isEmpty)
    #expect(try names(calendar.assigned(to: ["c": ["rhine"]]), "2026-02-12", "c") == ["Carnival"])
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
