import ContactCenter
import Testing

@Suite struct CalendarRuleTests {
  private func dates(_ rule: String, from: String, through: String) throws -> [String] {
    let rule = try #require(CalendarRule(text: rule))
    return try rule.dates(
      anchor: #require(CivilDate(text: from)), through: #require(CivilDate(text: through))
    ).map(\.text)
  }

  @Test("Holidays that move are found by their rule")
  func moving() throws {
    #expect(
      try dates("4th thursday of november", from: "2024-11-28", through: "2026-12-31")
        == ["2024-11-28", "2025-11-27", "2026-11-26"])
    #expect(
      try dates("last monday of may", from: "2024-05-27", through: "2026-12-31")
        == ["2024-05-27", "2025-05-26", "2026-05-25"])
    #expect(
      try dates("easter-2", from: "2024-03-29", through: "2026-12-31")
        == ["2024-03-29", "2025-04-18", "2026-04-03"])
    #expect(
      try dates("orthodox easter+1", from: "2024-05-06", through: "2026-12-31")
        == ["2024-05-06", "2025-04-21", "2026-04-13"])
    #expect(
      try dates("saturday on or after june 20", from: "2024-06-22", through: "2026-12-31")
        == ["2024-06-22", "2025-06-21", "2026-06-20"])
    #expect(
      try dates("monday on or before may 24", from: "2024-05-20", through: "2026-12-31")
        == ["2024-05-20", "2025-05-19", "2026-05-18"])
    #expect(
      try dates("1 day after 1st monday of november", from: "2024-11-05", through: "2026-12-31")
        == ["2024-11-05", "2025-11-04", "2026-11-03"])
  }

  @Test("A fifth weekday comes only in months that have one, 29 February only in leap years")
  func rare() throws {
    #expect(
      try dates("5th friday of february", from: "2008-02-29", through: "2040-12-31")
        == ["2008-02-29", "2036-02-29"])
    #expect(
      try dates("yearly", from: "2024-02-29", through: "2029-12-31") == [
        "2024-02-29", "2028-02-29",
      ])
  }

  @Test("The 31st of a month is its last day; weeks count from the first date")
  func steps() throws {
    #expect(
      try dates("monthly", from: "2025-12-31", through: "2026-04-30")
        == ["2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"])
    #expect(
      try dates("every 2 weeks", from: "2026-01-05", through: "2026-02-01")
        == ["2026-01-05", "2026-01-19"])
  }

  @Test("An offset may carry a date over New Year")
  func overNewYear() throws {
    #expect(
      try dates(
        "10 days after saturday on or after december 25", from: "2024-01-09", through: "2025-12-31")
        == ["2024-01-09", "2025-01-07"])
  }

  @Test(
    "A rule's text reads back",
    arguments: [
      "yearly", "monthly", "weekly", "every 3 weeks", "1st monday of may",
      "last friday of december",
      "easter", "easter-46", "easter+1", "orthodox easter", "orthodox easter-2",
      "saturday on or after june 20", "wednesday on or before november 22",
      "1 day after 4th thursday of november", "2 days before last monday of may",
      "1 day after Thanksgiving Day", "3 days before Tag der Einheit",
    ])
  func roundTrip(text: String) {
    #expect(CalendarRule(text: text)?.text == text)
  }

  @Test("Words are read in several forms")
  func forms() {
    #expect(CalendarRule(text: "Fourth Thu of Nov")?.text == "4th thursday of november")
    #expect(CalendarRule(text: "2 days before Easter")?.text == "easter-2")
    #expect(CalendarRule(text: "Easter+1")?.text == "easter+1")
  }

  @Test(
    "What is no rule is not read",
    arguments: [
      "", "sometimes", "6th monday of may", "1st mon of maybe", "easter-", "easter+0", "easter-400",
      "easter--2", "every 0 weeks", "every week of may", "0 days after easter", "1 day after",
      "monday on or after february 30", "1 day after yearly", "thanksgiving+1", "١ day after x",
    ])
  func refused(text: String) {
    #expect(CalendarRule(text: text) == nil)
  }
}
