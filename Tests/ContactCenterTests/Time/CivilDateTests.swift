import ContactCenter
import Testing

@Suite struct CivilDateTests {
  @Test("Parts, text and weekday agree over 800 years")
  func roundTrip() throws {
    var previous = CivilDate(daysSinceEpoch: -150_000).weekday
    for day in -149_999...150_000 {
      let date = CivilDate(daysSinceEpoch: day)
      let (year, month, dayOfMonth) = date.parts
      #expect(CivilDate(year: year, month: month, day: dayOfMonth) == date)
      #expect(date.weekday.rawValue == (previous.rawValue + 1) % 7)
      previous = date.weekday
    }
  }

  @Test(
    "Known dates fall on their weekdays",
    arguments: [
      ("1970-01-01", Weekday.thursday), ("2000-02-29", .tuesday), ("2026-11-22", .sunday),
    ])
  func weekdays(text: String, weekday: Weekday) throws {
    #expect(try #require(CivilDate(text: text)).weekday == weekday)
  }

  @Test(
    "There is no such day", arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "x"])
  func noSuchDay(text: String) { #expect(CivilDate(text: text) == nil) }
}
