import ContactCenter
import Records
import Testing

@Suite("Times in records")
struct RecordCursorTimesTests {
  private func history(_ times: [String]) -> String {
    "timestamp,queue,channel,offered\n"
      + times.map { "\($0),billing,voice,1\n" }.joined()
  }

  private func starts(_ times: [String], _ policy: LocalTimePolicy = .init()) throws -> [String] {
    let zone = try ZoneRules.named("America/New_York")
    let reading = try read(HistoryRecord.self, history(times), zone: zone) {
      $0.localTimes = policy
      $0.length = .thirtyMinutes
    }
    return reading.value.queues.flatMap(\.starts).map { TimestampText.text($0, in: zone) }
  }

  @Test("Offsets, Z, blanks for the T, and missing seconds are read")
  func forms() throws {
    #expect(
      try starts([
        "2026-10-30T10:00:00-04:00", "2026-10-30T14:30Z", "2026-10-30 11:00", "2026-10-30T11:30:00",
      ]) == [
        "2026-10-30T10:00:00-04:00", "2026-10-30T10:30:00-04:00", "2026-10-30T11:00:00-04:00",
        "2026-10-30T11:30:00-04:00",
      ])
  }

  @Test("The hour that comes twice is refused, or read by the policy")
  func overlap() throws {
    let times = ["2026-11-01 01:00", "2026-11-01 01:30", "2026-11-01 01:00", "2026-11-01 01:30"]
    let zone = try ZoneRules.named("America/New_York")
    #expect(
      letter(HistoryRecord.self, history([times[0]]), zone: zone) == """
        history.csv:2:1: error: timestamp: 2026-11-01T01:00:00 comes twice in America/New_York, when clocks go back
          2026-11-01 01:00,billing,voice,1
          ^
        Maybe write the offset, or set time: overlap to first, second or by-order.
        """)
    #expect(
      try starts(times, LocalTimePolicy(overlap: .byOrder)) == [
        "2026-11-01T01:00:00-04:00", "2026-11-01T01:30:00-04:00", "2026-11-01T01:00:00-05:00",
        "2026-11-01T01:30:00-05:00",
      ])
    #expect(
      try starts([times[0]], LocalTimePolicy(overlap: .second)) == ["2026-11-01T01:00:00-05:00"])
  }

  @Test("By order goes by the order within a queue, not across queues")
  func byOrderPerQueue() throws {
    let zone = try ZoneRules.named("America/New_York")
    var text = "timestamp,queue,channel,offered\n"
    for time in ["01:00", "01:30", "01:00", "01:30"] {
      for queue in ["a", "b"] { text += "2026-11-01 \(time),\(queue),voice,1\n" }
    }
    let reading = try read(HistoryRecord.self, text, zone: zone) {
      $0.localTimes = LocalTimePolicy(overlap: .byOrder)
    }
    #expect(reading.value.queues.map(\.starts.count) == [4, 4])
    #expect(reading.value.queues[0].starts == reading.value.queues[1].starts)
    #expect(reading.findings.map(\.code) == ["time.repeated-hour"])
    #expect(reading.findings[0].message.hasSuffix("(first of 8)"))
    #expect(reading.findings[0].place == "history.csv:2")
  }

  @Test("The hour that never comes is refused, moved, or left out")
  func gap() throws {
    let times = ["2026-03-08 01:30", "2026-03-08 02:00", "2026-03-08 03:30"]
    let zone = try ZoneRules.named("America/New_York")
    #expect(
      letter(HistoryRecord.self, history(times), zone: zone)?.contains("does not exist") == true)
    #expect(
      try starts(times, LocalTimePolicy(gap: .drop)) == [
        "2026-03-08T01:30:00-05:00", "2026-03-08T03:30:00-04:00",
      ])
    #expect(
      try starts(times, LocalTimePolicy(gap: .shift)) == [
        "2026-03-08T01:30:00-05:00", "2026-03-08T03:00:00-04:00", "2026-03-08T03:30:00-04:00",
      ])
  }

  @Test("Ambiguous, impossible and distant times are refused with the way out")
  func refusals() throws {
    func refusal(_ time: String) throws -> [Substring] {
      try #require(letter(HistoryRecord.self, history([time]))).split(separator: "\n")
    }
    let ambiguous = try refusal("03/04/2026 10:00")
    #expect(
      ambiguous[0] == "history.csv:2:1: error: timestamp is \"03/04/2026 10:00\","
        + " expected an ISO 8601 time such as 2026-03-09T10:00")
    #expect(
      ambiguous[3]
        == "Maybe write dates as 2026-04-03: day and month cannot be told apart here.")
    for time in [
      "2026-02-30T10:00Z", "2026-03-09T24:00Z", "2026-03-09T10:60Z", "noon", "",
      "2026-03-09T10:00+99:00",
      "0001-01-01T00:00Z", "9999-12-31T00:00Z", "45000", "2026-03-09T10:00Zx",
    ] {
      #expect(try refusal(time).last?.hasPrefix("Maybe") == true, "\(time)")
    }
  }
}
