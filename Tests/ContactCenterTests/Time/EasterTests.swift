import ContactCenter
import Testing

@Suite struct EasterTests {
  @Test("Easter falls where the church tables say")
  func western() {
    let known = [
      "1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05",
      "2038-04-25",
    ]
    for text in known {
      let date = CivilDate(text: text)
      #expect(Easter.western(year: date?.parts.year ?? 0) == date, "\(text)")
    }
  }

  @Test("Orthodox Easter falls where the church tables say")
  func orthodox() {
    let known = [
      "2000-04-30", "2008-04-27", "2013-05-05", "2024-05-05", "2025-04-20", "2026-04-12",
      "2027-05-02",
    ]
    for text in known {
      let date = CivilDate(text: text)
      #expect(Easter.orthodox(year: date?.parts.year ?? 0) == date, "\(text)")
    }
  }

  @Test("Both are Sundays, the orthodox one never before the western one", arguments: 1900...2100)
  func sundays(year: Int) throws {
    let western = try #require(Easter.western(year: year))
    let orthodox = try #require(Easter.orthodox(year: year))
    #expect(western.weekday == .sunday && orthodox.weekday == .sunday)
    #expect(orthodox >= western)
  }

  @Test("Years before the reform and beyond four digits have none")
  func outside() {
    #expect(Easter.western(year: 1582) == nil && Easter.orthodox(year: 10_000) == nil)
  }
}
