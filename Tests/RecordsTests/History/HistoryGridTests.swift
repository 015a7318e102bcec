import ContactCenter
import Records
import Testing

@Suite("The grid of a history")
struct HistoryGridTests {
  private func history(_ times: [String]) -> String {
    "timestamp,queue,channel,offered\n" + times.map { "\($0),a,voice,1\n" }.joined()
  }

  @Test("The length is inferred from the rows")
  func inferred() throws {
    for (minutes, length) in [
      (5, IntervalLength.fiveMinutes), (10, .tenMinutes), (15, .fifteenMinutes),
      (30, .thirtyMinutes), (60, .sixtyMinutes),
    ] {
      let times = (0..<24).map { step in
        let at = step * minutes
        return
          "2026-03-09T\(at / 60 < 10 ? "0" : "")\(at / 60):\(at % 60 < 10 ? "0" : "")\(at % 60)Z"
      }
      #expect(try read(HistoryRecord.self, history(times)).value.length == length)
    }
  }

  @Test("A zone half an hour off the hour has its own grid")
  func halfHourZone() throws {
    let kolkata = try ZoneRules.named("Asia/Kolkata")
    let times = ["2026-03-09T10:00", "2026-03-09T11:00"]
    #expect(
      try read(HistoryRecord.self, history(times), zone: kolkata).value.length == .sixtyMinutes)
  }

  @Test("Times off the grid are refused with their place")
  func offGrid() {
    #expect(
      letter(HistoryRecord.self, history(["2026-03-09T10:00Z", "2026-03-09T10:07Z"])) == """
        history.csv:3:1: error: timestamp is "2026-03-09T10:07Z", expected a multiple of 5 minutes
          2026-03-09T10:07Z,a,voice,1
          ^
        Maybe these are single contacts: then it is a record of contacts, not of intervals.
        """)
    let quarter = letter(HistoryRecord.self, history(["2026-03-09T10:15Z"])) {
      $0.length = .thirtyMinutes
    }
    #expect(quarter?.contains("expected a multiple of 30 minutes") == true)
  }

  @Test("Hourly rows at half past are not read as half hours with holes")
  func hourlyAtHalfPast() {
    let times = ["2026-03-09T10:30Z", "2026-03-09T11:30Z", "2026-03-09T12:30Z"]
    #expect(
      letter(HistoryRecord.self, history(times)) == """
        history.csv: error: no two rows of a queue are closer than 60 minutes, but they lie on a grid of 30 minutes
        Maybe the export skips intervals without contacts: give the length, as in --interval 30.
        """)
    #expect(letter(HistoryRecord.self, history(times)) { $0.length = .thirtyMinutes } == nil)
  }

  @Test("Daily totals are named as such")
  func daily() {
    let text = history(["2026-03-09", "2026-03-10", "2026-03-11"])
    #expect(letter(HistoryRecord.self, text)?.contains("daily totals") == true)
  }

  @Test("Days of 23 and 25 hours lie on the grid, also where clocks shift by half an hour")
  func clockChanges() throws {
    for (name, first) in [
      ("America/Chicago", 1_772_949_600), ("America/Chicago", 1_793_509_200),
      ("Australia/Lord_Howe", 1_775_300_400), ("Australia/Lord_Howe", 1_791_028_800),
    ] {
      let zone = try ZoneRules.named(name)
      let grid = TimeGrid(zone: zone, length: .fifteenMinutes)
      let date = grid.date(of: Instant(secondsSinceEpoch: first))
      let intervals = grid.intervals(from: date, days: 3)
      let times = intervals.map { TimestampText.text($0.start, in: zone) }
      let reading = try read(HistoryRecord.self, history(times), zone: zone) {
        $0.length = .fifteenMinutes
      }
      #expect(reading.value.queues[0].starts == intervals.map(\.start))
      #expect(reading.findings.isEmpty)
    }
  }
}
