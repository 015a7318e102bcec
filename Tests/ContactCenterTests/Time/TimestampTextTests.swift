import ContactCenter
import Testing

@Suite struct TimestampTextTests {
  @Test("Naive and offset forms are told apart")
  func forms() throws {
    let date = try #require(CivilDate(year: 2026, month: 3, day: 9))
    let local = LocalDateTime(date: date, secondOfDay: 36_000)
    for text in ["2026-03-09T10:00", "2026-03-09 10:00:00", "2026-03-09T10:00:00.250"] {
      #expect(try TimestampText.parse(text) == .local(local))
    }
    let instant = Instant(secondsSinceEpoch: local.wallSeconds + 21_600)
    for text in [
      "2026-03-09T10:00-06:00", "2026-03-09T10:00:00-0600", "2026-03-09 10:00:00-06",
      "2026-03-09T16:00:00Z",
    ] {
      #expect(try TimestampText.parse(text) == .instant(instant))
    }
  }

  @Test(
    "What is not certain is refused by name",
    arguments: [
      ("03/04/2026 10:00", TimestampText.Fault.ambiguousDate), ("2026-02-31T10:00", .noSuchTime),
      ("2026-02-03T24:00", .noSuchTime), ("2026-02-03T10:60", .noSuchTime),
      ("2026-02-03T10:00:60", .noSuchTime), ("", .notATimestamp), ("2026-02-03T", .notATimestamp),
      ("2026-02-03T10:00:00+", .notATimestamp), ("2026-02-03T10:00 pm", .notATimestamp),
      ("٢٠٢٦-02-03", .notATimestamp), ("0000-01-01", .noSuchTime),
      ("2026-02-03T10:00+99:00", .noSuchTime),
    ])
  func refused(text: String, fault: TimestampText.Fault) {
    #expect(throws: fault) { try TimestampText.parse(text) }
  }

  @Test("What is written reads back, at every hour of a year with both changes")
  func roundTrip() throws {
    let zone = try ZoneRules.named("Europe/London")
    for hour in 0..<8760 {
      let instant = Instant(secondsSinceEpoch: 1_767_225_600 + hour * 3600)
      #expect(try TimestampText.parse(TimestampText.text(instant, in: zone)) == .instant(instant))
    }
  }
}
